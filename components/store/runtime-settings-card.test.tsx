// @vitest-environment jsdom
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { emptyTimeline } from "@/lib/domain/timeline";
import { engineProfiles } from "@/lib/engines/engine-profiles";
import { stepSource } from "@/lib/engines/step-source";
import {
  type RuntimeSettingsResource,
  toRuntimeSettingsResource,
} from "@/lib/http/resources/runtime-settings-resource";
import { listOperationProfiles } from "@/lib/services/operations/list-operation-profiles";
import { fakeApi, problem } from "@/tests/support/fake-api";
import { fakeEventSource } from "@/tests/support/fake-event-source";
import { renderInApp } from "@/tests/support/render-in-app";
import { shownStore } from "@/tests/support/shown-store";
import { RuntimeSettingsCard } from "./runtime-settings-card";
import { StoreProvider } from "./store-provider";

function settingsOf(type: string, settings: object = {}): RuntimeSettingsResource {
  const support = engineProfiles[type]?.runtimeSettings ?? null;
  return toRuntimeSettingsResource({ settings, running: settings, support, mostMemoryMib: 512 });
}

const path = "/api/stores/blue/runtime-settings";

/** The card of a store with these settings; the API answers a change with `answer`. */
function showCard(
  type: string,
  settings: RuntimeSettingsResource,
  answer: (body: unknown) => Response = (body) => Response.json({ ...settings, ...(body as object) }),
) {
  fakeEventSource();
  const calls = fakeApi(({ method, path: asked, body }) => {
    if (asked !== path) return Response.json({});
    return method === "GET" ? Response.json(settings, { headers: { etag: '"1"' } }) : answer(body);
  });
  const { user } = renderInApp(
    <StoreProvider
      store={{ ...shownStore, type, phase: "ready", readyAt: shownStore.createdAt }}
      typeLabel="A type"
      sells={false}
      engine={stepSource(engineProfiles, type)}
      operations={listOperationProfiles()}
      timeline={emptyTimeline}
      can={["read", "operate"]}
    >
      <RuntimeSettingsCard settings={settings} />
    </StoreProvider>,
  );
  return { user, changes: () => calls.filter(({ method }) => method === "PATCH") };
}

it("the card shows each limit with its unit, its range and its default, and sends what was set", async () => {
  const { user, changes } = showCard("wordpress", settingsOf("wordpress"));
  expect(screen.queryByRole("button", { name: "Reset to defaults" })).toBeNull();
  const upload = screen.getByLabelText("Upload size");
  expect(upload.getAttribute("placeholder")).toBe("64");
  expect(document.body.textContent).toContain("128 to 512 MiB.");
  await user.type(upload, "128");
  await user.type(screen.getByLabelText("Allowed origins"), "https://a.example.com\nhttps://b.example.com");
  await user.type(screen.getByLabelText("WP_POST_REVISIONS"), "5");
  await user.click(screen.getByLabelText("DISALLOW_FILE_MODS"));
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("The runtime settings are being changed.");
  expect(changes()).toMatchObject([
    {
      path,
      body: {
        php: { uploadMib: 128 },
        allowedOrigins: ["https://a.example.com", "https://b.example.com"],
        constants: { WP_POST_REVISIONS: 5, DISALLOW_FILE_MODS: true },
      },
      headers: { "If-Match": '"1"' },
    },
  ]);
});

it("a refused value has its reason at its field", async () => {
  const reason = "The memory of a request is at most 512 MiB on the plan Standard. 600 MiB is too much.";
  const { user } = showCard("wordpress", settingsOf("wordpress"), () =>
    problem(422, reason, [{ field: "php.memoryMib", message: reason }]),
  );
  const field = screen.getByLabelText("Memory of a request");
  await user.type(field, "600");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(reason);
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await waitFor(() => expect(document.activeElement).toBe(field));
});

it("a reset sends empty groups", async () => {
  const settings = settingsOf("wordpress", { php: { uploadMib: 128 }, constants: { WP_DEBUG: true } });
  const { user, changes } = showCard("wordpress", settings);
  expect((screen.getByLabelText("Upload size") as HTMLInputElement).value).toBe("128");
  await user.click(screen.getByRole("button", { name: "Reset to defaults" }));
  await screen.findByText("The runtime settings are being changed.");
  expect(changes()).toMatchObject([{ body: { php: {}, allowedOrigins: [], constants: {} } }]);
  expect((screen.getByLabelText("Upload size") as HTMLInputElement).value).toBe("");
});

it("somebody else's change is shown instead of being overwritten", async () => {
  const { user, changes } = showCard("wordpress", settingsOf("wordpress", { php: { uploadMib: 128 } }));
  fakeApi(() => Response.json(settingsOf("wordpress", { php: { uploadMib: 256 } })));
  await user.type(screen.getByLabelText("Number of form fields"), "9000");
  await user.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText(/Somebody else has changed this/);
  expect((screen.getByLabelText("Upload size") as HTMLInputElement).value).toBe("256");
  expect(changes()).toEqual([]);
});

it("a Medusa shop has allowed origins alone", () => {
  showCard("medusa", settingsOf("medusa"));
  expect(screen.getByLabelText("Allowed origins")).toBeDefined();
  expect(screen.queryByText("PHP limits")).toBeNull();
  expect(screen.queryByText("WordPress constants")).toBeNull();
});
