import { receivedInstant } from '../flows/cases/intake-moment.ts';
import { actOnLetter, type LetterAct } from '../flows/letters/act-on-letter.ts';
import { type LetterScreen, type Letters, lettersOfCase } from '../flows/letters/letters-of-case.ts';
import { refusalSentence } from '../requests/decisions/refusals.ts';
import { escaped } from '../views/blocks.ts';
import { gapField, lettersFormId, lettersView, readShownLetter, typedGaps } from '../views/letters.ts';
import { notice, noticeView } from '../views/notice.ts';
import type { Feature, InteractionOutcome, Press, Submission } from './bolt/interaction.ts';
import { openSoon } from './bolt/open-soon.ts';
import type { FieldValue } from './bolt/payloads.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'cases' | 'letters' | 'slack'>;

const sentence = (refused: Exclude<Letters, { readonly ok: true }>): string => {
  if (refused.code === 'no_such_case') return `There is no case ${refused.facts.number}.`;
  if (refused.code === 'no_letter') return 'No letter fits this case as it stands now.';
  return refusalSentence(refused);
};

const lettersAt = (
  deps: Takes,
  user: string,
  { number, letter }: { readonly number: string; readonly letter: string | null },
  fields: Readonly<Record<string, FieldValue>>,
): Promise<Letters> =>
  lettersOfCase({ desk: deps.cases, letters: deps.letters }, number, user, letter, typedGaps(fields));

const open =
  (deps: Takes, wanted: string | null) =>
  (press: Press): Promise<InteractionOutcome> =>
    openSoon(deps, press, async () => {
      const shown = { number: press.value, letter: wanted };
      const found = await lettersAt(deps, press.user, shown, {});
      return found.ok ? { view: lettersView(found) } : { instead: notice(escaped(sentence(found))) };
    });

/** Redraws the form that something was pressed in. */
const redraw = async (
  deps: Takes,
  press: Press,
  found: Letters,
  said: string | null = null,
): Promise<InteractionOutcome> => {
  if (press.view === null) return 'gone';
  const view = found.ok ? lettersView(found, said) : noticeView('Letters', notice(escaped(sentence(found))));
  await deps.slack.updateView({ id: press.view.id, hash: press.view.hash }, view);
  return found.ok ? 'letter' : 'refused';
};

const choose =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const shown = readShownLetter(press.view?.private_metadata ?? '');
    if (shown === null) return 'gone';
    const next = { number: shown.number, letter: press.value };
    return redraw(deps, press, await lettersAt(deps, press.user, next, press.fields));
  };

const refresh =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const shown = readShownLetter(press.view?.private_metadata ?? '');
    if (shown === null) return 'gone';
    return redraw(deps, press, await lettersAt(deps, press.user, shown, press.fields));
  };

const text = (value: FieldValue | undefined): string => (typeof value === 'string' ? value.trim() : '');

const changedSince =
  ':warning: The letter has changed since you read it. Please read it again, then press the button once more.';
const notReady =
  ':warning: Please mend what stands under “Before this goes out”, then press the button once more.';

const hasErrors = ({ composed }: LetterScreen): boolean =>
  composed.findings.some(({ severity }) => severity === 'error') ||
  composed.gaps.some(({ problem }) => problem !== null);

/** The fields that keep a letter back, each with its reason. */
const openGaps = ({ composed: { gaps } }: LetterScreen): Readonly<Record<string, string>> =>
  Object.fromEntries(
    gaps.flatMap(({ name, needed, typed, problem }) => {
      if (problem !== null) return [[gapField(name), problem] as const];
      return needed && typed.trim() === '' ? [[gapField(name), 'Please fill this in.'] as const] : [];
    }),
  );

const approveLetter =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const shown = readShownLetter(press.view?.private_metadata ?? '');
    if (shown === null) return 'gone';
    const found = await lettersAt(deps, press.user, shown, press.fields);
    if (!found.ok) return redraw(deps, press, found);
    if (found.composed.hash !== shown.hash) return redraw(deps, press, found, changedSince);
    if (hasErrors(found)) return redraw(deps, press, found, notReady);
    const changed = await actOnLetter(deps.cases, found, { kind: 'approve' }, press.user);
    const after = await lettersAt(deps, press.user, shown, {});
    return redraw(
      deps,
      press,
      after,
      changed.ok ? ':white_check_mark: Approved, word for word as it stands here.' : actSentence(changed),
    );
  };

