/** Open cases against their deadlines as a timeline: one row a case, today as a line, overdue in red, waiting hatched. */
import {
  addDays,
  type CalendarDate,
  daysBetween,
  describeDate,
  weekday,
  yearOf,
} from '../requests/clock/calendar-date.ts';
import { rightNames } from '../views/cases/right-names.ts';
import { type Chart, type ChartRow, countWords, distanceWords, titleWords } from './deadline-chart.ts';

const width = 1_040;
const margin = 32;
const rowHeight = 30;
const barHeight = 14;
/** Where the time begins and ends; names stand to the left of it, distances to the right. */
const left = 306;
const right = width - 232;
const top = 132;

/** Dark ink on paper of its own, so that it reads the same on a light and on a dark page. */
const paper = '#fdfcfa';
const ink = '#1b2730';
const quiet = '#5c6b75';
const line = '#dfe3e6';
const colours: Readonly<Record<ChartRow['mark'], { readonly done: string; readonly ahead: string }>> = {
  overdue: { done: '#b3261e', ahead: '#b3261e' },
  soon: { done: '#a85f00', ahead: '#f0cf9a' },
  running: { done: '#1f6f8b', ahead: '#b9dbe6' },
  waiting: { done: 'url(#hatch)', ahead: '#eceff1' },
  undated: { done: '#8a97a0', ahead: '#8a97a0' },
};

/** Far dates are cut off: a year's ceiling would press all others together. */
const mostBack = 45;
const mostAhead = 75;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Style = {
  readonly size?: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly anchor?: string;
};

const words = (x: number, y: number, text: string, style: Style = {}): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${style.size ?? 14}" fill="${style.fill ?? ink}"${
    style.bold === true ? ' font-weight="700"' : ''
  }${style.anchor === undefined ? '' : ` text-anchor="${style.anchor}"`}>${escaped(text)}</text>`;

const box = (x: number, y: number, wide: number, high: number, fill: string, more = ''): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${Math.max(0, wide).toFixed(1)}" height="${high}" fill="${fill}"${more}/>`;

const upright = (x: number, from: number, to: number, stroke: string, more = ''): string =>
  `<line x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${from}" y2="${to}" stroke="${stroke}"${more}/>`;

type Scale = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Kept within the frame. */
  readonly x: (date: CalendarDate) => number;
};

const scaleOf = ({ rows, on }: Chart): Scale => {
  const starts = rows.map(({ receivedOn }) => daysBetween(on, receivedOn));
  const ends = rows.map(({ days }) => days ?? 0);
  const first = Math.max(-mostBack, Math.min(-7, ...starts, ...ends) - 2);
  const last = Math.min(mostAhead, Math.max(14, ...ends) + 3);
  const from = addDays(on, first);
  const perDay = (right - left) / (last - first);
  return {
    from,
    to: addDays(on, last),
    x: (date) => Math.min(right, Math.max(left, left + daysBetween(from, date) * perDay)),
  };
};

const shortDate = (date: CalendarDate): string => describeDate(date).split(' ').slice(1, 3).join(' ');

/** With its year where it is another one. */
const dateIn = (date: CalendarDate, on: CalendarDate): string =>
  yearOf(date) === yearOf(on) ? shortDate(date) : `${shortDate(date)} ${yearOf(date)}`;

/** Mondays, as many as can be labelled; the word "Today" goes before a date. */
const weeks = (scale: Scale, on: CalendarDate, bottom: number): string => {
  const days = daysBetween(scale.from, scale.to);
  const mondays = Array.from({ length: days + 1 }, (_, day) => addDays(scale.from, day)).filter(
    (date) => weekday(date) === 1,
  );
  const every = Math.ceil(mondays.length / 9);
  return mondays
    .map((monday, index) => {
      const x = scale.x(monday);
      const label =
        index % every === 0 && Math.abs(x - scale.x(on)) > 58
          ? words(x, top - 14, shortDate(monday), { size: 12, fill: quiet, anchor: 'middle' })
          : '';
      return upright(x, top - 6, bottom, line) + label;
    })
    .join('');
};

const bar = (row: ChartRow, on: CalendarDate, scale: Scale, y: number): string => {
  const { done, ahead } = colours[row.mark];
  const start = scale.x(row.receivedOn);
  const today = scale.x(on);
  const end = row.until === null ? today : scale.x(row.until);
  const at = y + (rowHeight - barHeight) / 2;
  const round = ' rx="4"';
  if (row.mark === 'overdue')
    return (
      box(start, at, end - start, barHeight, '#eab8b4', round) +
      box(end, at, today - end, barHeight, done, round)
    );
  const dashed = row.mark === 'waiting' ? ` stroke="#9aa7af" stroke-dasharray="3 3"` : '';
  const beyond = row.until !== null && row.until > scale.to;
  const arrow = beyond
    ? `<path d="M${right + 3} ${at} l7 ${barHeight / 2} l-7 ${barHeight / 2} z" fill="${ahead}"/>`
    : '';
  return (
    (end > today ? box(today, at, end - today, barHeight, ahead, round + dashed) : '') +
    box(start, at, Math.max(3, today - start), barHeight, done, round) +
    arrow
  );
};

