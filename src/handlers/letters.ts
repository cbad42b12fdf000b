/** The letters of a case: fields, preview, and the record that one went out. The bot itself sends none. */
import { actOnLetter } from '../flows/letters/act-on-letter.ts';
import type { Letters } from '../flows/letters/letter-screen.ts';
import { escaped } from '../views/blocks.ts';
import { type LetterForm, lettersFormId, lettersView } from '../views/letters/letters.ts';
import { readShownLetter } from '../views/letters/shown-letter.ts';
import { notice, noticeView } from '../views/notice.ts';
import type { Closed, Feature, InteractionOutcome, Press } from './bolt/interaction.ts';
import { kept } from './form-drafts.ts';
import { actSentence } from './letter-acts.ts';
import { keep, lettersAt } from './letter-drafts.ts';
import { type LetterDependencies, lettersRefused, openLetters } from './open-letters.ts';
import { submitLetter, underOf, whyReadAgain } from './submit-letter.ts';

const open =
  (deps: LetterDependencies, wanted: string | null) =>
  (press: Press): Promise<InteractionOutcome> =>
    openLetters(deps, press, press.value, wanted);

/** Redraws the form that something was pressed in. */
const redraw = async (
  deps: LetterDependencies,
  press: Press,
  found: Letters,
  form: LetterForm,
): Promise<InteractionOutcome> => {
  if (press.view === null) return 'gone';
  const view = found.ok
    ? await kept(deps, press.user, lettersView(found, form))
    : noticeView('Letters', notice(escaped(lettersRefused(found))));
  await deps.slack.updateView({ id: press.view.id, hash: press.view.hash }, view);
  return found.ok ? 'letter' : 'refused';
};

const choose =
  (deps: LetterDependencies) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const shown = readShownLetter(press.view?.private_metadata ?? '');
    if (shown === null) return 'gone';
    await keep(deps, press.user, shown, press.fields);
    const next = { number: shown.number, letter: press.value };
    return redraw(deps, press, await lettersAt(deps, press.user, next, {}), {
      under: underOf(shown),
    });
  };

/** From the letter as it reads back to its fields. */
const change =
  (deps: LetterDependencies) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const shown = readShownLetter(press.view?.private_metadata ?? '');
    if (shown === null) return 'gone';
    const found = await lettersAt(deps, press.user, shown, {});
    return redraw(deps, press, found, { page: 'write', under: underOf(shown), heldBack: shown.heldBack });
  };

/** As somebody types; nothing is drawn anew beneath their hands. */
const typing =
  (deps: LetterDependencies) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const shown = readShownLetter(press.view?.private_metadata ?? '');
    if (shown === null) return 'gone';
    await keep(deps, press.user, shown, press.fields);
    return 'kept';
  };

const closed =
  (deps: LetterDependencies) =>
  async ({ user, view, fields }: Closed): Promise<InteractionOutcome> => {
    const shown = readShownLetter(view.private_metadata);
    if (shown === null) return 'gone';
    await keep(deps, user, shown, fields);
    return 'kept';
  };

const approveLetter =
  (deps: LetterDependencies) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const shown = readShownLetter(press.view?.private_metadata ?? '');
    if (shown === null) return 'gone';
    const under = underOf(shown);
    const found = await lettersAt(deps, press.user, shown, {});
    if (!found.ok) return redraw(deps, press, found, {});
    const why = whyReadAgain(found, shown);
    if (why !== null) return redraw(deps, press, found, { page: 'read', said: why, under });
    const done = await actOnLetter(deps.cases, found, { kind: 'approve' }, press.user);
    const after = await lettersAt(deps, press.user, shown, {});
    const said = done.ok
      ? ':white_check_mark: Approved, word for word as it stands here.'
      : actSentence(done);
    return redraw(deps, press, after, { page: 'read', said, under });
  };

export const writingLetters = (deps: LetterDependencies): Feature => ({
  presses: {
    open_letters: open(deps, null),
    open_acknowledgement: open(deps, 'acknowledgement'),
    open_complaint_acknowledgement: open(deps, 'complaint-acknowledgement'),
    choose_letter: choose(deps),
    letter_write: change(deps),
    approve_letter: approveLetter(deps),
  },
  keeps: { letter_typed: typing(deps) },
  forms: { [lettersFormId]: submitLetter(deps) },
  closed: { [lettersFormId]: closed(deps) },
});
