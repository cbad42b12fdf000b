/** How much is open and how near, as Slack's own bar charts; every bar stands in words beneath, for whoever cannot see them. */
import type { HandoverRow } from '../../flows/reports/handover.ts';
import { type CalendarDate, describeDate } from '../../requests/clock/calendar-date.ts';
import { type ChartBlock, context, type Message, section, shortened } from '../blocks.ts';
import { rightNames } from '../cases/right-names.ts';

type Bar = { readonly label: string; readonly value: number };

/** By days to the date, what presses first: the first that fits. */
const nearness: readonly (readonly [label: string, fits: (days: number) => boolean])[] = [
  ['Overdue', (days) => days < 0],
  ['Within 7 days', (days) => days <= 7],
  ['8 to 14 days', (days) => days <= 14],
  ['15 to 30 days', (days) => days <= 30],
  ['Later', () => true],
];
const noDate = 'No date now';

const byNearness = (rows: readonly HandoverRow[]): readonly Bar[] => {
  const labels = rows.map(({ days_left: days }) =>
    days === null ? noDate : nearness.find(([, fits]) => fits(days))?.[0],
  );
  return [...nearness.map(([label]) => label), noDate].map((label) => ({
    label,
    value: labels.filter((each) => each === label).length,
  }));
};

/** A label of a bar takes twenty characters. */
const longestLabel = 20;

const byRight = (rows: readonly HandoverRow[]): readonly Bar[] => {
  const counts = new Map<string, number>();
  for (const { right } of rows) {
    const label = shortened(rightNames[right], longestLabel);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .map(([label, value]) => ({ label, value }))
    .toSorted((a, b) => b.value - a.value || a.label.localeCompare(b.label));
};

const chart = (id: string, title: string, what: string, bars: readonly Bar[]): ChartBlock => ({
  type: 'data_visualization',
  block_id: id,
  title,
  chart: {
    type: 'bar',
    series: [{ name: 'Open cases', data: bars }],
    axis_config: { categories: bars.map(({ label }) => label), x_label: what, y_label: 'Open cases' },
  },
});

const inWords = (bars: readonly Bar[]): string =>
  bars
    .filter(({ value }) => value > 0)
    .map(({ label, value }) => `${label}: ${value}`)
    .join(', ');

/** Null where nothing is open. Counts alone: no case, no person. */
export const reportCharts = (rows: readonly HandoverRow[], on: CalendarDate): Message | null => {
  if (rows.length === 0) return null;
  const near = byNearness(rows);
  const rights = byRight(rows);
  const title = `${rows.length} open ${rows.length === 1 ? 'case' : 'cases'} on ${describeDate(on)}`;
  return {
    text: `${title}. Days to the date: ${inWords(near)}. By right: ${inWords(rights)}.`,
    blocks: [
      section(`*${title}*`),
      chart('chart_near', 'How near the dates are', 'Days to the date', near),
      context(`Days to the date: ${inWords(near)}.`),
      chart('chart_rights', 'What people ask for', 'Right', rights),
      context(`By right: ${inWords(rights)}.`),
    ],
  };
};
