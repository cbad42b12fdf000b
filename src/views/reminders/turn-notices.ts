/** Direct messages to whoever's turn it is: number, right, date and buttons. Never anything of a data subject. */
import type { NextStep } from '../../requests/case/step.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { actions, button, escaped, type Message, section } from '../blocks.ts';
import { caseActionButton } from '../cases/case-action-button.ts';
import { mention } from '../cases/case-words.ts';
import { rightNames } from '../cases/right-names.ts';

const opening = (number: string) =>
  button('Open case', 'open_case', number, { accessibility_label: `Open case ${number}` });

type AskedTurn = {
  readonly number: string;
  readonly right: Right;
  readonly due: string;
  readonly by: string;
  /** 'answer', or what is proposed, in words. */
  readonly what: string;
  /** The letter's fingerprint or the proposal's id. */
  readonly about: string;
};

/** *Approve* shows the whole letter, or what is proposed; the press beneath it signs. */
export const approverMessage = ({ number, right, due, by, what, about }: AskedTurn): Message => {
  const answer = what === 'answer';
  const action = answer ? 'approve' : 'agree';
  const text = answer
    ? `*The answer of ${number} (${rightNames[right]}) waits for your approval.*`
    : `*${number} (${rightNames[right]}): may we ${escaped(what)}?*`;
  return {
    text: `${number}: ${answer ? 'the answer waits for your approval' : 'your agreement is asked for'}`,
    blocks: [
      section(
        `${text}\n${due}\nAsked by ${mention(by)}. *Approve* shows you ${answer ? 'the whole answer' : 'what is proposed and why'} first.`,
      ),
      actions('turn_approve', [
        opening(number),
        button('Approve', 'approve_read', `${action} ${number} ${about}`, {
          style: 'primary',
          accessibility_label: `Read and approve: ${number}`,
        }),
        caseActionButton(answer ? 'return' : 'decline', number, answer ? '' : about),
      ]),
    ],
  };
};

type TurnNotice = {
  readonly number: string;
  readonly right: Right;
  readonly due: string;
  readonly headline: string;
  readonly step: NextStep;
};

export const turnMessage = ({ number, right, due, headline, step }: TurnNotice): Message => ({
  text: `${number}: ${headline}`,
  blocks: [
    section(
      `*${number} (${rightNames[right]}):* ${escaped(headline)}\n${due}\n*Next:* ${escaped(step.words)}`,
    ),
    actions('turn_owner', [
      opening(number),
      ...(step.act === null || step.who !== 'team'
        ? []
        : [caseActionButton(step.act.action, number, step.act.about, { style: 'primary' })]),
    ]),
  ],
});

/** To whoever logged it: they may not see the case, so there is nothing to press. */
export const newsMessage = (number: string, right: Right): Message => ({
  text: `${number} has been answered`,
  blocks: [
    section(
      `*${number} (${rightNames[right]}), which you logged, has been answered.* Nothing more to do for you.`,
    ),
  ],
});

/** In place of that, where it was said by mistake. */
export const reopenedMessage = (number: string, right: Right): Message => ({
  text: `${number} is open again`,
  blocks: [
    section(
      `*${number} (${rightNames[right]}), which you logged, is open again:* it had been closed by mistake. You will hear when it has been answered.`,
    ),
  ],
});

/** What stands in place of a message once it is done. */
export const settledMessage = (sentence: string, by?: string): Message => ({
  text: sentence,
  blocks: [section(`✅ ${escaped(sentence)}${by === undefined ? '' : ` By ${mention(by)}.`}`)],
});
