import { expect, test } from "vitest";
import { listOutgoing } from "./image-update";

test("the outgoing images are the previous ones in an update and the newer ones in a rollback, without images of both", () => {
  const update = {
    from: { images: { shop: "shop:1", database: "database:1" }, versions: [] },
    to: { images: { shop: "shop:2", database: "database:1" }, versions: [] },
  };
  expect(listOutgoing({ ...update, failure: null })).toEqual(["shop:1"]);
  const cause = { code: "internal", component: "shop", message: "No.", waitingMayCure: false } as const;
  const failure = { at: 0, cause, diagnosis: { warnings: [], logs: [] } };
  expect(listOutgoing({ ...update, failure })).toEqual(["shop:2"]);
});
