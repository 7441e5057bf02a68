/** The logo: a shop's awning above a tick. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="fill-brand" />
      <path
        fill="#fff"
        d="M8.6 7.5h14.8c.5 0 1 .3 1.2.8l1.9 4.7v.7a3.5 3.5 0 0 1-7 0 3.5 3.5 0 0 1-7 0 3.5 3.5 0 0 1-7 0V13l1.9-4.7c.2-.5.7-.8 1.2-.8Z"
      />
      <path
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m11 21.3 3.6 3.6 6.6-6.6"
      />
    </svg>
  );
}

export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark className="size-7" />
      <span className="font-semibold text-[0.9375rem] tracking-[-0.015em]">Storeyard</span>
    </span>
  );
}
