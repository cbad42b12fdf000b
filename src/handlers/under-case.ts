/** The case that lies beneath a form: carried along by it, and drawn afresh when something has been done. */

import type { View } from '@slack/types';
import type { FormPlace } from '../views/cases/case-action-form.ts';
import { placeAt, readCasePlace } from '../views/cases/case-place.ts';
import { heldBackId, heldBackView, readHeldBackPlace } from '../views/cases/held-back.ts';
import { noticeView } from '../views/notice.ts';
import type { Press, Submission } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';
import { caseOpening, redrawCase } from './open-case.ts';

export type UnderCase = Pick<FormPlace, 'view' | 'beneath'>;

type Takes = Pick<Dependencies, 'after' | 'cases' | 'drafts' | 'newId' | 'slack' | 'whoCan'>;

const beneathForms = ['case', 'case_tasks', heldBackId];

/** A card, a message or a list is no such place. */
export const caseUnder = (press: Press): UnderCase =>
  press.view !== null && beneathForms.includes(press.view.callback_id)
    ? { view: press.view.id, beneath: press.view.private_metadata }
    : { view: '', beneath: '' };

/** With `news` it says what is now so. */
export const redrawUnder = async (
  deps: Takes,
  { view, beneath }: UnderCase,
  number: string,
  user: string,
  news: string | null,
): Promise<void> => {
  if (view === '') return;
  const heldBack = readHeldBackPlace(beneath);
  if (heldBack === null) return redrawCase(deps, view, readCasePlace(beneath) ?? placeAt(number), user, news);
  if (news === null) return;
  await deps.slack.updateView({ id: view }, heldBackView(heldBack, news));
  await redrawUnder(deps, heldBack, number, user, null);
};

/** Whether a form, by its view's id, still has what it was opened from beneath it: the fourth form took its place. */
const hasUnder = ({ view }: UnderCase, form: string): boolean => view !== '' && view !== form;

/** What takes the place of a form that has nothing beneath it, with what is now so. */
const insteadOfForm = async (
  deps: Takes,
  { beneath }: UnderCase,
  number: string,
  user: string,
  news: string,
): Promise<View> => {
  const heldBack = readHeldBackPlace(beneath);
  if (heldBack !== null) return heldBackView(heldBack, news);
  const opening = await caseOpening(deps, readCasePlace(beneath) ?? placeAt(number), user, news);
  return 'view' in opening ? opening.view : noticeView('Done', opening.instead);
};

/** After a form has done its work: what is now so, in what lies beneath it; from a card or a message it takes the form's place. */
export const showDone = async (
  deps: Takes,
  sent: Submission,
  under: UnderCase,
  number: string,
  news: string,
): Promise<void> => {
  if (!hasUnder(under, sent.view.id))
    return sent.show(await insteadOfForm(deps, under, number, sent.user, news));
  await sent.close();
  await redrawUnder(deps, under, number, sent.user, news);
};
