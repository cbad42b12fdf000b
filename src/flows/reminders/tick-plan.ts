/** From what a tick sees to what it does: what to claim, to settle and to say. Pure: it reads the ledger and writes nothing. */
import type { Ledger, LedgerChange } from '../../register/ledger.ts';
import type { Case } from '../../requests/case/case.ts';
import type { Reminder } from '../../requests/reminders/due-reminder.ts';
import { registerReminders } from '../../requests/reminders/register-reminders.ts';
import type { ReminderRules } from '../../requests/reminders/reminder-days.ts';
import { type RungCache, reminderByKey } from '../../requests/reminders/reminders.ts';
import { digestId } from './digest-book.ts';
import {
  type Readers,
  readTellingKey,
  type Telling,
  tellingKey,
  tellingsOf,
  toChannel,
} from './reminder-plan.ts';
import type { Scene } from './reminder-post.ts';
import { isDue } from './say-once.ts';

/** One look: the cases as they are, which reminders are due, and who is there to read them. */
export type TickSight = {
  readonly at: Scene;
  readonly due: readonly (readonly [Reminder, Case | null])[];
  readonly readers: Readers;
  /** The key of this week's digest when it belongs into today's message and is not in it. */
  readonly weekly: string | null;
  /** Whether today's message stands in the channel. */
  readonly digestStands: boolean;
};

/** `message` is the id of the message that carries it. */
export type CarriedTelling = Telling & { readonly message: string };

export type TickPlan = {
  readonly at: Scene;
  /** Who is told what in which message; whoever wins a claim says it. */
  readonly tellings: readonly CarriedTelling[];
  readonly claims: readonly { readonly key: string; readonly message: string }[];
  /** What holds whatever becomes of each telling: rungs that are planned from now on, older rungs that a newer one stands for. */
  readonly settles: readonly LedgerChange[];
  readonly covered: number;
};

type PlanParts = {
  readonly ledger: Pick<Ledger, 'find' | 'unsaid'>;
  readonly rules: ReminderRules;
  readonly cache: RungCache;
  /** Two processes that tick at the same moment must not take each other's message for their own. */
  readonly me: string;
};

type FoundTellings = { readonly tellings: readonly Telling[]; readonly covered: readonly LedgerChange[] };

/** What failed or was snoozed: said now, unless the case has moved on or a newer rung speaks for it. */
const again = ({ at, readers }: TickSight, { ledger, rules, cache }: PlanParts): FoundTellings => {
  const tellings: Telling[] = [];
  const covered: LedgerChange[] = [];
  for (const entry of ledger.unsaid()) {
    const read = isDue(entry, at.now) ? readTellingKey(entry.key) : null;
    if (read === null) continue;
    const request = at.caseOf(read.number);
    const found =
      request === null
        ? registerReminders((key) => key !== read.reminder, at.date, at.time, rules).map((reminder) => ({
            reminder,
            newest: true,
          }))[0]
        : reminderByKey(request, read.reminder, at.date, at.time, rules, cache);
    const reader = entry.why?.startsWith('in_vain') === true && readers.channel ? toChannel : read.reader;
    const key = tellingKey(read.reminder, reader);
    const speak = found?.newest === true && (key === entry.key || ledger.find(key) === null);
    if (speak) tellings.push({ key, reader, reminder: found.reminder });
    if (!speak || key !== entry.key) covered.push({ key: entry.key, state: 'covered' });
  }
  return { tellings, covered };
};

/** To people at once; to the channel in today's message, or, when something became overdue after it was posted, in one of its own: not for staff cases, which the channel only counts. */
const carrierOf = ({ at, digestStands }: TickSight, me: string) => {
  const mark = `${at.now.toISOString()}/${me}`;
  return ({ reader, reminder }: Telling): string => {
    if (reader !== toChannel) return `direct/${reader}/${mark}`;
    const restricted = at.caseOf(reminder.case ?? '')?.people === 'staff_or_applicant';
    return digestStands && reminder.overdue && !restricted ? `alert/${mark}` : digestId(at.date);
  };
};

/** What was never said, planned for its readers with the older rungs that it stands for; then what is said again. */
export const planTick = (sight: TickSight, parts: PlanParts): TickPlan => {
  const { at, due, readers, weekly } = sight;
  const reached = due
    .map(([reminder, request]) => ({ reminder, tellings: tellingsOf(reminder, request, readers, at.now) }))
    .filter(({ tellings }) => tellings.length > 0);
  const fresh = reached.flatMap(({ tellings }) => tellings);
  const old = again(sight, parts);
  const known = new Set(fresh.map(({ key }) => key));
  const carrier = carrierOf(sight, parts.me);
  const tellings = [...fresh, ...old.tellings.filter(({ key }) => !known.has(key))].map((telling) => ({
    ...telling,
    message: carrier(telling),
  }));
  const covered = [
    ...reached.flatMap(({ reminder }) =>
      reminder.covers.map((key): LedgerChange => ({ key, state: 'covered' })),
    ),
    ...old.covered,
  ];
  return {
    at,
    tellings,
    claims: [
      ...tellings.map(({ key, message }) => ({ key, message })),
      ...(weekly === null ? [] : [{ key: weekly, message: digestId(at.date) }]),
    ],
    settles: [
      ...reached.map(({ reminder }): LedgerChange => ({ key: reminder.key, state: 'confirmed' })),
      ...covered,
    ],
    covered: covered.length,
  };
};
