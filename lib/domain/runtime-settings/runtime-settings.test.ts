import { describe, expect, it } from "vitest";
import { whyNotOrigin } from "./allowed-origins";
import {
  fitRuntimeSettings,
  mergeRuntimeSettings,
  type RuntimeSettingsSupport,
  runtimeSettingsChange,
  whyNotOnPlan,
} from "./runtime-settings";

const support: RuntimeSettingsSupport = {
  groups: ["php", "allowedOrigins", "constants"],
  mostMemoryMib: ({ memoryMib }) => memoryMib / 2,
  originsMay: "",
};
const plan = { name: "Small", cpuMillis: 1_000, memoryMib: 1_024 };

const problemsOf = (change: unknown) =>
  (runtimeSettingsChange.safeParse(change).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

describe("a change of runtime settings", () => {
  const settable =
    "WP_DEBUG, WP_POST_REVISIONS, EMPTY_TRASH_DAYS, AUTOSAVE_INTERVAL, MEDIA_TRASH, DISALLOW_FILE_MODS, DISALLOW_UNFILTERED_HTML, AUTOMATIC_UPDATER_DISABLED";

  it.each<[unknown, string]>([
    [{}, ": Name at least one group to change."],
    [{ php: { uploadMib: 1 } }, "php.uploadMib: The upload size must be a whole number from 2 to 1,024 MiB."],
    [
      { php: { memoryMib: 127 } },
      "php.memoryMib: The memory of a request must be a whole number from 128 to 65,536 MiB.",
    ],
    [
      { php: { maxExecutionSeconds: 1.5 } },
      "php.maxExecutionSeconds: The run time of a request must be a whole number from 30 to 600 seconds.",
    ],
    [
      { php: { maxInputVars: "many" } },
      "php.maxInputVars: The number of form fields must be a whole number from 1,000 to 100,000 fields.",
    ],
    [
      { constants: { WP_POST_REVISIONS: -1 } },
      "constants.WP_POST_REVISIONS: WP_POST_REVISIONS must be a whole number from 0 to 1,000 revisions.",
    ],
    [{ constants: { WP_DEBUG: "yes" } }, "constants.WP_DEBUG: WP_DEBUG must be true or false."],
    [
      { constants: { DB_PASSWORD: "x" } },
      `constants.DB_PASSWORD: “DB_PASSWORD” can't be set here. These can: ${settable}.`,
    ],
    [
      { constants: { WP_HOME: "https://evil.example.com" } },
      `constants.WP_HOME: “WP_HOME” can't be set here. These can: ${settable}.`,
    ],
    [
      { constants: { WP_DEBUG: true, WP_DEBUG_LOG: true } },
      "constants.WP_DEBUG_LOG: WP_DEBUG_LOG is not needed: with WP_DEBUG the store's log has all reports.",
    ],
    [
      { allowedOrigins: ["https://a.example.com", "*"] },
      "allowedOrigins: “*” would allow unknown websites. Name each origin, such as https://www.example.com.",
    ],
  ])("that a store can't have is refused with a sentence: %j", (change, problem) => {
    expect(problemsOf(change)).toEqual([problem]);
  });

  it("replaces the groups that it names, and an empty group restores its defaults", () => {
    const now = { php: { uploadMib: 100 }, allowedOrigins: ["https://a.example.com"] };
    expect(mergeRuntimeSettings(now, { php: { memoryMib: 300 } })).toEqual({
      php: { memoryMib: 300 },
      allowedOrigins: ["https://a.example.com"],
    });
    expect(mergeRuntimeSettings(now, { php: {}, allowedOrigins: [], constants: {} })).toEqual({});
  });

  it("keeps each origin once, as browsers send it", () => {
    const { allowedOrigins } = mergeRuntimeSettings(
      {},
      {
        allowedOrigins: ["HTTPS://A.example.com:443/", "https://a.example.com", "http://b.example.com:8080"],
      },
    );
    expect(allowedOrigins).toEqual(["https://a.example.com", "http://b.example.com:8080"]);
  });
});

it.each([
  ["https://a.example.com", null],
  ["http://localhost:3000/", null],
  ["https://[::1]:8443", null],
  ["*", "would allow unknown websites"],
  ["https://*.example.com", "would allow unknown websites"],
  ["null", "is the origin of local files"],
  ["https://a.example.com/shop", "is not an origin"],
  ["https://a.example.com?x", "is not an origin"],
  ["https://user@a.example.com", "is not an origin"],
  ["ftp://a.example.com", "is not an origin"],
  ["a.example.com", "is not an origin"],
  ["https://a$(b).example.com", "is not an origin"],
])("the origin %s is judged", (text, reason) => {
  if (reason === null) expect(whyNotOrigin(text)).toBeNull();
  else expect(whyNotOrigin(text)).toContain(reason);
});

describe("the memory of a request", () => {
  it("that the plan can't hold is refused with the possible number", () => {
    expect(whyNotOnPlan({ php: { memoryMib: 512 } }, support, plan)).toBeNull();
    expect(whyNotOnPlan({ php: { memoryMib: 513 } }, support, plan)).toBe(
      "The memory of a request is at most 512 MiB on the plan Small. 513 MiB is too much.",
    );
  });

  it("is what a plan holds that became smaller", () => {
    const settings = { php: { memoryMib: 600, uploadMib: 90 } };
    expect(fitRuntimeSettings(settings, support, plan)).toEqual({ php: { memoryMib: 512, uploadMib: 90 } });
    expect(fitRuntimeSettings(settings, null, plan)).toBe(settings);
  });
});
