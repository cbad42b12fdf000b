/** The open cases as Slack's own table, to be sorted and paged through in a direct message; the same in words for whoever hears it. */
import type { DataTableBlock, RichTextBlock } from '@slack/types';
import type { HandoverRow } from '../../flows/reports/handover.ts';
import type { CalendarDate } from '../../requests/clock/calendar-date.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import { actions, button, context, type Message, shortened } from '../blocks.ts';
import { stateWords } from '../cases/case-words.ts';
import { rightNames } from '../cases/right-names.ts';

/** Slack takes some ten thousand characters in all the cells of a message; a row has about a hundred. */
const mostRows = 80;

type Cell = DataTableBlock['rows'][number][number];

const text = (words: string): Cell => ({ type: 'raw_text', text: words });

/** A colleague is a mention that Slack shows by name; a role is a word. */
const people = (who: readonly string[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: who
        .slice(0, 5)
        .map((one) =>
          /^[UW][A-Z0-9]+$/.test(one) ? { type: 'user', user_id: one } : { type: 'text', text: `${one} ` },
        ),
    },
  ],
});

const dueWords = ({ due, cautious_due: cautious }: HandoverRow): string =>
  due !== null ? describeDate(due) : cautious === null ? 'none now' : `towards ${describeDate(cautious)}`;

const cells = (row: HandoverRow): Cell[] => [
  text(row.number),
  text(rightNames[row.right]),
  text(dueWords(row)),
  row.days_left === null
    ? text('–')
    : { type: 'raw_number', value: row.days_left, text: String(row.days_left) },
  text(stateWords[row.state]),
  people(row.waits_for),
];

/** Null where nothing is open. Numbers, dates and staff ids; nothing of a data subject. */
export const reportTable = (rows: readonly HandoverRow[], on: CalendarDate): Message | null => {
  const shown = rows.slice(0, mostRows);
  const caption = `${rows.length} open ${rows.length === 1 ? 'case' : 'cases'} on ${describeDate(on)}`;
  const spoken = shown.map((row) => `${row.number}, ${rightNames[row.right]}: due ${dueWords(row)}`);
  return shown.length === 0
    ? null
    : {
        text: shortened(`${caption}. ${spoken.join('; ')}.`, 2_900),
        blocks: [
          {
            type: 'data_table',
            block_id: 'report_table',
            caption,
            page_size: 10,
            row_header_column_index: 0,
            rows: [
              ['Case', 'Right', 'Due', 'Days left', 'State', 'Waits for'].map(text),
              ...shown.map(cells),
            ],
          },
          ...(rows.length > shown.length
            ? [context(`And ${rows.length - shown.length} more: the spreadsheet has them all.`)]
            : []),
          actions('report_table_next', [button('Open cases', 'menu_cases', '')]),
        ],
      };
};
