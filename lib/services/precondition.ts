/**
 * A condition for a change. It is checked against the representation that the caller would read, inside the
 * transaction of the change. Throws AppError `precondition_failed`.
 */
export type Precondition<T> = (seen: T) => void;

/** No condition. */
export const always: Precondition<unknown> = () => {};
