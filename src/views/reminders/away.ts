/** What is so after somebody has said that they are away, or back. */
import type { CameBack, WaitingWork, WentAway } from '../../flows/reminders/presence.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import { actions, button, context, type Message, section } from '../blocks.ts';
import { notice } from '../notice.ts';

const howTo =
  'Write for instance `/privacy away until 18 December`, or `/privacy away from 14 to 18 December`.';

const most = 5;

const kinds: readonly (readonly [WaitingWork['what'], string, string])[] = [
  ['case', 'Yours', 'their reminders go to the approvers and the privacy channel as well'],
  ['step', 'Your step in', 'its reminders go to the approvers and the privacy channel as well'],
  [
    'search',
    'You were asked to search for',
    'whoever owns the case is told when nobody else who was asked is there',
  ],
];

const workLines = (work: readonly WaitingWork[]): readonly string[] =>
  kinds.flatMap(([what, words, then]) => {
    const numbers = work.filter((each) => each.what === what).map(({ number }) => number);
    return numbers.length === 0 ? [] : [`*${words}:* ${numbers.slice(0, 20).join(', ')}: ${then}.`];
  });

export const awayMessage = (went: WentAway): Message => {
  if (!went.ok)
    switch (went.why) {
      case 'no_day':
        return notice(`Until when are you away? ${howTo}`);
      case 'past':
        return notice(`That day has gone by, so nothing has changed. ${howTo}`);
      case 'too_far':
        return notice(`That is more than a year ahead, so nothing has changed. ${howTo}`);
    }
  const { from, until, back, begun, work } = went;
  const days =
    from === until
      ? `on *${describeDate(until)}*`
      : begun
        ? `until *${describeDate(until)}*, that day included`
        : `from *${describeDate(from)}* until *${describeDate(until)}*, both days included`;
  const open = work.slice(0, most);
  return {
    text: `You count as away ${days.replaceAll('*', '')}`,
    blocks: [
      section(
        [
          `✅ You count as away ${days}; back on ${describeDate(back)}. Your own reminders still come to you.`,
          ...workLines(work),
          ...(work.length === 0 ? ['No case, step or question waits for you now.'] : []),
          ...(work.length > 0 ? ['Hand over, or answer, what cannot wait:'] : []),
        ].join('\n'),
      ),
      ...(open.length === 0
        ? []
        : [
            actions(
              'away_work',
              open.map(({ number }) =>
                button(number, `open_case:${number}`, number, { accessibility_label: `Open case ${number}` }),
              ),
            ),
          ]),
      context(
        '`/privacy back` ends it. What you say here counts beside your Slack status, and only for reminders.',
      ),
    ],
  };
};

export const backMessage = ({ was, slackSaysAway }: CameBack): Message =>
  notice(
    [
      was
        ? '✅ You count as here again: your reminders go to you alone, as before.'
        : 'You had not told me that you are away, so nothing has changed.',
      ...(slackSaysAway
        ? ['Your Slack status still says that you are away, and that counts too: clear it when you are here.']
        : []),
    ].join(' '),
  );
