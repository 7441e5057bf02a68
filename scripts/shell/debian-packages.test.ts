import { describe, expect, it } from "vitest";
import { CommandError } from "./command";
import { isLocked } from "./debian-packages";

describe("an apt-get that failed", () => {
  it("because of a lock on the package lists is repeated", () => {
    // As printed on a new Debian where three stages installed at once.
    const lines = [
      "Reading package lists...",
      "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 2062 (apt-get)",
      "E: Unable to lock directory /var/lib/apt/lists/",
    ];
    expect(isLocked(new CommandError("apt-get ended with 100.", lines))).toBe(true);
  });

  it("for another reason is not repeated", () => {
    expect(isLocked(new CommandError("apt-get ended with 100.", ["E: Unable to locate package nope"]))).toBe(
      false,
    );
    expect(isLocked(new Error("Could not get lock"))).toBe(false);
  });
});
