/** What can be done with the letter that is shown. */

import type { InputBlock, KnownBlock, PlainTextOption } from '@slack/types';
import type { FieldChoice } from '../../flows/cases/case-action-row.ts';
import { findingNames } from '../../flows/cases/case-choices.ts';
import type { LetterScreen, LetterStep } from '../../flows/letters/letter-screen.ts';
import { isRefusal } from '../../flows/letters/open-choices.ts';
import type { CaseOutcome } from '../../requests/case/case-events.ts';
import { proofs } from '../../requests/case/event-codes.ts';
import type { Proof } from '../../requests/decisions/decide-clock.ts';
import { actions, button, context, escaped, plain, shortened, textField } from '../blocks.ts';

export const option = (value: string, text: string): PlainTextOption => ({
  text: plain(shortened(text, 75)),
  value,
});

const outcomeNames: Readonly<Record<CaseOutcome, string>> = {
  full: 'Everything is given or done',
  partial: 'Partly: some is held back or refused',
  no_data: 'We hold no data on them',
  refused: 'Refused',
  not_upheld: 'Not upheld',
};

const complaintNames: Readonly<Record<CaseOutcome, string>> = { ...outcomeNames, ...findingNames };

/** What shows that a letter went out. */
const proofNames: Readonly<Record<Proof, string>> = {
  email_sent: 'The sent e-mail',
  post_tracked: 'Tracked post',
  portal: 'Delivered in a portal',
  handed_over: 'Handed over in person',
};

const select = (
  blockId: string,
  label: string,
  options: readonly PlainTextOption[],
  initial: PlainTextOption | undefined,
): InputBlock => ({
  type: 'input',
  block_id: blockId,
  label: plain(label),
  element: {
    type: 'static_select',
    action_id: 'value',
    options: [...options],
    ...(initial === undefined ? {} : { initial_option: initial }),
  },
});

const proofField = (): InputBlock => {
  const options = proofs.map((proof) => option(proof, proofNames[proof]));
  return select('proof', 'What shows it', options, options[0]);
};

const sentOn = (today: string): InputBlock => ({
  type: 'input',
  block_id: 'sent_on',
  label: plain('Sent on'),
  element: { type: 'datepicker', action_id: 'value', initial_date: today },
});

/** Why "partly" does not stand in the list, or stands there alone. */
const outcomeHint = (outcomes: readonly CaseOutcome[]): string | null => {
  if (!outcomes.includes('partial'))
    return '“Partly” stands here once an exemption or a redaction is recorded in the case.';
  return outcomes.includes('full') || outcomes.includes('refused')
    ? null
    : 'The register holds a redaction or an exemption, so it is given in part.';
};

const reviewFields = ({ outcomes }: Extract<LetterStep, { kind: 'review' }>): readonly KnownBlock[] => {
  const names = outcomes.includes('not_upheld') ? complaintNames : outcomeNames;
  const all = outcomes.map((outcome) => option(outcome, names[outcome]));
  const hint = outcomeHint(outcomes);
  const field = select('outcome', 'Outcome', all, all[0]);
  return [hint === null ? field : { ...field, hint: plain(hint) }];
};

/** A text field of a letter, kept as it is typed: closing the form, or losing the computer, loses nothing. */
export const keptAsTyped = (field: InputBlock): InputBlock =>
  field.element.type === 'plain_text_input'
    ? {
        ...field,
        dispatch_action: true,
        element: {
          ...field.element,
          action_id: 'letter_typed',
          dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
        },
      }
    : field;

const reasonsField = (typed: string): InputBlock =>
  keptAsTyped(
    textField('fact_register_reasons', 'Reasons, for the register', {
      hint: 'Why this ground applies here. The approver reads them; they are sealed.',
      initial: typed,
    }),
  );

/** The lists of a letter that asks; their codes travel with the draft. */
export const askBlocks = ({ step, codes }: LetterScreen): readonly InputBlock[] => {
  const list = (name: string, label: string, all: readonly FieldChoice[], first: boolean): InputBlock => {
    const options = all.map(([value, text]) => option(value, text));
    const chosen = options.find(({ value }) => value === codes[name]);
    return select(`fact_${name}`, label, options, chosen ?? (first ? options[0] : undefined));
  };
  switch (step.kind) {
    case 'review':
      return isRefusal(step)
        ? [
            list(
              'ground_code',
              'Ground for refusing',
              step.grounds.map(({ id, title }) => [id, title]),
              step.grounds.length === 1,
            ),
            reasonsField(codes['register_reasons'] ?? ''),
          ]
        : [];
    case 'ask_identity':
      return [
        list('doubt_code', 'Why is there a doubt?', step.doubts, false),
        list('method_code', 'What do you ask for?', step.methods, true),
      ];
    case 'ask_clarification':
      return [
        list('about_code', 'It is about', step.abouts, true),
        list('needs_code', 'Do you reasonably need to know?', step.needs, true),
      ];
    case 'ask_fee':
      return [list('finding_code', 'The request is', step.findings, true)];
    default:
      return [];
  }
};

type StepParts = { readonly submit: string | null; readonly blocks: readonly KnownBlock[] };

/** What is asked for, and what the form's button says; null where there is nothing to do. */
export const stepParts = ({ step, today }: LetterScreen): StepParts => {
  switch (step.kind) {
    case 'acknowledge':
      return { submit: 'I have sent this', blocks: [sentOn(today)] };
    case 'review':
      return { submit: 'Send for review', blocks: reviewFields(step) };
    case 'record_answer':
      return {
        submit: 'I have sent this',
        blocks: [
          context('Only this wording was approved: if you changed it, take it back under *More* first.'),
          sentOn(today),
          proofField(),
        ],
      };
    case 'record_letter':
      return {
        submit: 'I have sent this',
        blocks: [
          ...(step.approved ? [context('A second person approved exactly this wording.')] : []),
          sentOn(today),
          ...(step.mayApprove
            ? [actions('letter_approve', [button('Approve letter', 'approve_letter', 'approve')])]
            : []),
        ],
      };
    case 'ask_identity':
    case 'ask_authority':
    case 'ask_clarification':
      return { submit: 'I have sent this', blocks: [sentOn(today)] };
    case 'ask_fee':
      return {
        submit: 'Ask an approver',
        blocks: [
          context('An approver has to agree to the fee. What you wrote is kept: send this letter then.'),
        ],
      };
    case 'record_extension':
      return { submit: 'I have sent this', blocks: [sentOn(today), proofField()] };
    case 'read':
      return { submit: null, blocks: [context(escaped(step.why))] };
  }
};
