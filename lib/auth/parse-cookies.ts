export interface Cookie {
  name: string;
  value: string;
}

/** The cookies of a Cookie header. One whose value can't be decoded is left out. */
export function parseCookies(header: string | null): Cookie[] {
  return (header ?? "").split(/; */).flatMap((pair) => {
    const [, name, value] = /^\s*([^=]+)=(.*)$/.exec(pair) ?? [];
    if (name === undefined || value === undefined) return [];
    try {
      return [{ name, value: decodeURIComponent(value) }];
    } catch {
      return [];
    }
  });
}
