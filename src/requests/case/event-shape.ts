/** Is a value one of our events? Asked strictly before it is written, and widely when the history of any release is read. */
import type { CaseEvent, CaseEventType } from './case-events.ts';
import { badField, type Fields, instant, isObject, text } from './event-fields.ts';
import { eventTable } from './event-table.ts';
import { upcast } from './upcast.ts';

const table: Readonly<Record<CaseEventType, Fields>> = eventTable;

const isKnownType = (type: unknown): type is CaseEventType =>
  typeof type === 'string' && Object.hasOwn(table, type);

const stamp: Fields = { at: instant, by: text };
const stampNames = ['type', 'at', 'by', 'personal'];

type How = 'fits' | 'read';

const isPersonal = (value: unknown): boolean =>
  value === undefined || (isObject(value) && Object.values(value).every(text.fits));

/** What is wrong with a value that should be an event, or null. */
const wrong = (value: unknown, how: How): string | null => {
  if (!isObject(value)) return 'this is no event of a case';
  const { type } = value;
  if (!isKnownType(type)) return 'there is no event of that type';
  if (!isPersonal(value['personal'])) return `${type}: personal is not as it should be`;
  const bad = badField(stamp, value, how) ?? badField(table[type], value, how);
  if (bad !== null) return `${type}: ${bad} is not as it should be`;
  const strange =
    how === 'read'
      ? undefined
      : Object.keys(value).find((name) => !stampNames.includes(name) && !Object.hasOwn(table[type], name));
  return strange === undefined ? null : `${type}: it has no field ${strange}`;
};

/** True for what this release may write: known fields only, codes from today's lists. */
export const isCaseEvent = (value: unknown): value is CaseEvent => wrong(value, 'fits') === null;

/** For writing; throws and names the field, never its value. */
export const parseCaseEvent = (value: unknown): CaseEvent => {
  if (isCaseEvent(value)) return value;
  throw new Error(wrong(value, 'fits') ?? 'this is no event of a case');
};

const isReadable = (value: unknown): value is CaseEvent => wrong(value, 'read') === null;

/**
 * For reading what any release wrote: older shapes are lifted, a field of a later release is passed over, a code that has left its list is
 * kept. Throws for an event type that this release does not know: its meaning for the clock would be lost.
 */
export const readCaseEvent = (value: unknown): CaseEvent => {
  const lifted = upcast(value);
  if (isReadable(lifted)) return lifted;
  throw new Error(wrong(lifted, 'read') ?? 'this is no event of a case');
};
