/** Grounds and lawful bases as a letter under the case's law names them. */
import { provisionInWords } from '../../letters/provision-in-words.ts';
import type { Case } from '../../requests/case/case.ts';
import { regimeOf } from '../../requests/clock/holidays.ts';
import type { Ground } from '../../requests/clock/regime.ts';
import type { Moment } from '../../requests/decisions/decision.ts';
import { groundsOf } from '../../requests/decisions/refusal-grounds.ts';
import type { PrefillSource } from './prefilled.ts';

/** Where a ground stands, as a letter under the case's law names it. */
export const provisionOf = (
  { source }: Pick<Ground, 'source'>,
  { regime }: Pick<Case, 'regime'>,
  law: Moment['law'],
): string => provisionInWords(source, regimeOf(law, regime)?.grounds.letters.names ?? {});

/** A basis of the regime's list, as the letter names it. */
export const legalBasis = (
  request: Case,
  law: PrefillSource['law'],
  which: (ground: { readonly id: string; readonly usual?: boolean | undefined }) => boolean | undefined,
): string => {
  const found = groundsOf(request, { law }).objection.find(which);
  return request.right !== 'objection' || found === undefined ? '' : `${found.title} (${found.source})`;
};
