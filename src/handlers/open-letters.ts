/** Opening the letters of a case, on top of it or in the place of the form before. */
import type { Letters } from '../flows/letters/letter-screen.ts';
import { refusalSentence } from '../requests/decisions/refusals.ts';
import { escaped } from '../views/blocks.ts';
import { readHeldBackPlace } from '../views/cases/held-back.ts';
import { lettersView } from '../views/letters/letters.ts';
import { notice } from '../views/notice.ts';
import type { Press } from './bolt/interaction.ts';
import { openSoon } from './bolt/open-soon.ts';
import type { Dependencies } from './dependencies.ts';
import { kept } from './form-drafts.ts';
import { lettersAt } from './letter-drafts.ts';
import { caseUnder } from './under-case.ts';

/** What this feature uses of the whole. */
export type LetterDependencies = Pick<
  Dependencies,
  'after' | 'cases' | 'drafts' | 'letters' | 'newId' | 'slack' | 'whoCan'
>;

export const lettersRefused = (refused: Exclude<Letters, { readonly ok: true }>): string => {
  if (refused.code === 'no_such_case') return `There is no case ${refused.facts.number}.`;
  if (refused.code === 'no_letter') return 'No letter fits this case as it stands now.';
  return refusalSentence(refused);
};

/** From what had to be left out, the letter comes back in the same place: it lay there before. */
const fromHeldBack = (deps: LetterDependencies, press: Press): Press => {
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
  deps: LetterDependencies,
  press: Press,
  number: string,
  wanted: string | null,
): Promise<'opened' | 'refused'> =>
  openSoon(deps, fromHeldBack(deps, press), async () => {
    const found = await lettersAt(deps, press.user, { number, letter: wanted }, {});
    const { view, beneath } = readHeldBackPlace(press.view?.private_metadata ?? '') ?? caseUnder(press);
    return found.ok
      ? { view: await kept(deps, press.user, lettersView(found, { under: { view, beneath } })) }
      : { instead: notice(escaped(lettersRefused(found))) };
  });
