/** Who is away: what people say of themselves beside what Slack says, and what that changes for their work. */
import type { SaidAbsence } from '../../register/said-absences.ts';
import { isOpen } from '../../requests/case/case.ts';
import { addDays, type CalendarDate, parseCalendarDate } from '../../requests/clock/calendar-date.ts';
import { calendarFor, nextWorkingDayFrom, weekendsOnly } from '../../requests/clock/holidays.ts';
import { localDate } from '../../requests/clock/zone.ts';
import type { Casework } from '../cases/casework.ts';
import { type DaysAhead, daysAhead } from '../cases/day-ahead.ts';
import type { Absences } from './reminder-plan.ts';

export type PresenceParts = {
  readonly shelf: {
    readonly all: () => Promise<readonly SaidAbsence[]>;
    /** Resolves when it is durable. */
    readonly replace: (said: SaidAbsence) => Promise<void>;
  };
  readonly cases: Pick<Casework, 'clock' | 'defaults' | 'register' | 'table'>;
  /** What Slack says: a status, or an account that is gone. */
  readonly slackSays: (users: readonly string[]) => Promise<Absences>;
};

export type WaitingWork = { readonly number: string; readonly what: 'case' | 'step' | 'search' };

export type WentAway =
  | {
      readonly ok: true;
      readonly from: CalendarDate;
      readonly until: CalendarDate;
      /** The first working day after it. */
      readonly back: CalendarDate;
      readonly begun: boolean;
      readonly work: readonly WaitingWork[];
    }
  | { readonly ok: false; readonly why: Extract<DaysAhead, { readonly ok: false }>['why'] };

/** `was`: they had said that they are away. `slackSaysAway`: their status still does, and counts. */
export type CameBack = { readonly was: boolean; readonly slackSaysAway: boolean };

export type Presence = {
  readonly away: (user: string, typed: string) => Promise<WentAway>;
  readonly back: (user: string) => Promise<CameBack>;
  readonly of: (users: readonly string[]) => Promise<Absences>;
  /** The same without asking Slack. */
  readonly said: (users: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly heldAbout: (user: string) => Promise<readonly string[]>;
};

export const presence = ({ shelf, cases, slackSays }: PresenceParts): Presence => {
  const { clock, defaults, register, table } = cases;
  const today = (): CalendarDate => localDate(clock(), defaults.timeZone);
  const saidNow = async (user: string): Promise<SaidAbsence | undefined> => {
    const now = today();
    return (await shelf.all()).find(({ id, until }) => id === user && until >= now);
  };
  const said = async (users: readonly string[]): Promise<ReadonlySet<string>> => {
    const now = today();
    const all = await shelf.all();
    return new Set(
      all
        .filter(({ id, from, until }) => users.includes(id) && from <= now && now <= until)
        .map(({ id }) => id),
    );
  };
  /** What is theirs in open cases, as far as reminders know them. */
  const workOf = async (user: string): Promise<readonly WaitingWork[]> => {
    const open = (await register.list()).map(({ summary }) => summary).filter(isOpen);
    return open.flatMap(({ number, owner, tasks, asked, conflicts }): readonly WaitingWork[] => {
      if (conflicts.includes(user)) return [];
      if (owner === user) return [{ number, what: 'case' }];
      if (tasks.some(({ assignee, status }) => assignee === user && status === 'open'))
        return [{ number, what: 'step' }];
      return asked.some(({ people, result }) => people.includes(user) && result === null)
        ? [{ number, what: 'search' }]
        : [];
    });
  };
  return {
    away: async (user, typed) => {
      const read = daysAhead(typed, today());
      if (!read.ok) return read;
      const { from, until } = read;
      await shelf.replace({ id: user, from, until });
      const calendar = calendarFor(table, defaults.jurisdiction) ?? weekendsOnly;
      const back = nextWorkingDayFrom(addDays(until, 1), calendar);
      return { ok: true, from, until, back, begun: from <= today(), work: await workOf(user) };
    },
    back: async (user) => {
      const said = await saidNow(user);
      const ended = addDays(today(), -1);
      if (said !== undefined) await shelf.replace({ id: user, from: ended, until: ended });
      return { was: said !== undefined, slackSaysAway: (await slackSays([user])).has(user) };
    },
    said,
    of: async (users) => {
      const own = [...(await said(users))].map((id) => [id, 'on_leave'] as const);
      return new Map([...own, ...(await slackSays(users))]);
    },
    heldAbout: async (user) => {
      const said = await saidNow(user);
      const until = said === undefined ? undefined : parseCalendarDate(said.until);
      return until === undefined ? [] : [`You have said that you are away until ${until}.`];
    },
  };
};
