import { describe, expect, it } from "vitest";
import type { Cause } from "@/lib/domain/cause";
import { woocommerceProfile } from "@/lib/engines/woocommerce/woocommerce-profile";
import type { StoreObjectResource } from "@/lib/http/resources/insight-resource";
import { listParts } from "./list-parts";

const object = (kind: string, component: string, state: StoreObjectResource["state"] = "ok") =>
  ({
    kind,
    name: `${component}-1`,
    component,
    state,
    status: "",
    warnings: [],
    createdAt: null,
    apiVersion: "v1",
  }) as StoreObjectResource;

describe("the components of a store", () => {
  it("are running if the store is healthy", () => {
    const objects = [
      object("Deployment", "shop"),
      object("StatefulSet", "database"),
      object("CronJob", "cron"),
      object("PersistentVolumeClaim", "shop"),
      object("PersistentVolumeClaim", "database"),
    ];
    expect(listParts(objects, null, woocommerceProfile.parts)).toEqual([
      { name: "Shop", state: "ok", words: "Running" },
      { name: "Database", state: "ok", words: "Running" },
      { name: "Volumes", state: "ok", words: "2 bound" },
    ]);
  });

  it("are failing if a pod crashes", () => {
    const crashing = [object("Deployment", "shop", "busy"), object("Pod", "shop", "bad")];
    expect(listParts(crashing, null, woocommerceProfile.parts)[0]).toMatchObject({
      state: "bad",
      words: "Failing",
    });
    const starting = [object("Deployment", "shop", "busy"), object("Pod", "shop", "busy")];
    expect(listParts(starting, null, woocommerceProfile.parts)[0]).toMatchObject({
      state: "busy",
      words: "Starting",
    });
  });

  it("are failing if the cluster refuses their pods", () => {
    const objects = [object("Deployment", "shop"), object("StatefulSet", "database", "busy")];
    const cause = {
      code: "admission_refused",
      component: "database",
      message: "No.",
      waitingMayCure: false,
    } as const;
    const states = (given: Cause) =>
      listParts(objects, given, woocommerceProfile.parts).map(({ state }) => state);
    expect(states(cause)).toEqual(["ok", "bad"]);
    expect(states({ ...cause, code: "starting" })).toEqual(["ok", "busy"]);
  });

  it("show the number of pending volumes", () => {
    const disks = [
      object("PersistentVolumeClaim", "shop", "busy"),
      object("PersistentVolumeClaim", "database"),
    ];
    expect(listParts(disks, null, woocommerceProfile.parts)).toEqual([
      { name: "Volumes", state: "busy", words: "1 of 2 pending" },
    ]);
  });
});
