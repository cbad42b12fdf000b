/** What the bot shows, made for an invented case of each right: for whoever wants Slack itself to look at it. Nothing in it is anybody's. */
import { readHolidayTable } from '../base/calendars.ts';
import { lawDefaults } from '../base/regimes.ts';
import type { Company } from '../company/company.ts';
import { faceOf } from '../flows/cases/case-face.ts';
import { sampleCases } from '../flows/cases/sample-cases.ts';
import { handover } from '../flows/reports/handover.ts';
import { reportOf } from '../flows/reports/report.ts';
import { rowsOf } from '../flows/reports/report-rows.ts';
import type { Right } from '../requests/clock/rights.ts';
import { localDate } from '../requests/clock/zone.ts';
import type { Message } from '../views/blocks.ts';
import { caseCard } from '../views/cases/case-card.ts';
import { historyView } from '../views/cases/case-history.ts';
import { caseListView } from '../views/cases/case-list.ts';
import { placeAt } from '../views/cases/case-place.ts';
import { caseView } from '../views/cases/case-view.ts';
import { whyNotView } from '../views/cases/case-why.ts';
import { intakeForm } from '../views/cases/intake.ts';
import { rightNames } from '../views/cases/right-names.ts';
import { askForm, homeView, menuMessage } from '../views/menu.ts';
import { reportView } from '../views/reminders/report.ts';
import { reportCharts } from '../views/reminders/report-charts.ts';
import { reportTable } from '../views/reminders/report-table.ts';

export type OwnView = { readonly name: string } & (
  | { readonly view: Readonly<Record<string, unknown>> }
  | { readonly message: Message }
);

const rights = Object.keys(rightNames).filter((right): right is Right => right in rightNames);

/** Every kind of view that needs no question and no policy, for each right. */
export const ownViews = (company: Company, now: Date): readonly OwnView[] => {
  const table = readHolidayTable();
  const clock = () => now;
  const law = lawDefaults();
  const seen = sampleCases(rights, company, table, now, law);
  const faces = seen.map(({ request }) => faceOf({ clock, table }, request));
  const on = localDate(now, law.timeZone);
  const rows = rowsOf(
    seen.map(({ request }) => request),
    table,
  );
  const toDo = handover(rows, on, table);
  const tables = [reportTable(toDo, on), reportCharts(toDo, on)];
  const start = {
    requestId: 'sample',
    beneath: '',
    again: false,
    receivedOn: on,
    receivedAt: null,
    channel: 'email' as const,
    rights: [],
    unsure: false,
    words: '',
    company,
  };
  return [
    { name: 'the menu', message: menuMessage('C0SAMPLE01', 'Who may see it?', { team: true }) },
    { name: 'the ask form', view: { ...askForm(null, 'Who may see it?') } },
    { name: 'the Home tab', view: { ...homeView([], [], 'Who may see it?', '', { team: true }) } },
    { name: 'the intake form', view: { ...intakeForm.view(start) } },
    {
      name: 'the list of cases',
      view: { ...caseListView({ all: faces, shown: faces, filter: 'all', page: 0 }) },
    },
    { name: 'the report', view: { ...reportView(reportOf(rows, on, table), toDo) } },
    ...tables.flatMap((message, at): readonly OwnView[] =>
      message === null ? [] : [{ name: at === 0 ? 'the table of cases' : 'the charts', message }],
    ),
    ...seen.flatMap((one, at): readonly OwnView[] => {
      const face = faces[at];
      if (face === undefined) return [];
      const place = placeAt(face.number);
      const named = rightNames[face.right];
      return [
        { name: `the card, ${named}`, message: caseCard(face) },
        ...(['steps', 'why', 'more'] as const).map(
          (unfolded): OwnView => ({
            name: `the case with ${unfolded}, ${named}`,
            view: {
              ...caseView({
                seen: one,
                face,
                unheard: null,
                news: null,
                fresh: 'f',
                place: { ...place, unfolded },
              }),
            },
          }),
        ),
        { name: `the history, ${named}`, view: { ...historyView(one, 0) } },
        { name: `why not, ${named}`, view: { ...whyNotView(one) } },
      ];
    }),
  ];
};
