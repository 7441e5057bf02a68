import type { z } from "zod";
import type { OperationProfile } from "@/lib/domain/operation";
import type { Kind } from "./kind";
import * as registry from "./registry";

type Registered = (typeof registry)[keyof typeof registry];

/** The names of the kinds in the registry. */
export type KindName = Registered["name"];

/** What a kind keeps on its row. */
export type StateOf<Name extends KindName> = z.output<Extract<Registered, { name: Name }>["state"]>;

export const kinds: readonly Kind[] = Object.values(registry) as unknown as Kind[];

export const kindNames: readonly string[] = kinds.map(({ name }) => name);

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** Undefined for an operation of a kind that this version does not have. */
export function findKind(name: string): Kind | undefined {
  return byName.get(name);
}

/** Throws for a kind that this version does not have. */
export function getKind(name: string): Kind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`There is no kind of operation “${name}”.`);
  return kind;
}

/** What pages know about each kind, by name. */
export const profiles: Readonly<Record<string, OperationProfile>> = Object.fromEntries(
  kinds.map(({ name, titles, steps, cancelling }) => [
    name,
    {
      titles,
      steps: steps.map((step) => ({ name: step.name, title: step.title })),
      cancelling: cancelling?.effect ?? null,
    },
  ]),
);
