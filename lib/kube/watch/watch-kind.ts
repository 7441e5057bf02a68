import { setTimeout as delay } from "node:timers/promises";
import { ApiError, describeFailure } from "../api-error";
import { toApiError, withQuery } from "../api-request";
import type { ClusterConnection } from "../connection/connect-to-cluster";
import { listAll } from "../http-kube";
import type { KubeObject } from "../kube-object";
import { readJsonLines } from "./read-json-lines";

export interface WatchedKind {
  /** The API's path for the kind over all namespaces, e.g. `/api/v1/pods`. */
  path: string;
  apiVersion: string;
  kind: string;
  labelSelector?: string;
  fieldSelector?: string;
  /** Objects for which it returns false are neither kept nor reported. */
  keep?(object: KubeObject): boolean;
  /** The part of an object that is kept and reported; nearly all of it where this is left out. */
  trim?(object: KubeObject): KubeObject;
}

export interface WatchHandlers {
  onChange(type: "added" | "modified" | "deleted", object: KubeObject): void;
  /** The kind is listed and watched: called once, and again after each `onLost`. */
  onSynced(): void;
  /** The connection broke, or the request was refused; called for each failed attempt. */
  onLost(message: string): void;
}

export interface WatchTimings {
  /** The server ends each watch after this time, plus up to half of it at random; then it is resumed. */
  watchMs: number;
  /** Bookmarks come every minute: after this long without an event the connection is considered dead. */
  silenceMs: number;
  backoffMs: { min: number; max: number };
}

/** How long to wait for the head of a watch's response. */
const headMs = 10_000;
/** After this many failures in a row the server may have been restored from a backup: list again. */
const relistAfter = 5;

const defaultTimings: WatchTimings = {
  watchMs: 240_000,
  silenceMs: 150_000,
  backoffMs: { min: 100, max: 5_000 },
};

interface WatchEvent {
  type: "ADDED" | "MODIFIED" | "DELETED" | "BOOKMARK" | "ERROR";
  object: KubeObject & { code?: number; message?: string };
}

/**
 * Lists a kind and watches it until closed, whatever the server does. What changed while the connection was lost is
 * reported as changes after the next list, deletions included.
 */
export class KindWatch {
  private readonly objects = new Map<string, KubeObject>();
  private readonly closing = new AbortController();
  private pause = new AbortController();
  private resourceVersion: string | null = null;
  private failures = 0;
  private openedAtMs: number | null = null;

  constructor(
    private readonly connection: ClusterConnection,
    private readonly kind: WatchedKind,
    private readonly handlers: WatchHandlers,
    private readonly timings: WatchTimings = defaultTimings,
  ) {}

  /** Runs until `close`; never rejects. */
  async run(): Promise<void> {
    while (!this.closing.signal.aborted) {
      this.openedAtMs = null;
      try {
        if (this.resourceVersion === null) await this.list();
        await this.follow();
      } catch (error) {
        if (this.closing.signal.aborted) return;
        if (error instanceof ApiError && error.status === 410) this.resourceVersion = null;
        else this.handlers.onLost(describeFailure(error));
      }
      // A watch that was open for a while is resumed at once; what ends early, even without an error, waits longer each time.
      const held = this.openedAtMs !== null && Date.now() - this.openedAtMs >= this.timings.backoffMs.max;
      this.failures = held ? 0 : this.failures + 1;
      if (this.failures >= relistAfter) this.resourceVersion = null;
      if (!held) await this.backOff();
    }
  }

  /** Drops an object that is no longer needed. */
  forget(object: KubeObject): void {
    this.objects.delete(keyOf(object));
  }

  /** Ends the back-off: the server answers other watches again. */
  hurry(): void {
    this.pause.abort();
  }

  close(): void {
    this.closing.abort();
  }

