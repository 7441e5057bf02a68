import { expect, test } from "vitest";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import { explainRefusal } from "./explain-refusal";

test("waiting can cure an exhausted quota, and cannot cure a request above the quota", () => {
  const sentence = (requested: string, used: string, limited: string) =>
    `pods "a-0" is forbidden: exceeded quota: a, requested: ${requested}, used: ${used}, limited: ${limited}`;
  const full = explainRefusal(
    "database",
    sentence(
      "limits.memory=512Mi,requests.cpu=250m",
      "limits.memory=4Gi,requests.cpu=2",
      "limits.memory=4Gi,requests.cpu=2",
    ),
    woocommerceProfile,
  );
  expect(full).toMatchObject({ code: "quota_exceeded", waitingMayCure: true });
  expect(full.message).toBe(
    "The store's quota has no capacity left for the database (limit of memory: 512 MB requested, 4 GB of 4 GB in use; CPU: 0.25 requested, 2 of 2 in use).",
  );
  const tooBig = explainRefusal(
    "disk",
    sentence("requests.storage=20Gi", "requests.storage=0", "requests.storage=10Gi"),
    woocommerceProfile,
  );
  expect(tooBig).toMatchObject({ waitingMayCure: false, next: "Raise the quota, or request less." });
  expect(tooBig.message).toContain("(disk: 20 GB requested, 0 bytes of 10 GB in use)");
});

test("a webhook's message is passed on", () => {
  const cause = explainRefusal(
    "shop",
    'admission webhook "validate.kyverno.svc-fail" denied the request: images must be signed\n\nresource Pod/a/b was blocked',
    woocommerceProfile,
  );
  expect(cause).toMatchObject({ code: "admission_refused", waitingMayCure: false });
  expect(cause.message).toBe(
    "A rule of the cluster (validate.kyverno.svc-fail) refuses the shop: images must be signed.",
  );
});

test("an unknown refusal is passed on as it is", () => {
  const cause = explainRefusal("shop", "etcdserver: request timed out", woocommerceProfile);
  expect(cause).toMatchObject({ code: "admission_refused", waitingMayCure: true });
  expect(cause.message).toBe("The cluster refuses to create the shop: etcdserver: request timed out.");
});
