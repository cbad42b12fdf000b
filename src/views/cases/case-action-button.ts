/** The control of an action: the same words, value and question before it wherever it stands. */
import type { Button, KnownBlock } from '@slack/types';
import { caseActionRows, isWorkAction } from '../../flows/cases/case-action-rows.ts';
import { stoppedWords } from '../../flows/cases/rows-ending.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { type CaseAction, rules } from '../../requests/decisions/case-actions.ts';
import { button, context, plain, shortened } from '../blocks.ts';

/** What a button or menu entry carries: `<action> <case number> <task or approval>`. Ids only. */
export const caseActionValue = (action: CaseAction, number: string, about = ''): string =>
  about === '' ? `${action} ${number}` : `${action} ${number} ${about}`;

/** The words for the person, where the press says that they have been told. */
export const toldBlocks = (action: CaseAction | undefined, right: Right): readonly KnownBlock[] =>
  action === 'stopAndTell' || action === 'confirmStopped'
    ? [context(`Tell the person: “${stoppedWords(right)}”`)]
    : [];

export const caseActionButton = (
  action: CaseAction,
  number: string,
  about = '',
  more: { readonly style?: 'primary'; readonly label?: string } = {},
): Button => {
  const { label: known } = rules[action];
  const label = more.label ?? known;
  const row = isWorkAction(action) ? caseActionRows[action] : null;
  return button(
    label,
    `case_do:${action}${about === '' ? '' : `:${about}`}`,
    caseActionValue(action, number, about),
    {
      accessibility_label: shortened(`${label}: ${number}`, 75),
      ...(more.style === undefined ? {} : { style: more.style }),
      ...(row?.sure === undefined
        ? {}
        : {
            confirm: {
              title: plain(label),
              text: plain(row.sure),
              confirm: plain(label),
              deny: plain('Not now'),
            },
          }),
    },
  );
};
