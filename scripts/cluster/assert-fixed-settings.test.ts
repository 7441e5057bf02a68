import { describe, expect, it } from "vitest";
import { assertFixedSettings } from "./assert-fixed-settings";

const fixed = {
  STORE_PORT: { value: "8080", advice: "set INGRESS_HTTP_PORT instead" },
  INGRESS_CLASS: { value: "", advice: "set CLUSTER=existing" },
};
const check = (env: Record<string, string>) => () => assertFixedSettings("the local cluster", fixed, env);

describe("a setting that the cluster determines", () => {
  it("may be omitted, be empty, or equal the cluster's value", () => {
    expect(check({})).not.toThrow();
    expect(check({ STORE_PORT: "", INGRESS_CLASS: "" })).not.toThrow();
    expect(check({ STORE_PORT: "8080" })).not.toThrow();
  });

  it("is refused with the cluster's value and a next step if it differs", () => {
    expect(check({ STORE_PORT: "80" })).toThrow(
      'STORE_PORT is "80", but with the local cluster it is always 8080: leave it out, or set INGRESS_HTTP_PORT instead.',
    );
  });

  it("is refused if it has no effect", () => {
    expect(check({ INGRESS_CLASS: "nginx" })).toThrow("it has no effect with the local cluster");
  });
});
