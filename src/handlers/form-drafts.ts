/** What is typed into any form is kept until it is sent: over closing, refusing, a crash and a restart. */
import type { ModalView } from '@slack/types';
import { feedbackForm } from '../views/answers/feedback.ts';
import { editing, teamEntryForm } from '../views/answers/team-entry.ts';
import {
  answeringTo,
  questionAbout,
  teamAnswerForm,
  teamQuestionForm,
} from '../views/answers/team-question.ts';
import { carried } from '../views/carried.ts';
import { caseActionFormId, formPlace } from '../views/cases/case-action-form.ts';
import { intakeForm } from '../views/cases/intake.ts';
import { readIntakePlace } from '../views/cases/intake-place.ts';
import { type KeptFields, keptForm, keptInputs } from '../views/cases/kept-form.ts';
import { roundFormId, roundPlace } from '../views/cases/search-round.ts';
import { teamSearchFormId, teamSearchPlace } from '../views/cases/team-search.ts';
import { lettersFormId } from '../views/letters/letters.ts';
import { readShownLetter } from '../views/letters/shown-letter.ts';
import { askFormId } from '../views/menu.ts';
import type { Closed, Feature, InteractionOutcome, Submission } from './bolt/interaction.ts';
import type { FieldValue, FieldValues } from './bolt/payloads.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'clock' | 'drafts'>;

type DraftPlace = (metadata: string, user: string) => readonly string[] | null;

const placed =
  <T>(
    shape: Parameters<typeof carried<T>>[0],
    parts: (place: T, user: string) => readonly string[],
  ): DraftPlace =>
  (metadata, user) => {
    const place = carried(shape, metadata);
    return place === null ? null : parts(place, user);
  };

/** What a draft is about: of a case, so that it goes with the case; else of whoever writes it. */
const places: Readonly<Record<string, DraftPlace>> = {
  [caseActionFormId]: placed(formPlace, ({ number, action, about }, user) => [number, action, about, user]),
  [roundFormId]: placed(roundPlace, ({ number }, user) => [number, 'round', user]),
  [teamSearchFormId]: placed(teamSearchPlace, ({ number, team }, user) => [number, 'search', team, user]),
  [lettersFormId]: (metadata, user) => {
    const shown = readShownLetter(metadata);
    return shown === null ? null : [shown.number, 'letter', shown.letter, user];
  },
  [intakeForm.id]: (metadata, user) => {
    const place = readIntakePlace(metadata);
    return place === null ? null : ['intake', user, place.requestId];
  },
  [teamQuestionForm.id]: placed(questionAbout, ({ about }, user) => ['question', user, about]),
  [teamAnswerForm.id]: placed(answeringTo, ({ channel, ts }, user) => ['answer', user, channel, ts]),
  [teamEntryForm.id]: placed(editing, ({ id, fresh }, user) => [
    'entry',
    user,
    id,
    fresh?.channel ?? '',
    fresh?.ts ?? '',
  ]),
  [feedbackForm.id]: (about, user) => ['feedback', user, about],
  [askFormId]: (_, user) => ['ask', user],
};

type DrawnForm = { readonly callback_id?: string; readonly private_metadata?: string };

/** Days that something begun outside a case is kept. */
export const draftDays = 7;
const hourMs = 60 * 60 * 1_000;

/** What no case takes along when it closes. */
const outsideCases = ['intake', 'question', 'answer', 'entry', 'feedback', 'ask'];

/** Null for a form in which nothing is typed. */
export const draftOf = (
  { callback_id: id = '', private_metadata = '' }: DrawnForm,
  user: string,
): string | null => {
  const parts = places[id]?.(private_metadata, user) ?? null;
  return parts === null ? null : parts.filter((part) => part !== '').join('.');
};

/** When something was kept last, in the draft itself; no block of ours has this name. */
export const keptAt = '_at';

/** The form with what this person had begun in it. */
export const kept = async (
  deps: Pick<Takes, 'drafts'>,
  user: string,
  view: ModalView,
): Promise<ModalView> => {
  const id = draftOf(view, user);
  if (id === null) return view;
  const { [keptAt]: _, ...fields } = await deps.drafts.read(id);
  return keptForm(view, fields);
};

/** Of the three seconds that Slack waits, what a draft may take (milliseconds). */
const patienceMs = 1_000;

/** `instead` where what is kept says nothing in time: asking needs nothing of it. */
export const inTime = <T>({ after }: Pick<Dependencies, 'after'>, work: Promise<T>, instead: T): Promise<T> =>
  Promise.race([work.catch(() => instead), after(patienceMs).then(() => instead)]);

/** The same for a form of which nothing has to be kept: it opens in any case. */
export const keptIfHeard = (
  deps: Pick<Dependencies, 'after' | 'drafts'>,
  user: string,
  view: ModalView,
): Promise<ModalView> => inTime(deps, kept(deps, user, view), view);

const asWord = (value: FieldValue): string =>
  value === null ? '' : typeof value === 'string' ? value : value.join(' ');

type Shown = DrawnForm & { readonly blocks: readonly unknown[] };

