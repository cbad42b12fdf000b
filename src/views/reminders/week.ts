/** The week's digest in the privacy channel: counts, case numbers, dates and staff ids. */
import type { SectionBlock } from '@slack/types';
import type { Listed, Named, News, Trend, Week } from '../../flows/reminders/week.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import { button, escaped, type Message, section } from '../blocks.ts';
import { mention, stateWords } from '../cases/case-words.ts';
import { rightNames } from '../cases/right-names.ts';
import { notice } from '../notice.ts';

const inDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

const shortDate = (named: Named): string =>
  named.date === null ? '' : ` ${describeDate(named.date).split(' ').slice(0, 3).join(' ')}`;

const owner = ({ owner: user }: Named): string => (user === null ? '_nobody_' : mention(user));

const left = (named: Named): string =>
  named.days < 0 ? `${inDays(-named.days)} late` : named.days === 0 ? 'today' : `${inDays(named.days)} left`;

/** With a date, how far away it is; without, for how long it has stood. */
const entry = (named: Named): string =>
  `${named.number}${shortDate(named)} (${named.date === null ? `for ${inDays(named.days)}` : left(named)}, ${owner(named)})`;

const list = (title: string, { all, named }: Listed): readonly string[] => {
  if (all === 0) return [];
  const more = all - named.length;
  const rest = more === 0 ? [] : [named.length === 0 ? 'not listed here' : `and ${more} more`];
  return [`*${title} ${all}:* ${[...named.map(entry), ...rest].join(' · ')}`];
};

const trend = ({ last, usual }: Trend): string => `${last} (${usual} a week in the four weeks before)`;

const quiet = ({ last, usual }: Trend): boolean => last === 0 && usual === 0;

const ended = ({ endedInTime, endedLate }: Week): readonly string[] => {
  if (endedInTime + endedLate === 0) return [];
  return [
    `Last week ${endedInTime + endedLate} ended, ${endedLate === 0 ? 'none of them late' : `${endedLate} of them late`}`,
  ];
};

const newsWords = (news: News): string => {
  switch (news.what) {
    case 'holiday':
      return `${describeDate(news.on)} is a public holiday: ${escaped(news.name)}.`;
    case 'rules':
      return `The rules of the clock changed: version ${news.version}. Dates may have moved; every case says why.`;
    case 'holidays':
      return `The table of public holidays changed: version ${news.version}. Dates may have moved; every case says why.`;
    case 'projected':
      return `${news.cases} due after ${news.publishedTo}, the last year whose public holidays were published: those dates may still move.`;
  }
};

const extended = ({ extended: by, extensionsPending }: Week): readonly string[] => {
  const reasons = Object.entries(by).map(([reason, count]) => `${reason} ${count}`);
  return [
    ...(reasons.length > 0 ? [`*Extended* because of ${reasons.join(', ')}`] : []),
    ...list('Extension to decide or to be told', extensionsPending),
  ];
};

const standing = (week: Week): string =>
  [
    week.open === 0
      ? '*The week: no open cases.*'
      : `*The week: ${week.open} open.* ${week.byRight.map(([right, count]) => `${rightNames[right]} ${count}`).join(', ')}`,
    ...(week.open === 0
      ? []
      : [week.byState.map(([state, count]) => `${stateWords[state]} ${count}`).join(', ')]),
    ...ended(week),
    ...(quiet(week.received) && quiet(week.ended)
      ? []
      : [`Trend: arrived ${trend(week.received)}, ended ${trend(week.ended)}`]),
  ].join('\n');

/** Empty lists are left out. Four full lists fit into a block that Slack takes. */
export const weekBlocks = (week: Week): readonly SectionBlock[] =>
  [
    [standing(week)],
    [
      ...list(':red_circle: Overdue', week.overdue),
      ...list('Due this week', week.dueThisWeek),
      ...list('Due next week', week.dueNextWeek),
      ...list('Client ceilings within 90 days', week.ceilings),
    ],
    [
      ...list('Waiting for the requester', week.waiting),
      ...list('With a second person for more than two working days', week.approvals),
      ...extended(week),
    ],
    [
      ...list('Complaints to acknowledge', week.complaintsToAcknowledge),
      ...list('Complaints acknowledged and not decided', week.complaintsAcknowledged),
      ...list('Recipients to be told (Art 19)', week.recipients),
    ],
    week.news.map((news) => `:calendar: ${newsWords(news)}`),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines): SectionBlock => section(lines.join('\n')))
    .concat(week.anchor === null ? [] : [anchorBlock(week.anchor)]);

/** The code stands in the message, behind its button: whoever can write the register cannot change it there. */
const anchorBlock = (anchor: string): SectionBlock => ({
  ...section(':anchor: Please keep this message: it can prove later that nobody has changed the register.'),
  accessory: button('Show the code', 'show_anchor', anchor),
});

/** For whoever runs the bot; null where it is no such code. */
export const anchorMessage = (anchor: string): Message | null =>
  /^\d+-[0-9a-f]{6,}$/u.test(anchor)
    ? notice(
        `This is the register’s code as it stood when this message was drawn: \`${anchor}\`. Whoever runs the bot compares it with \`npx privacy register verify --anchor ${anchor}\`.`,
      )
    : null;

/** For notifications and screen readers. */
export const weekText = ({ open, overdue, dueThisWeek }: Week): string =>
  `This week: ${open} open, ${overdue.all} overdue, ${dueThisWeek.all} due`;
