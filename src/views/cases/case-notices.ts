/** Short words around cases: refusals, what was done, and the private messages to whoever has something to do. */
import { when } from '../../flows/cases/plain-words.ts';
import type { Right } from '../../requests/clock/rights.ts';
import type { CaseAction } from '../../requests/decisions/case-actions.ts';
import { isInstant } from '../../requests/decisions/decision.ts';
import { type RefusalCode, refusalSentence } from '../../requests/decisions/refusals.ts';
import { actions, button, escaped, type Message, section, shortened } from '../blocks.ts';
import { notice } from '../notice.ts';
import { caseActionButton } from './case-action-button.ts';
import { mention } from './case-words.ts';
import { doneWords } from './done-words.ts';
import { rightNames } from './right-names.ts';

type ToldPerson =
  | { readonly code: RefusalCode; readonly facts: Readonly<Record<string, string>> }
  | { readonly code: 'no_such_case'; readonly facts: { readonly number: string } };

/** The sentence for a refusal; instants in it as clocks here show them. Plain text, not yet escaped. */
export const whyNot = (refusal: ToldPerson, zone: string): string => {
  if (refusal.code === 'no_such_case')
    return `There is no case ${refusal.facts.number} in the register. Type /privacy cases to see the open ones.`;
  const facts = Object.fromEntries(
    Object.entries(refusal.facts).map(([name, fact]) => [name, isInstant(fact) ? when(fact, zone) : fact]),
  );
  return refusalSentence({ code: refusal.code, facts });
};

/** `whoCan` are mentions of those who may, where a refusal is about who may. */
export const refusalNotice = (refusal: ToldPerson, zone: string, whoCan: readonly string[] = []): Message =>
  notice(
    [
      escaped(shortened(whyNot(refusal, zone), 2_900)),
      ...(refusal.code === 'team_only' && whoCan.length > 0
        ? [`Who can: ${whoCan.slice(0, 5).join(', ')}. Write to one of them.`]
        : []),
    ].join(' '),
  );

export const noNumberNotice = (): Message =>
  notice('I could not read a case number. Write it like this: `/privacy case DSR-2026-0001`.');

/** What closes a case with one press can be taken back where it is said. */
export const doneNotice = (action: CaseAction, number: string): Message => {
  const said = notice(`✅ ${doneWords(action, number)}.`);
  return action === 'stopAndTell' || action === 'confirmStopped'
    ? { ...said, blocks: [...said.blocks, actions('case_reopen', [caseActionButton('reopen', number)])] }
    : said;
};

const opening = (number: string) =>
  actions('case_message', [
    button('Open case', 'open_case', number, { accessibility_label: `Open case ${number}` }),
  ]);

/** To an assignee: the step and the date, nothing about the person. */
export const taskMessage = (
  number: string,
  right: Right,
  title: string,
  by: string,
  due: string,
): Message => ({
  text: `A step in ${number} is yours: ${escaped(title)}`,
  blocks: [
    section(
      `*A step in ${number} (${rightNames[right]}) is yours.*\n${escaped(shortened(title, 500))}\n${due}\nGiven to you by ${mention(by)}.`,
    ),
    opening(number),
  ],
});

export const ownerMessage = (number: string, right: Right, by: string, due: string): Message => ({
  text: `${number} has been handed over to you`,
  blocks: [
    section(`*${number} (${rightNames[right]}) has been handed over to you* by ${mention(by)}.\n${due}`),
    opening(number),
  ],
});
