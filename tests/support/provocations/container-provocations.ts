import { container, podOf, say, withoutProbes } from "./edit-objects";
import type { Provocation } from "./provocation";

/** Containers that do not start or do not keep running. */
export const containerProvocations: Record<string, Provocation> = {
  "crash-loop": {
    code: "crash_loop",
    until: /CrashLoopBackOff/,
    only: "database",
    change(objects) {
      const target = withoutProbes(container(objects, "StatefulSet"));
      target.command = say("echo starting", "echo 'InnoDB: ib_logfile0 is corrupt' >&2", "exit 3");
    },
  },
  "out-of-memory": {
    code: "out_of_memory",
    only: "database",
    change(objects) {
      const target = withoutProbes(container(objects, "StatefulSet"));
      target.command = ["tail", "/dev/zero"];
      target.resources = { requests: { memory: "16Mi" }, limits: { memory: "32Mi" } };
    },
  },
  "program-missing": {
    code: "container_config",
    only: "shop",
    change(objects) {
      container(objects).command = ["/no/such/program"];
    },
  },
  "probe-failing": {
    code: "probe_failing",
    only: "shop",
    change(objects) {
      const target = withoutProbes(container(objects));
      target.command = say("sleep 600");
      target.readinessProbe = { httpGet: { path: "/", port: 8080 }, periodSeconds: 2 };
    },
  },
  "probe-kills": {
    code: "probe_failing",
    until: /was restarted/,
    only: "shop",
    change(objects) {
      const target = withoutProbes(container(objects));
      podOf(objects).terminationGracePeriodSeconds = 1;
      target.command = say("sleep 600");
      target.livenessProbe = { tcpSocket: { port: 8080 }, periodSeconds: 1, failureThreshold: 2 };
      target.readinessProbe = { tcpSocket: { port: 8080 }, periodSeconds: 1 };
    },
  },
  "image-runs-as-root": {
    code: "container_config",
    only: "database",
    podSecurity: "baseline",
    change(objects) {
      podOf(objects, "StatefulSet").securityContext = { runAsUser: 0, runAsNonRoot: true };
    },
  },
};
