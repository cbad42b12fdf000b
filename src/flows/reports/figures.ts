/** The key figures (procedure E), each from the events of the cases: what it counts stands with it. */
import { type CalendarDate, daysBetween } from '../../requests/clock/calendar-date.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import { needsRecipients } from '../../requests/decisions/guards.ts';
import { complaintsAndClients } from './complaint-figures.ts';
import { causes, days, type FigureGroup, isBy, share } from './figure.ts';
import type { ReportRow } from './report-rows.ts';

/** Receipt and register are one act; what was logged later than this was found late. */
const promptDays = 2;

const lag = ({ receivedOn, loggedOn }: ReportRow): number => daysBetween(receivedOn, loggedOn);

const late = ({ due, metOn }: ReportRow): boolean => due !== null && metOn !== null && metOn > due;

/** When the house's target was met: marketing and consent when it was stopped, anything else when it ended. */
const houseDone = ({ request, workDoneOn, endedOn }: ReportRow): CalendarDate | null =>
  request.right === 'direct_marketing_objection' || request.right === 'consent_withdrawal'
    ? (workDoneOn ?? endedOn)
    : endedOn;

/** The clock's own days: from the day it counts from to the answer, without the days it stood still. */
const runningDays = ({ relevantDate, endedOn, pausedDays }: ReportRow): readonly number[] =>
  relevantDate === null || endedOn === null
    ? []
    : [Math.max(0, daysBetween(relevantDate, endedOn) - pausedDays)];

const lateCauses = (row: ReportRow): readonly string[] => {
  const { request, workDoneOn, due } = row;
  const workLate = !isBy(workDoneOn, due);
  const found = [
    ...(lag(row) > promptDays ? ['logged more than two days after receipt'] : []),
    ...(workLate ? ['the steps were finished after the date'] : []),
    ...(request.returns > 0 ? ['the second person sent the answer back'] : []),
  ];
  return found.length > 0 ? found : ['ready in time, but approved or sent after the date'];
};

const inTime = (all: readonly ReportRow[], requests: readonly ReportRow[], on: CalendarDate): FigureGroup => {
  const answered = requests.filter(({ request }) => request.outcome !== null);
  const overdue = ({ owed }: ReportRow): boolean => owed !== null && owed < on;
  const timed = requests.filter(
    (row) => row.due !== null && (overdue(row) || (row.request.outcome !== null && row.endedOn !== null)),
  );
  const house = all.filter(
    (row) => row.houseDue !== null && (houseDone(row) !== null || (row.open && row.houseDue < on)),
  );
  const marketing = house.filter(({ request }) => request.right === 'direct_marketing_objection');
  return {
    title: 'In time?',
    figures: [
      {
        id: 'answered_in_legal_time',
        title: 'Answered within the legal time',
        counted: 'requests that were answered, or are open past their legal date',
        value: share(timed, ({ due, endedOn }) => isBy(endedOn, due)),
      },
      {
        id: 'done_in_house_time',
        title: 'Done within the house’s own time',
        counted: 'cases with a house target that were done, or are open past it',
        value: share(house, (row) => isBy(houseDone(row), row.houseDue)),
      },
      {
        id: 'marketing_stopped_in_two_days',
        title: 'Marketing stopped within two working days',
        counted: 'marketing opt-outs that were stopped, or are open past two working days',
        value: share(marketing, (row) => isBy(houseDone(row), row.houseDue)),
      },
      {
        id: 'late_causes',
        title: 'Why answers were late',
        counted: 'late answers',
        value: causes(answered.filter(late), lateCauses),
      },
    ],
  };
};

const howLong = (all: readonly ReportRow[], requests: readonly ReportRow[]): FigureGroup => {
  const answered = requests.filter(({ request, endedOn }) => request.outcome !== null && endedOn !== null);
  return {
    title: 'How long?',
    figures: [
      {
        id: 'days_elapsed',
        title: 'Days from receipt to answer',
        counted: 'answered requests',
        value: days(
          answered.flatMap(({ receivedOn, endedOn }) =>
            endedOn === null ? [] : [daysBetween(receivedOn, endedOn)],
          ),
        ),
      },
      {
        id: 'days_running',
        title: 'Days that the clock ran',
        counted: 'answered requests with a clock of a month, without waiting for identity and pauses',
        value: days(answered.flatMap(runningDays)),
      },
      {
        id: 'receipt_lag',
        title: 'Days from receipt to register',
        counted: 'cases of all kinds',
        value: days(all.map(lag)),
      },
      {
        id: 'found_late',
        title: 'Found late: logged more than two days after receipt',
        counted: 'cases of all kinds',
        value: share(all, (row) => lag(row) > promptDays),
      },
    ],
  };
};

const howTheyGo = (requests: readonly ReportRow[], all: readonly ReportRow[]): FigureGroup => {
  const answered = requests.filter(({ request }) => request.outcome !== null);
  const ended = requests.filter(({ open }) => !open);
  const reviewed = all.filter(({ request }) => request.returns > 0 || request.review?.approvedBy != null);
  const changed = answered.filter(
    ({ request }) => needsRecipients.includes(request.right) && request.outcome !== 'refused',
  );
  return {
    title: 'How they go',
    figures: [
      {
        id: 'extended',
        title: 'Extended',
        counted: 'requests',
        value: share(requests, ({ request }) => request.extension?.sentAt != null),
      },
      { id: 'paused', title: 'Paused', counted: 'requests', value: share(requests, ({ paused }) => paused) },
      {
        id: 'lapsed',
        title: 'Lapsed',
        counted: 'requests that have ended',
        value: share(ended, ({ request }) => request.endedAs === 'lapsed'),
      },
      {
        id: 'identity_asked',
        title: 'Identity asked for',
        counted: 'requests (a high share is over-asking)',
        value: share(requests, ({ request }) => request.identityRequests > 0),
      },
      {
        id: 'refused_or_partial',
        title: 'Refused or answered in part',
        counted: 'answered requests',
        value: share(
          answered,
          ({ request }) => request.outcome === 'refused' || request.outcome === 'partial',
        ),
      },
      {
        id: 'approved_first_time',
        title: 'Approved the first time',
        counted: 'answers that a second person has approved or sent back',
        value: share(reviewed, ({ request }) => request.returns === 0),
      },
      {
        id: 'recipients_told',
        title: 'Recipients told, or why not (Art 19)',
        counted: 'answered rectifications, erasures and restrictions',
        value: share(changed, ({ request }) => request.recipients.length > 0),
      },
      {
        id: 'reopened',
        title: 'Followed by another request about a closed case',
        counted: 'requests',
        value: share(requests, ({ request }) =>
          request.links.some(({ relation }) => relation === 'reopened_from'),
        ),
      },
    ],
  };
};

/** `on` is today where the team works. */
export const figuresOf = (
  rows: readonly ReportRow[],
  on: CalendarDate,
  law: HolidayTable,
): readonly FigureGroup[] => {
  const requests = rows.filter(({ kind }) => kind === 'request');
  return [
    inTime(rows, requests, on),
    howLong(rows, requests),
    howTheyGo(requests, rows),
    complaintsAndClients(rows, requests.length, on, law),
  ];
};
