/** A letter's form is sent: from its fields to the letter, and from the letter to the record of it. */
import { actOnLetter } from '../flows/letters/act-on-letter.ts';
import { isSound } from '../flows/letters/composed-letter.ts';
import { letterDraft } from '../flows/letters/drafts.ts';
import type { LetterScreen } from '../flows/letters/letter-screen.ts';
import type { CaseAction } from '../requests/decisions/case-actions.ts';
import { escaped } from '../views/blocks.ts';
import { doneWords } from '../views/cases/done-words.ts';
import { heldBackView } from '../views/cases/held-back.ts';
import { lettersView } from '../views/letters/letters.ts';
import { readShownLetter, type ShownLetter } from '../views/letters/shown-letter.ts';
import { heldBackBlock } from '../views/letters/write-page.ts';
import { notice, noticeView } from '../views/notice.ts';
import type { InteractionOutcome, Submission } from './bolt/interaction.ts';
import { text } from './bolt/typed-text.ts';
import { kept } from './form-drafts.ts';
import { actFrom, actSentence, caseActionOf, type Doable, fieldOf, openGaps } from './letter-acts.ts';
import { keep, lettersAt } from './letter-drafts.ts';
import { type LetterDependencies, lettersRefused } from './open-letters.ts';
import { showDone } from './under-case.ts';

export const underOf = ({ view, beneath }: ShownLetter): Pick<ShownLetter, 'view' | 'beneath'> => ({
  view,
  beneath,
});

/** What keeps a letter back that is shown, in a sentence of ours; null where nothing does. */
export const whyReadAgain = (found: LetterScreen, shown: ShownLetter): string | null => {
  if (found.letter.id !== shown.letter || found.composed.hash !== shown.hash)
    return ':warning: The letter has changed since you read it. Please read it again, then press the button once more.';
  return isSound(found.composed) ? null : ':warning: Please mend what stands under “Before this goes out”.';
};

/** The first page: what was written is kept, and the letter shown as it would go out. */
const preview = async (
  deps: LetterDependencies,
  sent: Submission,
  shown: ShownLetter,
  found: LetterScreen,
): Promise<InteractionOutcome> => {
  await keep(deps, sent.user, shown, sent.fields);
  const gaps = openGaps(found);
  if (Object.keys(gaps).length > 0) {
    await sent.reject(gaps);
    return 'refused';
  }
  const said = text(sent.fields[heldBackBlock]);
  const heldBack = said === 'nothing' || said === 'something' ? said : '';
  if (heldBack === 'something') {
    await sent.show(heldBackView({ heldBackIn: found.number, ...underOf(shown) }, null));
    return 'held_back';
  }
  await sent.show(
    await kept(deps, sent.user, lettersView(found, { page: 'read', under: underOf(shown), heldBack })),
  );
  return 'preview';
};

/** What is now so, in the case beneath; from a message the case takes the form's place. */
const finish = async (
  deps: LetterDependencies,
  sent: Submission,
  shown: ShownLetter,
  action: CaseAction,
): Promise<void> => {
  // A letter that an approver has to agree to first goes out later, as it was written.
  if (action !== 'askForFee') await deps.drafts.drop(letterDraft(shown.number, shown.letter));
  await showDone(deps, sent, shown, shown.number, doneWords(action, shown.number));
};

const isDoable = (screen: LetterScreen): screen is LetterScreen & { readonly step: Doable } =>
  screen.step.kind !== 'read';

export const submitLetter =
  (deps: LetterDependencies) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const shown = readShownLetter(sent.view.private_metadata);
    const found = shown === null ? null : await lettersAt(deps, sent.user, shown, sent.fields);
    if (shown === null || found === null || !found.ok) {
      const words = found === null || found.ok ? 'This form is too old.' : escaped(lettersRefused(found));
      await sent.show(noticeView('Letters', notice(words)));
      return 'refused';
    }
    const form = { under: underOf(shown), heldBack: shown.heldBack };
    if (found.letter.id === shown.letter && shown.page === 'write') return preview(deps, sent, shown, found);
    if (!isDoable(found)) {
      await sent.show(await kept(deps, sent.user, lettersView(found, { ...form, page: 'read' })));
      return 'letter';
    }
    const said = whyReadAgain(found, shown);
    if (said !== null) {
      await sent.show(await kept(deps, sent.user, lettersView(found, { ...form, page: 'read', said })));
      return 'read_again';
    }
    const read = actFrom(deps, found, sent.fields, shown.heldBack);
    if ('errors' in read) {
      await sent.reject(read.errors);
      return 'refused';
    }
    const done = await actOnLetter(deps.cases, found, read.act, sent.user);
    if (!done.ok) {
      await sent.reject({ [fieldOf(read.act)]: actSentence(done) });
      return 'refused';
    }
    await finish(deps, sent, shown, caseActionOf[read.act.kind]);
    return read.act.kind;
  };
