/** What everybody in the privacy channel may see of a case: the summary, how many working days are left, and who is waited for. */
import type { Clock } from '../../base/clock.ts';
import type { Approval, Case } from '../../requests/case/case.ts';
import { type CaseSummary, summary } from '../../requests/case/summary.ts';
import {
  calendarFor,
  type HolidayTable,
  weekendsOnly,
  workingDaysBetween,
} from '../../requests/clock/holidays.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { reopeningTrouble } from '../../requests/decisions/guards.ts';
import { pending } from '../../requests/decisions/two-persons.ts';

export type CaseFace = CaseSummary & {
  /** Working days after today up to and including the due date; negative when it has passed, null without a date. */
  readonly workingDaysLeft: number | null;
  readonly waitingFor: readonly Approval[];
  /** Who sent the answer for review, and may therefore not approve it. */
  readonly reviewBy: string | null;
  /** Closed by one press, and not long ago. */
  readonly reopens: boolean;
  readonly request: Case;
};

export const faceOf = (
  { clock, table }: { readonly clock: Clock; readonly table: HolidayTable },
  request: Case,
): CaseFace => {
  const now = clock();
  const shown = summary(request, now.toISOString(), table);
  const calendar = calendarFor(table, request.jurisdiction) ?? weekendsOnly;
  const today = localDate(now, request.timeZone);
  return {
    ...shown,
    workingDaysLeft: shown.due === null ? null : workingDaysBetween(today, shown.due, calendar),
    waitingFor: pending(request),
    reviewBy: request.state === 'ready_for_review' ? (request.review?.by ?? null) : null,
    reopens: reopeningTrouble(request, now.toISOString()) === null,
    request,
  };
};
