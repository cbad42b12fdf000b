/** Who takes over what: every open case, its next lawful step, and who has to move. */

import type { Case, CaseState } from '../../requests/case/case.ts';
import { stepOf } from '../../requests/case/next-step.ts';
import { type CalendarDate, daysBetween } from '../../requests/clock/calendar-date.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { waitsForRequester, waitsForSecondPerson } from '../cases/waits-for.ts';
import { byDate, type ReportRow } from './report-rows.ts';

export type HandoverRow = {
  readonly number: string;
  readonly right: Right;
  readonly state: CaseState;
  /** The legal date while it is owed; null where none may be shown. */
  readonly due: CalendarDate | null;
  readonly cautious_due: CalendarDate | null;
  readonly days_left: number | null;
  readonly owner: string | null;
  readonly next_step: string;
  /** Who has to move: the requester, an approver, an assignee, the owner, or nobody yet. */
  readonly waits_for: readonly string[];
};

const waitsFor = (request: Case): readonly string[] => {
  if (waitsForSecondPerson(request)) return ['an approver'];
  if (waitsForRequester(request)) return ['the requester'];
  const assignees = request.tasks.flatMap(({ assignee, status }) =>
    assignee !== null && status === 'open' ? [assignee] : [],
  );
  if (assignees.length > 0) return [...new Set(assignees)];
  return [request.owner ?? 'nobody yet'];
};

/** Every open case with its next lawful step, most urgent first. */
export const handover = (
  rows: readonly ReportRow[],
  on: CalendarDate,
  law: HolidayTable,
): readonly HandoverRow[] =>
  rows
    .filter(({ open }) => open)
    .toSorted(byDate)
    .map(({ request, owed, cautiousDue }): HandoverRow => {
      const counted = owed ?? cautiousDue;
      return {
        number: request.number,
        right: request.right,
        state: request.state,
        due: owed,
        cautious_due: cautiousDue,
        days_left: counted === null ? null : daysBetween(on, counted),
        owner: request.owner,
        next_step: stepOf(request, law).words,
        waits_for: waitsFor(request),
      };
    });
