/** Whether labels match a selector of `key` and `key=value` terms. */
export function matchesSelector(labels: Record<string, string>, selector: string | undefined): boolean {
  return (selector?.split(",") ?? []).every((term) => {
    const [key = "", value] = term.split("=");
    return value === undefined ? key in labels : labels[key] === value;
  });
}
