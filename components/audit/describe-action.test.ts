import { describe, expect, it } from "vitest";
import { describeAction } from "./describe-action";

describe("a deed in words", () => {
  it("has the title of the API's operation", () => {
    expect(describeAction("deleteStore")).toBe("Delete a store");
  });

  it("has a title of its own where it is none of the API's", () => {
    expect(describeAction("signIn")).toBe("Sign in");
  });

  it("is what was written down where it is not known any more", () => {
    expect(describeAction("paintStore")).toBe("paintStore");
  });
});
