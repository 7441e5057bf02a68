/** How somebody signs in, in words: a provider by the name that this installation gives it. */
export function signInMethodLabel(method: string, providers: { id: string; label: string }[]): string {
  if (method === "password") return "Password";
  return providers.find(({ id }) => id === method)?.label ?? method;
}
