/** The letters of a case: fields, preview, and the record that one went out. The bot itself sends none. */
import { actOnLetter } from '../flows/letters/act-on-letter.ts';
import { bestAcknowledgement, bestAnswer, bestRefusal } from '../flows/letters/choose-letter.ts';
import { letterDraft } from '../flows/letters/drafts.ts';
import { keptAnswer } from '../flows/letters/kept-answer.ts';
import type { LetterScreen, Letters } from '../flows/letters/letter-screen.ts';
import { lettersOfCase } from '../flows/letters/letters-of-case.ts';
import type { CaseAction } from '../requests/decisions/case-actions.ts';
import { refusalSentence } from '../requests/decisions/refusals.ts';
import { escaped } from '../views/blocks.ts';
import { doneWords } from '../views/cases/done-words.ts';
import { heldBackView, readHeldBackPlace } from '../views/cases/held-back.ts';
import {
  heldBackBlock,
  type LetterForm,
  lettersFormId,
  lettersView,
  readShownLetter,
  type ShownLetter,
} from '../views/letters/letters.ts';
import { notice, noticeView } from '../views/notice.ts';
import type { Closed, Feature, InteractionOutcome, Press, Submission } from './bolt/interaction.ts';
import { openSoon } from './bolt/open-soon.ts';
import { text } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';
import { kept } from './form-drafts.ts';
import {
  actFrom,
  actSentence,
  caseActionOf,
  type Doable,
  fieldOf,
  hasErrors,
  openGaps,
} from './letter-acts.ts';
import { keep, lettersAt } from './letter-drafts.ts';
import { caseUnder, showDone } from './under-case.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'cases' | 'drafts' | 'letters' | 'newId' | 'slack' | 'whoCan'>;

const sentence = (refused: Exclude<Letters, { readonly ok: true }>): string => {
  if (refused.code === 'no_such_case') return `There is no case ${refused.facts.number}.`;
  if (refused.code === 'no_letter') return 'No letter fits this case as it stands now.';
  return refusalSentence(refused);
};

/** From what had to be left out, the letter comes back in the same place: it lay there before. */
const fromHeldBack = (deps: Takes, press: Press): Press => {
  const { view } = press;
  return view === null || readHeldBackPlace(view.private_metadata) === null
    ? press
    : {
        ...press,
        open: async (letter) => {
          await deps.slack.updateView({ id: view.id }, letter);
          return view.id;
        },
      };
};

export const openLetters = (
  deps: Takes,
  press: Press,
  number: string,
  wanted: string | null,
): Promise<'opened' | 'refused'> =>
  openSoon(deps, fromHeldBack(deps, press), async () => {
    const found = await lettersAt(deps, press.user, { number, letter: wanted }, {});
    const { view, beneath } = readHeldBackPlace(press.view?.private_metadata ?? '') ?? caseUnder(press);
    return found.ok
      ? { view: await kept(deps, press.user, lettersView(found, { under: { view, beneath } })) }
      : { instead: notice(escaped(sentence(found))) };
  });

const open =
  (deps: Takes, wanted: string | null) =>
  (press: Press): Promise<InteractionOutcome> =>
    openLetters(deps, press, press.value, wanted);

/** Actions whose form is a letter. Where none fits, the action's own form opens. */
export const letterOfAction: Readonly<Partial<Record<CaseAction, string>>> = {
  writeAnswer: bestAnswer,
  refuse: bestRefusal,
  acknowledge: bestAcknowledgement,
  askForIdentity: 'identity-request',
  askForAuthority: 'authority-request',
  askForFee: 'fee',
  askForClarification: 'clarification',
  recordExtensionNotice: 'extension',
  recordResponseSent: keptAnswer,
};

/** Whether that letter can be written now and records the action. */
export const lettersFor = async (
  deps: Takes,
  user: string,
  number: string,
  action: CaseAction,
): Promise<string | null> => {
  const wanted = letterOfAction[action];
  if (wanted === undefined) return null;
  const found = await lettersOfCase({ desk: deps.cases, letters: deps.letters }, number, user, wanted);
  if (!found.ok) return null;
  const fits =
    action === 'writeAnswer'
      ? found.step.kind === 'review' || found.step.kind === 'read'
      : found.step.kind === stepOfAction[action];
  return fits ? wanted : null;
};

const stepOfAction: Readonly<Partial<Record<CaseAction, LetterScreen['step']['kind']>>> = {
  refuse: 'review',
  acknowledge: 'acknowledge',
  askForIdentity: 'ask_identity',
  askForAuthority: 'ask_authority',
  askForFee: 'ask_fee',
  askForClarification: 'ask_clarification',
  recordExtensionNotice: 'record_extension',
  recordResponseSent: 'record_answer',
};

