/** The helm binary of the tests: HELM, otherwise the one that the project's scripts use. */
export async function helmBinary(): Promise<string> {
  if (process.env.HELM) return process.env.HELM;
  const { ensureTools } = await import("@/scripts/cluster/tools");
  return (await ensureTools()).helm;
}
