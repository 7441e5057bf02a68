import type { EventDetail, StoreEvent } from "@/lib/domain/store-event";

/** Every event kind. EventSource needs a listener for each one. */
export const eventKinds = Object.keys({
  "operation.queued": true,
  "operation.started": true,
  "operation.finished": true,
  "operation.failed": true,
  "operation.cancelled": true,
  "step.started": true,
  "step.waiting": true,
  "step.finished": true,
  "step.failed": true,
  "store.phase": true,
  "store.drift": true,
  "store.warning": true,
  "store.members": true,
  "store.handover": true,
  "store.owner": true,
  "store.plan": true,
  "store.safe-mode": true,
  "store.versions": true,
  "store.update": true,
  "store.forgotten": true,
} satisfies Record<EventDetail["kind"], true>) as EventDetail["kind"][];

/** All streams share the object of a live event, so it is formatted once. */
const formatted = new WeakMap<StoreEvent, string>();

/** One server-sent event. Its id lets an interrupted stream continue after it. */
export function formatEvent(event: StoreEvent): string {
  let message = formatted.get(event);
  if (message === undefined) {
    message = formatMessage(event.detail.kind, event, event.seq);
    formatted.set(event, message);
  }
  return message;
}

/** One data line is enough: JSON.stringify escapes line breaks. */
export function formatMessage(name: string, data: unknown, id?: number): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

export function parseEvent(data: string): StoreEvent {
  const event = JSON.parse(data) as Omit<StoreEvent, "at"> & { at: string };
  return { ...event, at: new Date(event.at) };
}
