import type { ComponentProps } from "react";

const looks = {
  primary:
    "bg-primary text-on-primary shadow-control hover:bg-primary-hover disabled:bg-hover disabled:text-ink-subtle disabled:shadow-none",
  plain: "border border-line bg-surface text-ink shadow-control hover:bg-hover disabled:text-ink-subtle",
  quiet: "text-ink-muted underline-offset-4 hover:text-ink hover:underline",
};
type Look = keyof typeof looks;

/** The classes of a button, also for links that look like one. */
export function buttonClass(look: Look = "primary", more = ""): string {
  const size = look === "quiet" ? "" : "h-11 px-5";
  return `inline-flex items-center justify-center gap-2 rounded-md font-medium text-sm transition-colors ${size} ${looks[look]} ${more}`;
}

export function Button({ look, className, ...props }: ComponentProps<"button"> & { look?: Look }) {
  return <button {...props} className={buttonClass(look, className)} />;
}
