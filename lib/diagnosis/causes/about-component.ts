import type { Component } from "@/lib/domain/cause";
import { componentLabel } from "../observe-workloads";

const names: Record<Component, string> = {
  store: "The store",
  disk: "The disk",
  database: "The database",
  shop: "The shop",
  cron: "The background job",
  ingress: "The entrance",
  cluster: "The cluster",
};

/** A component as a sentence begins with it. */
export function nameOf(component: Component): string {
  return names[component];
}

/** A component inside a sentence. */
export function nameInside(component: Component): string {
  return names[component].replace(/^The/, "the");
}

/** The part of the store that a labelled object belongs to. */
export function componentOf(object: { metadata?: { labels?: Record<string, string> } }): Component {
  const label = object.metadata?.labels?.[componentLabel];
  return label === "shop" || label === "database" || label === "cron" ? label : "store";
}
