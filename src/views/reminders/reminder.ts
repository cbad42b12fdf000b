/** Reminders as people read them: number, right, date, days left. Never anything of a data subject. */
import type { KnownBlock } from '@slack/types';
import type { CaseLine, Digest, OutSearch } from '../../flows/reminders/reminder-digest.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import { plural } from '../../requests/clock/explain-parts.ts';
import type { Reminder } from '../../requests/reminders/due-reminder.ts';
import { actions, button, context, escaped, header, type Message, section } from '../blocks.ts';
import { mention } from '../cases/case-words.ts';
import { rightNames } from '../cases/right-names.ts';
import { teamAnswerButtons } from '../cases/team-messages.ts';
import { weekBlocks, weekText } from './week.ts';

/** Slack takes fifty blocks; people take about twenty lines. */
const mostLines = 20;
/** Of the fifty, less the title and how many more there are: each question to this reader takes two. */
const mostBlocks = 48;

/** "Due Tue 22 Dec 2026 · 7 days left", or the date that is worked towards, or that there is none. */
const dateLine = ({ right, due, cautiousDue, daysLeft, rung, anchor }: Reminder): string => {
  const days =
    daysLeft === null
      ? ''
      : daysLeft < 0
        ? ` · *${plural(-daysLeft, 'day')} overdue*`
        : daysLeft === 0
          ? ' · *today*'
          : ` · ${plural(daysLeft, 'day')} left`;
  const safe =
    cautiousDue !== null && due !== null && cautiousDue < due
      ? ` · safe on every reading: ${describeDate(cautiousDue)}`
      : '';
  if (due !== null) return `Due *${describeDate(due)}*${days}${safe}`;
  if (cautiousDue !== null) return `No due date yet; work towards *${describeDate(cautiousDue)}*${days}`;
  if (rung === 'retention') return `Kept until *${describeDate(anchor)}*`;
  return right === 'client_data_deletion' || right === 'client_information_retention'
    ? 'No date yet: it is counted from what the client still has to confirm or ask'
    : 'No due date now';
};

const nameOf = ({ number, right }: CaseLine): string =>
  number === null ? 'The register' : `${number}${right === null ? '' : ` · ${rightNames[right]}`}`;

const asksOf = (line: CaseLine | undefined): readonly string[] =>
  [...new Set(line?.reminders.map(({ ask }) => ask))].slice(0, 4);

const wantedBy = ({ by }: OutSearch): string =>
  by.why === 'late' ? 'at once' : `by *${describeDate(by.day)}*`;

/** What is still out, for whoever looks after the case. */
const stillOut = (out: readonly OutSearch[]): readonly string[] =>
  out.map((each) => `Still out: *${each.systems.map(escaped).join(', ')}*, wanted ${wantedBy(each)}.`);

/** The questions that this reader was asked. */
const askedOf = ({ out }: CaseLine, reader: string | null): readonly OutSearch[] =>
  out.filter(({ people }) => reader !== null && people.includes(reader));

const lineText = (line: CaseLine, withOwner: boolean, reader: string | null = null): string => {
  const [first] = line.reminders;
  if (first === undefined) return `:white_check_mark: *${nameOf(line)}* – settled since this morning`;
  const mark = first.overdue ? ':red_circle: ' : first.daysLeft === 0 ? ':large_orange_circle: ' : '';
  const owner =
    withOwner && line.number !== null
      ? ` · ${line.owner === null ? '_nobody yet_' : mention(line.owner)}`
      : '';
  const date = line.number === null ? '' : `\n${dateLine(first)}${owner}`;
  // Whoever was asked reads it above the buttons that answer it.
  const own = askedOf(line, reader).length > 0;
  const asks = own ? line.reminders.filter(({ track }) => track !== 'search') : line.reminders;
  return [
    `${mark}*${nameOf(line)}*${date}`,
    ...asksOf({ ...line, reminders: asks }),
    ...(own ? [] : stillOut(line.out)),
  ].join('\n');
};

const plainLine = (line: CaseLine): string => {
  const [first] = line.reminders;
  if (line.number === null) return nameOf(line);
  const date = first === undefined ? 'settled' : dateLine(first).replaceAll('*', '');
  return `${nameOf(line)}: ${date}`;
};

const opening = (number: string) =>
  button('Open case', `open_case:${number}`, number, { accessibility_label: `Open case ${number}` });