  private async list(): Promise<void> {
    const { path, labelSelector, fieldSelector } = this.kind;
    const { items, resourceVersion } = await listAll(this.connection, path, { labelSelector, fieldSelector });
    if (this.closing.signal.aborted) return;
    const gone = new Map(this.objects);
    for (const item of items) {
      gone.delete(keyOf(item));
      this.put(item);
    }
    for (const object of gone.values()) this.remove(object);
    this.resourceVersion = resourceVersion;
  }

  private async follow(): Promise<void> {
    const { path, labelSelector, fieldSelector } = this.kind;
    const { watchMs, silenceMs } = this.timings;
    const query = {
      watch: true,
      allowWatchBookmarks: true,
      resourceVersion: this.resourceVersion ?? undefined,
      timeoutSeconds: Math.round((watchMs * (1 + Math.random() / 2)) / 1000),
      labelSelector,
      fieldSelector,
    };
    const silence = new AbortController();
    const listen = (forMs: number) =>
      setTimeout(() => silence.abort(new Error(`no event for ${forMs / 1000} s`)), forMs);
    let watchdog = listen(Math.min(headMs, silenceMs));
    try {
      const response = await this.connection.request({
        method: "GET",
        path: withQuery(path, query),
        signal: AbortSignal.any([silence.signal, this.closing.signal]),
      });
      if (response.status !== 200) throw await toApiError(response);
      clearTimeout(watchdog);
      watchdog = listen(silenceMs);
      this.openedAtMs = Date.now();
      this.handlers.onSynced();
      for await (const event of readJsonLines<WatchEvent>(response.body)) {
        clearTimeout(watchdog);
        watchdog = listen(silenceMs);
        this.take(event);
      }
    } catch (error) {
      if (!silence.signal.aborted) throw error;
      // Events may have been missed: list again.
      this.resourceVersion = null;
      throw silence.signal.reason;
    } finally {
      clearTimeout(watchdog);
    }
  }

  private take({ type, object }: WatchEvent): void {
    if (type === "ERROR") throw new ApiError(object.code ?? 500, object.message ?? "the watch failed");
    if (type === "DELETED") this.remove(object);
    else if (type !== "BOOKMARK") this.put(object);
    this.resourceVersion = object.metadata.resourceVersion ?? this.resourceVersion;
  }

  private put(object: KubeObject): void {
    if (this.kind.keep && !this.kind.keep(object)) return;
    const key = keyOf(object);
    let known = this.objects.get(key);
    // The same name with another uid is another object: the deletion of the first was missed.
    if (known && known.metadata.uid !== object.metadata.uid) {
      this.remove(known);
      known = undefined;
    }
    if (known && known.metadata.resourceVersion === object.metadata.resourceVersion) return;
    const lean = slim(object, this.kind);
    this.objects.set(key, lean);
    this.handlers.onChange(known ? "modified" : "added", lean);
  }

  private remove(object: KubeObject): void {
    const key = keyOf(object);
    if (this.objects.delete(key)) this.handlers.onChange("deleted", slim(object, this.kind));
  }

  private async backOff(): Promise<void> {
    const { min, max } = this.timings.backoffMs;
    const ceiling = Math.min(max, min * 2 ** Math.min(this.failures - 1, 10));
    const waitMs = ceiling * (0.5 + Math.random() / 2);
    this.pause = new AbortController();
    const signal = AbortSignal.any([this.pause.signal, this.closing.signal]);
    await delay(waitMs, undefined, { signal }).catch(() => {});
  }
}

function keyOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ""}/${metadata.name}`;
}

const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/** The object without its field ownership and kubectl's copy, which take memory and are not read. */
function slim(object: KubeObject, { apiVersion, kind, trim }: WatchedKind): KubeObject {
  const { managedFields: _, annotations, ...metadata } = object.metadata;
  const { [lastApplied]: __, ...kept } = annotations ?? {};
  const lean = {
    ...object,
    apiVersion,
    kind,
    metadata: { ...metadata, ...(annotations && { annotations: kept }) },
  };
  return trim ? trim(lean) : lean;
}
