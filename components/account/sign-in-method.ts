/** The label of a sign-in method. Providers have the label that the installation configures. */
export function signInMethodLabel(method: string, providers: { id: string; label: string }[]): string {
  if (method === "password") return "Password";
  return providers.find(({ id }) => id === method)?.label ?? method;
}
