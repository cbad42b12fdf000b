/** Key figures of complaints and of clients that leave. */
import type { CalendarDate } from '../../requests/clock/calendar-date.ts';
import type { HolidayTable } from '../../requests/clock/holidays.ts';
import { acknowledgeWithin } from '../../requests/clock/law-in-words.ts';
import { type FigureGroup, isBy, rate, share } from './figure.ts';
import type { ReportRow } from './report-rows.ts';

/** "within 30 days": as the laws of the table have it that set a period; "in time" where none does. */
const acknowledgedInTime = (
  { regimes }: HolidayTable,
  on: CalendarDate,
): { readonly title: string; readonly over: string } => {
  const periods = new Set(Object.values(regimes).flatMap((regime) => acknowledgeWithin(regime, on) ?? []));
  const words = [...periods].join(' or ');
  return words === ''
    ? { title: 'in time', over: 'time is' }
    : { title: `within ${words}`, over: `${words} are` };
};

export const complaintsAndClients = (
  all: readonly ReportRow[],
  requests: number,
  on: CalendarDate,
  law: HolidayTable,
): FigureGroup => {
  const { title, over } = acknowledgedInTime(law, on);
  const complaints = all.filter(({ kind }) => kind === 'complaint');
  const decided = complaints.filter(({ request }) => request.outcome !== null);
  const clients = all.filter(({ kind, due }) => kind === 'client' && due !== null);
  const isOver = ({ due, metOn }: ReportRow): boolean => metOn !== null || (due !== null && due < on);
  const ceilings = {
    id: 'client_ceilings_met',
    title: 'Client data: ceiling kept',
    counted: 'client cases that have ended, or are open past their ceiling',
    value: share(clients.filter(isOver), ({ metOn, due }) => isBy(metOn, due)),
  };
  return {
    title: clients.length === 0 ? 'Complaints' : 'Complaints and clients',
    figures: [
      {
        id: 'complaints_per_hundred',
        title: 'Complaints for each 100 requests',
        counted: 'requests',
        value: rate(complaints.length, requests),
      },
      {
        id: 'complaints_acknowledged',
        title: `Complaints acknowledged ${title}`,
        counted: `complaints that were acknowledged, or whose ${over} over`,
        value: share(
          complaints.filter((row) => row.due !== null && isOver(row)),
          ({ metOn, due }) => isBy(metOn, due),
        ),
      },
      {
        id: 'complaints_upheld',
        title: 'Complaints upheld, wholly or in part',
        counted: 'complaints with an outcome',
        value: share(decided, ({ request }) => request.outcome === 'full' || request.outcome === 'partial'),
      },
      ...(clients.length === 0 ? [] : [ceilings]),
    ],
  };
};