/** The value of a snooze: the case and the rung, as the ledger knows it. None where the next day is the date already, or past it. */
const snooze = (number: string, reminder: Reminder | undefined) =>
  reminder === undefined || (reminder.daysLeft ?? 2) <= 1
    ? []
    : [
        button('Snooze', `snooze:${number}`, reminder.key, {
          accessibility_label: `Snooze the reminder of ${number}`,
        }),
      ];

const further = (left: number): readonly KnownBlock[] =>
  left > 0 ? [context(`… and ${plural(left, 'more case')}. \`/privacy cases\` shows them all.`)] : [];

const summaryText = (lines: readonly CaseLine[]): string =>
  `${lines.slice(0, 3).map(plainLine).join('; ')}${lines.length > 3 ? `; and ${lines.length - 3} more` : ''}`;

/** Whoever was asked to search answers here; everybody else opens the case. */
const buttonsOf = (line: CaseLine, reader: string): readonly KnownBlock[] => {
  const { number, reminders } = line;
  if (number === null) return [];
  const own = askedOf(line, reader);
  const later = snooze(number, reminders[0]);
  if (own.length === 0) return [actions(`reminder:${number}`, [opening(number), ...later])];
  return own.flatMap((each, index) => {
    const { team, systems } = each;
    const block = teamAnswerButtons(`reminder_search:${number}:${team}`, number, team, `:${number}:${team}`);
    const last = index === own.length - 1;
    return [
      section(`Please look into *${systems.map(escaped).join(', ')}*, and answer ${wantedBy(each)}.`),
      last ? { ...block, elements: [...block.elements, ...later] } : block,
    ];
  });
};

/** To one person: most urgent first, each with a way to open it and to put it off. Whose case it is stands with it where it is somebody else's. */
export const directReminder = (lines: readonly CaseLine[], reader: string): Message => {
  const rows = lines
    .slice(0, mostLines)
    .map((line): readonly KnownBlock[] => [
      section(lineText(line, line.owner !== reader, reader)),
      ...buttonsOf(line, reader),
    ]);
  const shown = rows.filter((_, at) => rows.slice(0, at + 1).flat().length <= mostBlocks);
  const title = lines.length === 1 ? 'A reminder' : `${lines.length} reminders`;
  // A notification shows nothing but the text.
  const ask = lines.length === 1 ? asksOf(lines[0]).join(' ') : '';
  return {
    text: `${title}. ${summaryText(lines)}${ask === '' ? '' : `. ${ask}`}`,
    blocks: [header(title), ...shown.flat(), ...further(lines.length - shown.length)],
  };
};

const channelLines = (lines: readonly CaseLine[], more = 0): readonly KnownBlock[] => {
  const shown = lines.slice(0, mostLines);
  return [
    ...shown.map(
      (line): KnownBlock => ({
        ...section(lineText(line, true)),
        ...(line.number === null ? {} : { accessory: opening(line.number) }),
      }),
    ),
    ...further(lines.length - shown.length + more),
  ];
};

export const alertMessage = (lines: readonly CaseLine[]): Message => ({
  text: `Overdue: ${summaryText(lines)}`,
  blocks: [header('Something became overdue'), ...channelLines(lines)],
});

/** The one message of a day. */
export const digestMessage = (digest: Digest): Message => {
  const { date, lines, more, restricted, overdue, unowned, week } = digest;
  const escalation = [
    ...(overdue > 0 ? [`:red_circle: *${plural(overdue, 'case')} overdue*`] : []),
    ...(unowned > 0 ? [`:raising_hand: *${plural(unowned, 'case')} without an owner*`] : []),
    ...(restricted > 0
      ? [`:lock: ${plural(restricted, 'case')} about staff or applicants, for their owners and the approvers`]
      : []),
  ];
  const said = [
    ...escalation.map((line) => line.replace(/:[a-z_]+: |\*/g, '')),
    ...(week === null ? [] : [weekText(week)]),
    summaryText(lines),
  ].filter((line) => line !== '');
  return {
    text: `Privacy reminders, ${describeDate(date)}. ${said.join('. ')}`,
    blocks: [
      header(`Privacy reminders, ${describeDate(date)}`),
      ...(escalation.length > 0 ? [section(escalation.join('\n'))] : []),
      ...(week === null ? [] : weekBlocks(week)),
      ...channelLines(lines, more),
    ],
  };
};
