/** The case that lies beneath a form: carried along by it, and drawn afresh when something has been done. */

import type { FormPlace } from '../views/cases/case-action-form.ts';
import { placeAt, readCasePlace } from '../views/cases/case-place.ts';
import type { Press } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';
import { redrawCase } from './open-case.ts';

type UnderCase = Pick<FormPlace, 'view' | 'beneath'>;

/** A card, a message or a list is no such place. */
export const caseUnder = (press: Press): UnderCase =>
  press.view !== null && (press.view.callback_id === 'case' || press.view.callback_id === 'case_tasks')
    ? { view: press.view.id, beneath: press.view.private_metadata }
    : { view: '', beneath: '' };

/** With `news` it says what is now so. */
export const redrawUnder = async (
  deps: Pick<Dependencies, 'after' | 'cases' | 'drafts' | 'newId' | 'slack' | 'whoCan'>,
  { view, beneath }: UnderCase,
  number: string,
  user: string,
  news: string | null,
): Promise<void> => {
  if (view !== '') await redrawCase(deps, view, readCasePlace(beneath) ?? placeAt(number), user, news);
};
