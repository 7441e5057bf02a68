import { describe, expect, it } from "vitest";
import { passwordRules } from "./password-rules";

function met(password: string, email = "ann@example.com"): (boolean | null)[] {
  return passwordRules(password, email).map((rule) => rule.met);
}

describe("the rules of a new password", () => {
  it("are not met before anything is typed", () => {
    expect(met("")).toEqual([false, false, null]);
  });

  it("are met step by step while typing", () => {
    expect(met("teapots")).toEqual([false, true, null]);
    expect(met("teapots and cups")).toEqual([true, true, null]);
  });

  it("reject the e-mail address in any letter case", () => {
    expect(met("Ann@Example.com", " ann@example.com ")).toEqual([true, false, null]);
  });
});
