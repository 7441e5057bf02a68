import type { Component, PlatformComponent } from "@/lib/domain/cause";
import { startSentence } from "@/lib/domain/start-sentence";
import { findPart, partPhrase, type StoreParts } from "@/lib/domain/store-part";
import { componentLabel } from "../store-snapshot";

const platformPhrases: Record<PlatformComponent, string> = {
  store: "the store",
  disk: "the disk",
  ingress: "the entrance",
  cluster: "the cluster",
};

interface WithParts {
  parts: StoreParts;
}

/** The name of a component at the start of a sentence. */
export function nameOf(component: Component, store: WithParts): string {
  return startSentence(nameInside(component, store));
}

/** The name of a component inside a sentence. */
export function nameInside(component: Component, { parts }: WithParts): string {
  return component in platformPhrases
    ? platformPhrases[component as PlatformComponent]
    : partPhrase(parts, component);
}

/** The part of the store that a labelled object belongs to. */
export function componentOf(
  object: { metadata?: { labels?: Record<string, string> } },
  { parts }: WithParts,
): Component {
  return findPart(parts, object.metadata?.labels?.[componentLabel])?.name ?? "store";
}
