/**
 * What must be so for a change to be made, held against the thing as its asker sees it, inside the change's own
 * transaction. Throws AppError `precondition_failed`.
 */
export type Precondition<T> = (seen: T) => void;

/** For whoever changes a thing whatever it has become. */
export const always: Precondition<unknown> = () => {};
