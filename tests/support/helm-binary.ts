/** The helm to test with: that of HELM, else the one that the project's own scripts use. */
export async function helmBinary(): Promise<string> {
  if (process.env.HELM) return process.env.HELM;
  const { ensureTools } = await import("@/scripts/cluster/tools");
  return (await ensureTools()).helm;
}