const actSentence = (
  refused: Exclude<Awaited<ReturnType<typeof actOnLetter>>, { readonly ok: true }>,
): string =>
  refused.code === 'no_such_case' ? `There is no case ${refused.facts.number}.` : refusalSentence(refused);

type ReadForm = { readonly act: LetterAct } | { readonly errors: Readonly<Record<string, string>> };

const sentFields = (deps: Takes, fields: Submission['fields']): string | null =>
  receivedInstant(deps.cases, text(fields['sent_on']), null);

const proofs = ['email_sent', 'post_tracked', 'portal', 'handed_over'] as const;
const noDay = { errors: { sent_on: 'Please choose the day on which it was sent.' } };

type Doable = Exclude<LetterScreen['step'], { readonly kind: 'read' }>;

const actFrom = (deps: Takes, step: Doable, fields: Submission['fields']): ReadForm => {
  switch (step.kind) {
    case 'acknowledge':
    case 'record_letter': {
      const sentAt = sentFields(deps, fields);
      return sentAt === null ? noDay : { act: { kind: step.kind, sentAt } };
    }
    case 'record_answer': {
      const sentAt = sentFields(deps, fields);
      const proof = proofs.find((known) => known === text(fields['proof']));
      if (sentAt === null) return noDay;
      return proof === undefined
        ? { errors: { proof: 'Please choose what shows that it was sent.' } }
        : { act: { kind: 'record_answer', sentAt, proof } };
    }
    case 'review': {
      const outcome = step.outcomes.find((known) => known === text(fields['outcome']));
      if (outcome === undefined) return { errors: { outcome: 'Please choose one from the list.' } };
      if (outcome === 'refused' && text(fields['reasons']) === '')
        return { errors: { reasons: 'Please write why this ground applies.' } };
      return {
        act: { kind: 'review', outcome, ground: text(fields['ground']), reasons: text(fields['reasons']) },
      };
    }
  }
};

const said: Readonly<Record<LetterAct['kind'], string>> = {
  acknowledge: 'It is recorded that the person knows we have their request.',
  review:
    'The letter is with the approvers, word for word as you read it. A second person has to approve it.',
  record_answer: 'Recorded: the approved answer was sent. The clock has stopped.',
  record_letter: 'It is recorded that this letter was sent.',
  approve: 'Approved.',
};

/** The field that a refusal of the case's rules is shown on. */
const fieldOf = (act: LetterAct): string => (act.kind === 'review' ? 'outcome' : 'sent_on');

const submit =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const shown = readShownLetter(sent.view.private_metadata);
    const found = shown === null ? null : await lettersAt(deps, sent.user, shown, sent.fields);
    if (shown === null || found === null || !found.ok) {
      await sent.show(
        noticeView(
          'Letters',
          notice(found === null || found.ok ? 'This form is too old.' : escaped(sentence(found))),
        ),
      );
      return 'refused';
    }
    if (found.step.kind === 'read') {
      await sent.show(lettersView(found));
      return 'letter';
    }
    const gaps = openGaps(found);
    if (Object.keys(gaps).length > 0) {
      await sent.reject(gaps);
      return 'refused';
    }
    if (found.letter.id !== shown.letter || found.composed.hash !== shown.hash || hasErrors(found)) {
      const changed = found.letter.id !== shown.letter || found.composed.hash !== shown.hash;
      await sent.show(lettersView(found, changed ? changedSince : notReady));
      return 'read_again';
    }
    const read = actFrom(deps, found.step, sent.fields);
    if ('errors' in read) {
      await sent.reject(read.errors);
      return 'refused';
    }
    const changed = await actOnLetter(deps.cases, found, read.act, sent.user);
    if (!changed.ok) {
      await sent.reject({ [fieldOf(read.act)]: actSentence(changed) });
      return 'refused';
    }
    await sent.show(noticeView('Done', notice(`${found.number}: ${said[read.act.kind]}`)));
    return read.act.kind;
  };

/** The letters of a case: read, fill, copy, send for review, record as sent. The bot itself sends none. */
export const writingLetters = (deps: Takes): Feature => ({
  presses: {
    open_letters: open(deps, null),
    open_acknowledgement: open(deps, 'acknowledgement'),
    open_complaint_acknowledgement: open(deps, 'complaint-acknowledgement'),
    choose_letter: choose(deps),
    refresh_letter: refresh(deps),
    approve_letter: approveLetter(deps),
  },
  forms: { [lettersFormId]: submit(deps) },
});