/** The last lawful day, as a pin that stands out of the bar; dates beyond the frame have the arrow instead. */
const pin = (row: ChartRow, scale: Scale, y: number): string =>
  row.until === null || row.until > scale.to || row.mark === 'waiting'
    ? ''
    : `<circle cx="${scale.x(row.until).toFixed(1)}" cy="${y + rowHeight / 2}" r="5.5" fill="${colours[row.mark].done}" stroke="${paper}" stroke-width="2"/>`;

const caseRow = (row: ChartRow, index: number, on: CalendarDate, scale: Scale): string => {
  const y = top + index * rowHeight;
  const base = y + rowHeight / 2 + 5;
  const loud = row.mark === 'overdue' || row.mark === 'soon';
  const fill = loud ? colours[row.mark].done : quiet;
  return [
    words(margin, base, row.number, { bold: true }),
    words(margin + 124, base, rightNames[row.right], { size: 13, fill: quiet }),
    bar(row, on, scale, y),
    pin(row, scale, y),
    words(right + 20, base, row.until === null ? '' : dateIn(row.until, on), { size: 13 }),
    words(width - margin, base, distanceWords(row), { size: 13, fill, bold: loud, anchor: 'end' }),
  ].join('');
};

const legend = (y: number): string =>
  (
    [
      ['overdue', 'overdue', 0],
      ['soon', 'due within seven days', 96],
      ['running', 'running', 268],
      ['waiting', 'clock stopped or not begun', 356],
    ] as const
  )
    .map(
      ([mark, label, x]) =>
        box(margin + x, y - 11, 18, 12, colours[mark].done, ' rx="3"') +
        words(margin + x + 26, y, label, { size: 12, fill: quiet }),
    )
    .join('');

const today = (scale: Scale, on: CalendarDate, bottom: number): string => {
  const x = scale.x(on);
  return (
    upright(x, top - 6, bottom, ink, ' stroke-width="2"') +
    box(x - 27, top - 30, 54, 22, ink, ' rx="11"') +
    words(x, top - 14.5, 'Today', { size: 12, fill: paper, bold: true, anchor: 'middle' })
  );
};

const empty = (): string =>
  `<circle cx="${width / 2}" cy="170" r="26" fill="#e3f1e7"/><path d="M${width / 2 - 11} 170 l8 8 l15 -16" fill="none" stroke="#2e7d46" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>${words(width / 2, 224, 'When somebody logs a request, it appears here.', { fill: quiet, anchor: 'middle' })}`;

/** A whole SVG document; the font is the one that the renderer brings. */
export const deadlineSvg = (chart: Chart): string => {
  const scale = scaleOf(chart);
  const bottom = top + chart.rows.length * rowHeight + 4;
  const height = chart.rows.length === 0 ? 260 : bottom + 56;
  const timeline =
    chart.rows.length === 0
      ? empty()
      : [
          ...chart.rows.map((_, index) =>
            index % 2 === 0
              ? box(
                  margin - 12,
                  top + index * rowHeight,
                  width - 2 * margin + 24,
                  rowHeight,
                  '#f4f3ef',
                  ' rx="5"',
                )
              : '',
          ),
          weeks(scale, chart.on, bottom),
          ...chart.rows.map((row, index) => caseRow(row, index, chart.on, scale)),
          today(scale, chart.on, bottom),
          legend(bottom + 34),
          ...(chart.more > 0
            ? [
                words(
                  width - margin,
                  bottom + 34,
                  `The ${chart.rows.length} most urgent of ${chart.open.toLocaleString('en-GB')}; the others are due later.`,
                  {
                    size: 12,
                    fill: ink,
                    anchor: 'end',
                  },
                ),
              ]
            : []),
        ].join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Atkinson Hyperlegible">`,
    `<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#e3e7ea"/><rect width="3" height="7" fill="#8a97a0"/></pattern></defs>`,
    box(0.5, 0.5, width - 1, height - 1, paper, ` rx="14" stroke="${line}"`),
    words(margin, 48, titleWords(chart), { size: 24, bold: true }),
    words(margin, 74, `${describeDate(chart.on)} · ${countWords(chart)}`, { fill: quiet }),
    timeline,
    '</svg>',
  ].join('');
};
