/** A letter with what is kept of it, and the keeping: at every turn, sealed, for whoever may write it. */
import { letterDraft } from '../flows/letters/drafts.ts';
import type { LetterScreen, Letters } from '../flows/letters/letter-screen.ts';
import { lettersOfCase } from '../flows/letters/letters-of-case.ts';
import { type ShownLetter, typedGaps } from '../views/letters/shown-letter.ts';
import type { FieldValues } from './bolt/payloads.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'cases' | 'drafts' | 'letters'>;

type WantedDraft = { readonly number: string; readonly letter: string | null };

/** The letter with what is kept of it, and what stands in the form now. */
export const lettersAt = async (
  deps: Takes,
  user: string,
  { number, letter }: WantedDraft,
  fields: FieldValues,
): Promise<Letters> => {
  const at = { desk: deps.cases, letters: deps.letters };
  const first = await lettersOfCase(at, number, user, letter);
  if (!first.ok) return first;
  const draft = await deps.drafts.read(letterDraft(number, first.letter.id));
  const typed = { ...draft, ...changed(first, draft, fields) };
  return Object.keys(typed).length === 0 ? first : lettersOfCase(at, number, user, first.letter.id, typed);
};

/** What differs from the words that the form began with: those go on following the register and the policy. */
const changed = (
  { composed: { gaps } }: LetterScreen,
  draft: Readonly<Record<string, string>>,
  fields: FieldValues,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(typedGaps(fields)).filter(
      ([name, words]) => draft[name] !== undefined || gaps.find((gap) => gap.name === name)?.typed !== words,
    ),
  );

/** Kept at every turn. Nothing is kept for somebody who may not write here, or of a letter with nothing to write. */
export const keep = (deps: Takes, user: string, shown: ShownLetter, fields: FieldValues): Promise<void> =>
  deps.drafts.update(letterDraft(shown.number, shown.letter), async (draft) => {
    const at = { desk: deps.cases, letters: deps.letters };
    const first = await lettersOfCase(at, shown.number, user, shown.letter);
    if (!first.ok || first.letter.id !== shown.letter || first.composed.gaps.length === 0) return null;
    const more = changed(first, draft, fields);
    return Object.keys(more).length === 0 ? null : { ...draft, ...more };
  });
