import { describe, expect, it } from "vitest";
import { describeAction } from "./describe-action";

describe("the title of an audited action", () => {
  it("is the summary of the API's operation", () => {
    expect(describeAction("deleteStore")).toBe("Delete a store");
  });

  it("is our own for an action that is not an operation of the API", () => {
    expect(describeAction("signIn")).toBe("Sign in");
  });

  it("is the recorded name for an unknown action", () => {
    expect(describeAction("paintStore")).toBe("paintStore");
  });
});
