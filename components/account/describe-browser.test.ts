import { describe, expect, it } from "vitest";
import { describeBrowser, isHandheld } from "./describe-browser";

const chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0";

describe("describing a browser", () => {
  it.each([
    [`${chrome} Safari/537.36`, "Chrome on Linux"],
    [`${chrome} Safari/537.36 Edg/142.0`, "Edge on Linux"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
      "Firefox on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    ["curl/8.5.0", "Unknown browser"],
    [null, "Unknown browser"],
  ])("%s", (userAgent, name) => {
    expect(describeBrowser(userAgent)).toBe(name);
  });

  it("recognises phones and tablets", () => {
    expect(isHandheld("Mozilla/5.0 (Linux; Android 15) Chrome/142.0")).toBe(true);
    expect(isHandheld(chrome)).toBe(false);
  });
});