const underOf = ({ view, beneath }: ShownLetter): Pick<ShownLetter, 'view' | 'beneath'> => ({
  view,
  beneath,
});

/** Redraws the form that something was pressed in. */
const redraw = async (
  deps: Takes,
  press: Press,
  found: Letters,
  form: LetterForm,
): Promise<InteractionOutcome> => {
  if (press.view === null) return 'gone';
  const view = found.ok
    ? await kept(deps, press.user, lettersView(found, form))
    : noticeView('Letters', notice(escaped(sentence(found))));
  await deps.slack.updateView({ id: press.view.id, hash: press.view.hash }, view);
  return found.ok ? 'letter' : 'refused';
};

const choose =
  (deps: Takes) =>
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
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const shown = readShownLetter(press.view?.private_metadata ?? '');
    if (shown === null) return 'gone';
    const found = await lettersAt(deps, press.user, shown, {});
    return redraw(deps, press, found, { page: 'write', under: underOf(shown), heldBack: shown.heldBack });
  };

/** As somebody types; nothing is drawn anew beneath their hands. */
const typing =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const shown = readShownLetter(press.view?.private_metadata ?? '');
    if (shown === null) return 'gone';
    await keep(deps, press.user, shown, press.fields);
    return 'kept';
  };

const closed =
  (deps: Takes) =>
  async ({ user, view, fields }: Closed): Promise<InteractionOutcome> => {
    const shown = readShownLetter(view.private_metadata);
    if (shown === null) return 'gone';
    await keep(deps, user, shown, fields);
    return 'kept';
  };

const changedSince =
  ':warning: The letter has changed since you read it. Please read it again, then press the button once more.';
const notReady = ':warning: Please mend what stands under “Before this goes out”.';

const approveLetter =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const shown = readShownLetter(press.view?.private_metadata ?? '');
    if (shown === null) return 'gone';
    const under = underOf(shown);
    const found = await lettersAt(deps, press.user, shown, {});
    if (!found.ok) return redraw(deps, press, found, {});
    if (found.composed.hash !== shown.hash)
      return redraw(deps, press, found, { page: 'read', said: changedSince, under });
    if (hasErrors(found)) return redraw(deps, press, found, { page: 'read', said: notReady, under });
    const done = await actOnLetter(deps.cases, found, { kind: 'approve' }, press.user);
    const after = await lettersAt(deps, press.user, shown, {});
    const said = done.ok
      ? ':white_check_mark: Approved, word for word as it stands here.'
      : actSentence(done);
    return redraw(deps, press, after, { page: 'read', said, under });
  };

/** The first page: what was written is kept, and the letter shown as it would go out. */
const preview = async (
  deps: Takes,
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
  deps: Takes,
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

const submit =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const shown = readShownLetter(sent.view.private_metadata);
    const found = shown === null ? null : await lettersAt(deps, sent.user, shown, sent.fields);
    if (shown === null || found === null || !found.ok) {
      const words = found === null || found.ok ? 'This form is too old.' : escaped(sentence(found));
      await sent.show(noticeView('Letters', notice(words)));
      return 'refused';
    }
    const form = { under: underOf(shown), heldBack: shown.heldBack };
    if (found.letter.id === shown.letter && shown.page === 'write') return preview(deps, sent, shown, found);
    if (!isDoable(found)) {
      await sent.show(await kept(deps, sent.user, lettersView(found, { ...form, page: 'read' })));
      return 'letter';
    }
    if (found.letter.id !== shown.letter || found.composed.hash !== shown.hash) {
      await sent.show(
        await kept(deps, sent.user, lettersView(found, { ...form, page: 'read', said: changedSince })),
      );
      return 'read_again';
    }
    if (hasErrors(found)) {
      await sent.show(
        await kept(deps, sent.user, lettersView(found, { ...form, page: 'read', said: notReady })),
      );
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

export const writingLetters = (deps: Takes): Feature => ({
  presses: {
    open_letters: open(deps, null),
    open_acknowledgement: open(deps, 'acknowledgement'),
    open_complaint_acknowledgement: open(deps, 'complaint-acknowledgement'),
    choose_letter: choose(deps),
    letter_write: change(deps),
    approve_letter: approveLetter(deps),
  },
  keeps: { letter_typed: typing(deps) },
  forms: { [lettersFormId]: submit(deps) },
  closed: { [lettersFormId]: closed(deps) },
});
