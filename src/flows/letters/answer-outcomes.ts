/** Which outcomes a letter can come to, and the grounds on which it can rest. */
import type { Template } from '../../letters/template.ts';
import type { Case } from '../../requests/case/case.ts';
import type { CaseOutcome } from '../../requests/case/case-events.ts';
import type { Moment } from '../../requests/decisions/decision.ts';
import { refusalGroundsFor } from '../../requests/decisions/refusal-grounds.ts';
import { provisionOf } from './law-in-letters.ts';

export const isAnswer = ({ moment }: Template): boolean => moment === 'answer' || moment === 'refuse';

export const outcomesOf = (template: Template): readonly CaseOutcome[] => {
  if (template.id === 'no-data') return ['no_data'];
  if (template.rights.every((right) => right === 'complaint')) return ['full', 'partial', 'not_upheld'];
  return template.moment === 'refuse' ? ['refused', 'partial'] : ['full', 'partial', 'no_data'];
};

/** The grounds of the right on which this letter can rest. */
export const groundsOfLetter = (template: Template, request: Case, moment: Pick<Moment, 'law'>) =>
  template.moment === 'refuse'
    ? refusalGroundsFor(request, moment).filter(({ id }) => template.grounds?.includes(id) ?? true)
    : [];

/** The chosen ground as the letter names it. */
export const chosenProvision = (
  template: Template,
  request: Case,
  law: Moment['law'],
  chosen: string | undefined,
): { readonly provision?: string } => {
  const ground = groundsOfLetter(template, request, { law }).find(({ id }) => id === chosen);
  return ground === undefined ? {} : { provision: provisionOf(ground, request, law) };
};
