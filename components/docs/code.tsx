/** A block of code to copy. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    <section aria-label={label} className="rounded-md border border-line bg-sunken">
      <pre className="whitespace-pre-wrap break-words px-3 py-2.5 font-mono text-xs leading-5">
        {children}
      </pre>
    </section>
  );
}

/** Text in which `code` is set in the code font. */
export function Prose({ children }: { children: string }) {
  return children.split(/(`[^`]+`)/).map((part) =>
    part.startsWith("`") ? (
      <code key={part} className="rounded-sm bg-hover px-1 py-0.5 font-mono text-xs">
        {part.slice(1, -1)}
      </code>
    ) : (
      part
    ),
  );
}
