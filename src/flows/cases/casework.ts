/** What every journey around a case needs, and the moment in which a decision is made. */
import type { Clock } from '../../base/clock.ts';
import type { Company } from '../../company/company.ts';
import { identifiersIn } from '../../register/history/subject-keys.ts';
import type { Register } from '../../register/register.ts';
import { type Case, isOpen } from '../../requests/case/case.ts';
import { caseClock, clockReading } from '../../requests/case/case-clock.ts';
import type { CaseEvent, Regime } from '../../requests/case/case-events.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import { localDate } from '../../requests/clock/zone.ts';
import type { Actor, Moment, Related, Role } from '../../requests/decisions/decision.ts';
import type { MessageModel } from '../../requests/recognise/message-model.ts';
import type { ReminderRules } from '../../requests/reminders/reminder-days.ts';

export { isBarred, maySee } from '../../requests/decisions/who-sees.ts';

export type Casework = {
  readonly register: Register<CaseEvent, Case>;
  readonly table: HolidayTable;
  readonly clock: Clock;
  /** Looked up when something is done, never remembered from when a form was opened. */
  readonly rolesOf: (user: string) => Promise<readonly Role[]>;
  /** Whose cases these are: its teams, its systems, whom it tells. */
  readonly company: Company;
  /** What rights requests read like. */
  readonly messages: MessageModel;
  /** The people behind Slack ids, user groups opened; left out, a group is nobody and the owner of a case says what was found. */
  readonly members?: (ids: readonly string[]) => Promise<readonly string[]>;
  /** Which of these people have said that they are away now; left out, nobody has. */
  readonly saidAway?: (users: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Everybody who may approve; left out, nobody knows. */
  readonly approvers?: () => Promise<readonly string[]>;
  /** When people are written to; left out, nobody knows. */
  readonly hours?: ReminderRules;
  /** How far our clock is behind Slack's, in milliseconds; left out where there is no Slack to compare with. */
  readonly behindSlackMs?: () => number;
  readonly defaults: { readonly timeZone: string; readonly regime: Regime; readonly jurisdiction: string };
};

export const actorOf = async (desk: Casework, user: string): Promise<Actor> => ({
  id: user,
  roles: await desk.rolesOf(user),
});

/** Other cases of the same person, found by keyed hashes, and those of the same letter. */
const relatedTo = async (
  desk: Casework,
  request: Case,
  history: readonly CaseEvent[],
): Promise<readonly Related[]> => {
  const identifiers = history.flatMap((event) =>
    event.type === 'logged' ? identifiersIn(event.personal) : [],
  );
  const found = await desk.register.withSubject(identifiers);
  const linked = request.links.map((link) => link.to);
  const numbers = new Set([...found, ...linked].filter((number) => number !== request.number));
  const heads = await desk.register.list();
  return heads
    .filter((head) => numbers.has(head.id))
    .map(({ summary }) => ({ number: summary.number, right: summary.right, open: isOpen(summary) }));
};

/** The outside of a decision on a case: who, when, what the clock says, and the person's other cases. */
export const momentFor = async (
  desk: Casework,
  user: string,
  request: Case,
  history: readonly CaseEvent[],
): Promise<Moment> => ({
  actor: await actorOf(desk, user),
  at: desk.clock().toISOString(),
  dateOf: (instant) => localDate(new Date(instant), request.timeZone),
  clock: clockReading(caseClock(request, desk.table)),
  law: desk.table,
  related: await relatedTo(desk, request, history),
});

/** The same before there is a case: for intake. */
export const momentBefore = async (desk: Casework, user: string): Promise<Moment> => ({
  actor: await actorOf(desk, user),
  at: desk.clock().toISOString(),
  dateOf: (instant) => localDate(new Date(instant), desk.defaults.timeZone),
  clock: { due: null, extensionNoticeDue: null, refusalDue: null },
  law: desk.table,
  related: [],
});
