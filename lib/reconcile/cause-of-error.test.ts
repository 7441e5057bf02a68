import { expect, test } from "vitest";
import { ShopUnreachableError } from "@/lib/engines/shop-client";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import { AppError } from "@/lib/errors";
import { causeOfError } from "./cause-of-error";

test("a shop that the ingress does not route to has the cause ingress_unreachable", () => {
  const error = new ShopUnreachableError("connect ECONNREFUSED 127.0.0.1:80");
  expect(causeOfError(error, "verify", woocommerceProfile.parts)).toMatchObject({
    code: "ingress_unreachable",
    component: "ingress",
    detail: expect.stringContaining("ECONNREFUSED"),
    waitingMayCure: true,
  });
});

test("a shop that answers and refuses the test order has the cause order_failed", () => {
  const error = new AppError("unavailable", "Checking out failed: the shop answered 402.");
  expect(causeOfError(error, "verify", woocommerceProfile.parts)).toMatchObject({
    code: "order_failed",
    component: "shop",
  });
});

test("an unreachable cluster is not taken for an unreachable ingress", () => {
  const error = new AppError("unavailable", "The cluster does not answer.");
  expect(causeOfError(error, "chart", woocommerceProfile.parts)).toMatchObject({
    code: "cluster_unreachable",
  });
});
