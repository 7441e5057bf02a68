import { formatBytes } from "@/lib/diagnosis/format-bytes";
import { parseQuantity } from "@/lib/diagnosis/parse-quantity";
import type { Cause, Component } from "@/lib/domain/cause";
import type { StoreParts } from "@/lib/domain/store-part";
import { nameInside } from "./about-component";

/**
 * Why the API server refuses to create an object, from its message: that of an apply's 403, or of a controller's
 * FailedCreate event.
 */
export function explainRefusal(component: Component, detail: string, store: { parts: StoreParts }): Cause {
  const base = { component, detail };
  const quota = explainQuota(component, detail, store);
  if (quota) return quota;
  if (/violates PodSecurity/.test(detail)) {
    return {
      ...base,
      code: "admission_refused",
      message: `The cluster's security rules refuse ${nameInside(component, store)}: ${podSecurityReasons(detail)}.`,
      next: "Change the chart's security settings so that they meet the namespace's Pod Security level.",
      waitingMayCure: false,
    };
  }
  const webhook =
    /admission webhook "([^"]+)" denied the request:? ?(.*)/s.exec(detail) ??
    /ValidatingAdmissionPolicy '([^']+)' with binding '[^']+' denied request:? ?(.*)/s.exec(detail);
  if (webhook) {
    return {
      ...base,
      code: "admission_refused",
      message: `A rule of the cluster (${webhook[1]}) refuses ${nameInside(component, store)}: ${oneSentence(webhook[2])}`,
      next: "Ask the cluster's administrator what the rule requires.",
      waitingMayCure: false,
    };
  }
  const broken = /failed calling webhook "([^"]+)"/.exec(detail);
  if (broken) {
    return {
      ...base,
      code: "admission_refused",
      message: `A check of the cluster (${broken[1]}) does not answer, so ${nameInside(component, store)} can't be created. It is tried again.`,
      next: "Ask the cluster's administrator to look at that webhook.",
      waitingMayCure: true,
    };
  }
  const permanent = /is forbidden|is invalid/.test(detail);
  const account = /serviceaccount "([^"]+)" not found/.exec(detail);
  return {
    ...base,
    code: "admission_refused",
    message: account
      ? `The cluster can't create ${nameInside(component, store)}: the service account ${account[1]} is missing.`
      : `The cluster refuses to create ${nameInside(component, store)}: ${oneSentence(reasonOf(detail))}`,
    ...(account && { next: "Create the service account, or name another one in the chart." }),
    ...(permanent && !account && { next: "Change the chart, or the rule that refuses it." }),
    // Limits and policies stay; a missing object may be created, and a timeout may pass.
    waitingMayCure: !permanent || account !== null,
  };
}

function explainQuota(component: Component, detail: string, store: { parts: StoreParts }): Cause | null {
  const base = { code: "quota_exceeded", component, detail } as const;
  const missing = /failed quota: ([^:]+): must specify (.+)$/.exec(detail);
  if (missing) {
    const resources = [...(missing[2] ?? "").matchAll(/([\w./-]+) for: /g)].map((match) => match[1]);
    return {
      ...base,
      message: `The store's quota wants ${resources.join(", ") || missing[2]} to be set for ${nameInside(component, store)}.`,
      next: "Set requests and limits for it, or defaults in the namespace's LimitRange.",
      waitingMayCure: false,
    };
  }
  const exceeded = /exceeded quota: ([^,]+), requested: (\S+), used: (\S+), limited: (\S+)/.exec(detail);
  if (!exceeded) return null;
  const requested = readAmounts(exceeded[2] ?? "");
  const used = readAmounts(exceeded[3] ?? "");
  const limited = readAmounts(exceeded[4] ?? "");
  const shortages = [...requested].map(([resource, amount]) => {
    const inUse = `${inWords(resource, used.get(resource))} of ${inWords(resource, limited.get(resource))} in use`;
    return `${resourceWord(resource)}: ${inWords(resource, amount)} requested, ${inUse}`;
  });
  const neverFits = [...requested].some(
    ([resource, amount]) => parseQuantity(amount) > parseQuantity(limited.get(resource) ?? "0"),
  );
  return {
    ...base,
    message: `The store's quota has no capacity left for ${nameInside(component, store)} (${shortages.join("; ")}).`,
    next: neverFits ? "Raise the quota, or request less." : "Free some of it, or raise the quota.",
    waitingMayCure: !neverFits,
  };
}

function readAmounts(list: string): Map<string, string> {
  return new Map(list.split(",").map((pair) => pair.split("=") as [string, string]));
}

function inWords(resource: string, amount = "0"): string {
  const value = parseQuantity(amount);
  return /memory|storage/.test(resource) ? formatBytes(value) : String(value);
}

function resourceWord(resource: string): string {
  const [scope = "", name = scope] = resource.split(".");
  if (/storage/.test(resource)) return "disk";
  const unit = name === "cpu" ? "CPU" : name;
  return scope === "limits" ? `limit of ${unit}` : unit;
}

function podSecurityReasons(detail: string): string {
  const list = /violates PodSecurity "[^"]*": (.*)$/s.exec(detail)?.[1] ?? detail;
  const reasons = [...list.matchAll(/([A-Za-z ]+?(?:[!=]= ?\w+)?) \((?:[^()]|\([^()]*\))*\)/g)];
  const words = reasons.map((match) => match[1]?.replace(/^[, ]+/, "").trim()).filter(Boolean);
  return words.join(", ") || oneSentence(list);
}

/** The reason in `pods "x" is forbidden: reason`. */
function reasonOf(detail: string): string {
  return detail.replace(/^Error creating: /, "").replace(/^.*? is (?:forbidden|invalid): /, "");
}

function oneSentence(text = ""): string {
  const line = text.trim().split("\n")[0] ?? "";
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
