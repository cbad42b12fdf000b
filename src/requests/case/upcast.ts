/** Lifts events of older releases to the shape of today when they are read; what is stored is never rewritten. */
import { isObject } from './event-fields.ts';

type Stored = Readonly<Record<string, unknown>>;

/** By the event's type as it was stored: what it is today. A lift leaves an event alone that has today's shape already. */
export type Lifts = Readonly<Record<string, (event: Stored) => Stored>>;

/** None yet: every shape of the first release is still today's. A new one comes with a stored history of the old shape in the tests. */
const lifts: Lifts = {};

export const upcast = (value: unknown, by: Lifts = lifts): unknown => {
  if (!isObject(value)) return value;
  const { type } = value;
  const lift = typeof type === 'string' && Object.hasOwn(by, type) ? by[type] : undefined;
  return lift === undefined ? value : lift(value);
};