/** Null where nothing was typed that the form did not begin with. */
const begun = (blocks: readonly unknown[], fields: FieldValues, draft: KeptFields): KeptFields | null => {
  const inputs = keptInputs(blocks);
  const typed = inputs.some(
    ({ id, began }) => began !== null && id in fields && asWord(fields[id] ?? null) !== began,
  );
  return typed || Object.keys(draft).length > 0
    ? Object.fromEntries(inputs.map(({ id }) => [id, asWord(fields[id] ?? null)]))
    : null;
};

/** Durable when it resolves. */
export const keepForm = async (
  deps: Takes,
  user: string,
  view: Shown,
  fields: FieldValues,
): Promise<void> => {
  const id = draftOf(view, user);
  if (id === null || keptInputs(view.blocks).length === 0) return;
  await deps.drafts.update(id, async (draft) => {
    const more = begun(view.blocks, fields, draft);
    return more === null ? null : { ...draft, ...more, [keptAt]: deps.clock().toISOString() };
  });
};

/** What this person began under a name and has not sent, newest first; what no key of ours opens is left out. */
export const begunBy = async (
  { drafts }: Pick<Takes, 'drafts'>,
  beginning: string,
): Promise<readonly { readonly id: string; readonly at: Date }[]> => {
  const ids = await drafts.idsOf(`${beginning}.`);
  const all = await Promise.all(
    ids.map(async (id) => {
      const at = (await drafts.read(id))[keptAt];
      return at === undefined ? [] : [{ id, at: new Date(at) }];
    }),
  );
  return all.flat().toSorted((one, other) => other.at.getTime() - one.at.getTime());
};

/** What was begun outside a case and never sent goes after a week, what was begun in a case with the case; looked for once an hour. */
export const forgettingDrafts = (deps: Takes & Pick<Dependencies, 'cases'>): (() => Promise<void>) => {
  let hour = -1;
  return async () => {
    const now = deps.clock().getTime();
    if (Math.floor(now / hourMs) === hour) return;
    hour = Math.floor(now / hourMs);
    const since = new Date(now - draftDays * 24 * hourMs);
    for (const name of outsideCases) {
      const begunHere = await begunBy(deps, name);
      for (const { id, at } of begunHere) if (at < since) await deps.drafts.drop(id);
      // What no key opens does not say when it was begun.
      const opened = new Set(begunHere.map(({ id }) => id));
      for (const id of await deps.drafts.idsOf(`${name}.`))
        if (!opened.has(id)) await deps.drafts.dropOlder(id, since);
    }
    // A form that stood open while the case was closed may have kept something after that.
    const cases = await deps.cases.register.list();
    const closed = new Set(cases.filter(({ summary }) => summary.state === 'closed').map(({ id }) => id));
    for (const id of await deps.drafts.idsOf(''))
      if (closed.has(id.split('.')[0] ?? '')) await deps.drafts.drop(id);
  };
};

/** What a form says when it has done nothing, or nobody can tell: then what was typed is still wanted. */
const undone: readonly InteractionOutcome[] = [
  'refused',
  'unknown',
  'gone',
  'no_channel',
  'again',
  'perhaps',
];
/** Pages of one form: it is not done yet. */
const goesOn: readonly InteractionOutcome[] = ['preview', 'held_back', 'letter', 'read_again'];

const sending =
  (deps: Takes & Pick<Dependencies, 'after'>, submit: (sent: Submission) => Promise<InteractionOutcome>) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const heard = (work: Promise<void>): Promise<void> =>
      sent.view.callback_id === askFormId ? inTime(deps, work, undefined) : work;
    await heard(keepForm(deps, sent.user, sent.view, sent.fields));
    const outcome = await submit(sent);
    const id = draftOf(sent.view, sent.user);
    if (id !== null && ![...undone, ...goesOn].includes(outcome)) await heard(deps.drafts.drop(id));
    return outcome;
  };

/** The same feature; each of its forms keeps what is typed until it has done what it says. */
export const keepingForms =
  (deps: Takes & Pick<Dependencies, 'after'>) =>
  (feature: Feature): Feature => {
    const forms = Object.entries(feature.forms ?? {});
    return forms.length === 0
      ? feature
      : {
          ...feature,
          forms: Object.fromEntries(
            forms.map(([id, submit]) => [id, places[id] === undefined ? submit : sending(deps, submit)]),
          ),
          closed: {
            ...Object.fromEntries(
              forms
                .filter(([id]) => places[id] !== undefined)
                .map(([id]) => [
                  id,
                  async ({ user, view, fields }: Closed) => {
                    await keepForm(deps, user, view, fields);
                    return (await feature.closed?.[id]?.({ user, view, fields })) ?? 'kept';
                  },
                ]),
            ),
          },
        };
  };

/** As somebody types; nothing is drawn anew beneath their hands. */
export const keepingWhatIsTyped = (deps: Takes): Feature => ({
  keeps: {
    value: async ({ user, view, fields }) => {
      if (view === null) return 'gone';
      await keepForm(deps, user, view, fields);
      return 'kept';
    },
  },
});
