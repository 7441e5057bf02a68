import type { EventDetail, StoreEvent } from "@/lib/domain/store-event";

/** Every kind a stream names its messages by: EventSource wants each one listened for. */
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
  "store.members": true,
  "store.handover": true,
  "store.owner": true,
  "store.plan": true,
  "store.versions": true,
  "store.update": true,
  "store.forgotten": true,
} satisfies Record<EventDetail["kind"], true>) as EventDetail["kind"][];

/** What is told live is one object for all who listen: it is written out once. */
const written = new WeakMap<StoreEvent, string>();

/** One server-sent event; its id lets a stream that was cut off go on where it was. */
export function formatEvent(event: StoreEvent): string {
  let message = written.get(event);
  if (message === undefined) {
    message = formatMessage(event.detail.kind, event, event.seq);
    written.set(event, message);
  }
  return message;
}

/** JSON.stringify leaves no raw line break, so one data line is enough. */
export function formatMessage(name: string, data: unknown, id?: number): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

export function parseEvent(data: string): StoreEvent {
  const event = JSON.parse(data) as Omit<StoreEvent, "at"> & { at: string };
  return { ...event, at: new Date(event.at) };
}
