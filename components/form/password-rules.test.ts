import { describe, expect, it } from "vitest";
import { passwordRules } from "./password-rules";

function met(password: string, email = "ann@example.com"): (boolean | null)[] {
  return passwordRules(password, email).map((rule) => rule.met);
}

describe("the rules of a new password", () => {
  it("are not met before anything is typed", () => {
    expect(met("")).toEqual([false, false, null]);
  });

  it("are met one after the other while it is typed", () => {
    expect(met("teapots")).toEqual([false, true, null]);
    expect(met("teapots and cups")).toEqual([true, true, null]);
  });

  it("do not take the e-mail address, however it is written", () => {
    expect(met("Ann@Example.com", " ann@example.com ")).toEqual([true, false, null]);
  });
});
