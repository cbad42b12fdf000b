/** Who takes over what: every open case, its next lawful step, and who has to move. */
import { type CalendarDate, daysBetween } from '../requests/calendar-date.ts';
import { type Case, type CaseState, isOpen } from '../requests/case.ts';
import { has, type Refusal, refuse } from '../requests/decision.ts';
import type { HolidayTable } from '../requests/holidays.ts';
import { nextStep } from '../requests/next-steps.ts';
import type { Right } from '../requests/rights.ts';
import { localDate } from '../requests/zone.ts';
import { actorOf, type Desk, maySee } from './desk.ts';
import { type Report, reportOf, rowsOf } from './report.ts';

export type HandoverRow = {
  readonly number: string;
  readonly right: Right;
  readonly state: CaseState;
  readonly due: CalendarDate | null;
  readonly cautious_due: CalendarDate | null;
  readonly days_left: number | null;
  readonly owner: string | null;
  readonly next_step: string;
  /** Who has to move: the requester, an approver, an assignee, the owner, or nobody yet. */
  readonly waits_for: readonly string[];
};

const waitsFor = (request: Case): readonly string[] => {
  if (request.state === 'ready_for_review' || request.approvals.some(({ status }) => status === 'pending'))
    return ['an approver'];
  if (request.state.startsWith('awaiting')) return ['the requester'];
  const assignees = request.tasks.flatMap(({ assignee, status }) =>
    assignee !== null && status === 'open' ? [assignee] : [],
  );
  if (assignees.length > 0) return [...new Set(assignees)];
  return [request.owner ?? 'nobody yet'];
};

/** Every open case with its next lawful step, most urgent first. */
export const handover = (
  requests: readonly Case[],
  on: CalendarDate,
  table: HolidayTable,
): readonly HandoverRow[] =>
  rowsOf(requests.filter(isOpen), table)
    .map(({ request, due, cautiousDue }): HandoverRow => {
      const counted = due ?? cautiousDue;
      return {
        number: request.number,
        right: request.right,
        state: request.state,
        due,
        cautious_due: cautiousDue,
        days_left: counted === null ? null : daysBetween(on, counted),
        owner: request.owner,
        next_step: nextStep(request),
        waits_for: waitsFor(request),
      };
    })
    .sort((a, b) => (a.days_left ?? 99_999) - (b.days_left ?? 99_999) || a.number.localeCompare(b.number));

/** For the team only; staff cases that this person may not see are counted, and left out of the hand-over. */
export const openReport = async (
  desk: Desk,
  user: string,
): Promise<
  { readonly ok: true; readonly report: Report; readonly handover: readonly HandoverRow[] } | Refusal
> => {
  const actor = await actorOf(desk, user);
  if (!has(actor, 'team')) return refuse('team_only');
  const requests = (await desk.register.list()).map(({ summary }) => summary);
  const on = localDate(desk.clock(), desk.defaults.timeZone);
  const seen = requests.filter((request) => maySee(request, actor));
  return { ok: true, report: reportOf(requests, on, desk.table), handover: handover(seen, on, desk.table) };
};
