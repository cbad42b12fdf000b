/** From reminders that are due to who is told: one key for each rung and reader, so that one reader's failure is not another's. */
import type { Case } from '../../requests/case/case.ts';
import type { Reminder } from '../../requests/reminders/due-reminder.ts';
import type { Audience } from '../../requests/reminders/reminder-table.ts';

export const toChannel = 'channel';

/** A reminder for one reader: a user id, or {@link toChannel}. */
export type Telling = { readonly key: string; readonly reader: string; readonly reminder: Reminder };

/** People who are not there: on leave for a while, or gone for good. */
export type Absences = ReadonlyMap<string, 'on_leave' | 'left'>;

/** Who is there to be told. */
export type Readers = {
  readonly approvers: readonly string[];
  readonly channel: boolean;
  readonly absences: Absences;
};

export const tellingKey = (reminder: string, reader: string): string => `${reminder}>${reader}`;

/** The parts of a key: of which rung, for whom. */
export const readTellingKey = (
  key: string,
): { readonly reminder: string; readonly reader: string; readonly number: string } | null => {
  const [, reminder = '', number = '', reader = ''] = /^(remind\/([^/]+)\/[^>]+)>(.+)$/.exec(key) ?? [];
  return reader === '' ? null : { reminder, reader, number };
};

const acting = 15 * 60_000;

/** Whoever did something on the case a moment ago has it before their eyes. */
const justActed = (request: Case | null, reader: string, now: Date): boolean =>
  request !== null &&
  request.lastBy === reader &&
  Math.abs(now.getTime() - Date.parse(request.lastAt)) < acting;

const assigneesOf = (request: Case | null): readonly string[] =>
  (request?.tasks ?? []).flatMap(({ assignee, status }) =>
    assignee !== null && status === 'open' ? [assignee] : [],
  );

/** Whoever was asked to search and has not answered. */
const askedOf = (request: Case | null): readonly string[] =>
  (request?.asked ?? []).flatMap(({ people, result }) => (result === null ? people : []));

/** Those whose absence would leave a case, a step or a search alone. */
export const workersOn = (request: Case | null): readonly string[] => [
  ...(request === null || request.owner === null ? [] : [request.owner]),
  ...assigneesOf(request),
  ...askedOf(request),
];

/** A search of which nobody is there who was asked is the owner's to look after. */
const nobodyThere = (request: Case | null, { absences }: Readers): boolean =>
  (request?.asked ?? []).some(
    ({ people, result }) => result === null && people.every((user) => absences.has(user)),
  );

/** What would have been read by somebody who is not there is read by the approvers and the channel too. */
const escalated = (workers: readonly string[], request: Case | null, readers: Readers): readonly string[] => {
  if (!workers.some((user) => readers.absences.has(user))) return workers;
  const present = workers.filter((user) => readers.absences.get(user) !== 'left');
  return [...present, ...readersOf('manager', request, readers), ...readersOf('channel', request, readers)];
};

const readersOf = (each: Audience, request: Case | null, readers: Readers): readonly string[] => {
  switch (each) {
    case 'owner':
      return escalated(request?.owner == null ? [] : [request.owner], request, readers);
    case 'asked':
      return [
        ...askedOf(request).filter((user) => readers.absences.get(user) !== 'left'),
        ...(nobodyThere(request, readers) ? readersOf('owner', request, readers) : []),
      ];
    case 'tasks':
      return escalated(assigneesOf(request), request, readers);
    case 'approver':
    case 'manager':
      return readers.approvers.filter((user) => request === null || !request.conflicts.includes(user));
    case 'channel':
      return readers.channel ? [toChannel] : [];
  }
};

/** Where nobody of the audience can be reached, the channel is told, and without a channel the approvers are. */
const standIn = (request: Case | null, readers: Readers): readonly string[] =>
  readers.channel ? [toChannel] : readersOf('approver', request, readers);

/**
 * One telling for each reader. What somebody just did is not told to them: a rung that is due then is left to the others, and to the
 * channel when there is nobody else.
 */
export const tellingsOf = (
  reminder: Reminder,
  request: Case | null,
  readers: Readers,
  now: Date,
): readonly Telling[] => {
  const found = new Set(reminder.to.flatMap((each) => readersOf(each, request, readers)));
  if (reminder.track === 'logged' && request !== null) found.delete(request.loggedBy);
  // Whoever the case is about hears nothing of it.
  for (const user of request?.conflicts ?? []) found.delete(user);
  const others = [...found].filter((reader) => !justActed(request, reader, now));
  const reached = others.length > 0 ? others : standIn(request, readers);
  return reached.map((reader) => ({ key: tellingKey(reminder.key, reader), reader, reminder }));
};

export const byMessage = <Each extends Telling>(
  tellings: readonly Each[],
  messageOf: (telling: Each) => string,
): ReadonlyMap<string, readonly Each[]> => {
  const found = new Map<string, Each[]>();
  for (const telling of tellings) {
    const id = messageOf(telling);
    const known = found.get(id);
    if (known === undefined) found.set(id, [telling]);
    else known.push(telling);
  }
  return found;
};

/** Overdue first, then by the days that are left, then what has no date. */
export const mostUrgentFirst = (a: Reminder, b: Reminder): number =>
  (a.daysLeft ?? 9_999) - (b.daysLeft ?? 9_999) ||
  a.slot.localeCompare(b.slot) ||
  (a.case ?? '').localeCompare(b.case ?? '');
