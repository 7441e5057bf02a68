/** Runs once before the first request. A server that can't boot must not answer 500 to everything: it exits. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { bootServer } = await import("./lib/boot-server");
  await bootServer();
}
