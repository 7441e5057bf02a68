import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { echoAuthorization, getVersion, OpenConnections } from "@/tests/support/open-connections";
import { writeKubeconfig } from "@/tests/support/scripted-api";

const connections = new OpenConnections();
afterEach(() => connections.close());

function execUser(program: string, more: object = {}) {
  const exec = {
    apiVersion: "client.authentication.k8s.io/v1",
    command: process.execPath,
    args: ["-e", program, "there's; $(no) shell"],
    ...more,
  };
  return { exec };
}

test("a credential plugin runs with the environment of the kubeconfig and KUBERNETES_EXEC_INFO", async () => {
  const { port } = await connections.startServer(echoAuthorization());
  const program = `
    console.log(JSON.stringify({ status: {
      token: process.env.REGION + JSON.parse(process.env.KUBERNETES_EXEC_INFO).kind + process.argv[1],
      expirationTimestamp: new Date(Date.now() + 3_600_000).toISOString(),
    } }))`;
  const user = execUser(program, { env: [{ name: "REGION", value: "eu" }] });
  const connection = connections.connect(writeKubeconfig(`http://127.0.0.1:${port}`, user));
  expect(await getVersion(connection)).toEqual({
    status: 200,
    answer: "Bearer euExecCredentialthere's; $(no) shell",
  });
});

test("concurrent requests run a credential plugin once, and it runs again after its token is refused", async () => {
  const runs = join(mkdtempSync(join(tmpdir(), "storeyard-exec-")), "runs");
  writeFileSync(runs, "");
  const { port } = await connections.startServer(
    echoAuthorization((authorization) => authorization !== "Bearer 1"),
  );
  const program = `
    const fs = require("node:fs");
    fs.appendFileSync(${JSON.stringify(runs)}, "x");
    console.log(JSON.stringify({ status: { token: String(fs.statSync(${JSON.stringify(runs)}).size) } }))`;
  const connection = connections.connect(writeKubeconfig(`http://127.0.0.1:${port}`, execUser(program)));
  const answers = await Promise.all(Array.from({ length: 5 }, () => getVersion(connection)));
  expect(answers).toEqual(Array(5).fill({ status: 200, answer: "Bearer 2" }));
  expect(readFileSync(runs, "utf8")).toBe("xx");
});

test.each([
  [
    "is not installed",
    { command: "storeyard-no-such-program", installHint: "Install it first." },
    "The credential plugin storeyard-no-such-program of the kubeconfig failed (spawn storeyard-no-such-program ENOENT). Install it first.",
  ],
  [
    "fails",
    { args: ["-e", "console.error('wait\\nyour session ended'); process.exit(1)"] },
    `The credential plugin ${process.execPath} of the kubeconfig failed (your session ended).`,
  ],
  [
    "prints something else",
    { args: ["-e", "console.log('hello')"] },
    `The credential plugin ${process.execPath} of the kubeconfig failed (it printed no ExecCredential).`,
  ],
])("a credential plugin that %s is reported in a sentence", async (_, exec, message) => {
  const connection = connections.connect(writeKubeconfig("http://127.0.0.1:1", execUser("", exec)));
  await expect(getVersion(connection)).rejects.toMatchObject({ code: "unavailable", message });
});
