/** What was kept back from the person, with its ground, as the register holds it. */

import { takesOut } from '../../requests/case/evolve-work.ts';
import { sealedWords } from '../../requests/case/sealed-words.ts';
import { partialGroundsFor } from '../../requests/decisions/refusal-grounds.ts';
import { provisionOf } from './law-in-letters.ts';
import type { PrefillSource } from './prefilled.ts';

/** 0 where nobody has counted. */
const pieces = (items: number): string =>
  items === 0 ? 'Pieces' : items === 1 ? 'One piece' : `${items} pieces`;

/** What the law calls a ground, with where it stands: "Information about another person (Schedule 2, …)". */
const groundIn = ({ request, law }: PrefillSource, id: string): string => {
  const ground = partialGroundsFor(request, { law }).find((each) => each.id === id);
  return ground === undefined ? id : `${ground.title} (${provisionOf(ground, request, law)})`;
};

type Exempted = { readonly words: string; readonly ground: string };

/** Each exemption with the words it was logged with, in one line. */
const exempted = (source: PrefillSource): readonly Exempted[] =>
  source.history.flatMap((event) => {
    if (event.type !== 'exemption_logged') return [];
    const words = sealedWords(event, 'reasons')?.replaceAll(/\s+/g, ' ').replaceAll('|', '/').trim();
    return words === undefined || words === '' ? [] : [{ words, ground: groundIn(source, event.exemption) }];
  });

/** What was kept back: each exemption, and what was blacked out. */
export const heldBack = (source: PrefillSource): string =>
  [
    ...exempted(source).map(({ words, ground }) => `${words} | ${ground}`),
    ...source.history.flatMap((event) =>
      event.type === 'redaction_logged' && takesOut(event)
        ? [`${pieces(event.items)} that we blacked out | ${groundIn(source, event.reason)}`]
        : [],
    ),
  ].join('\n');

/** What an erasure leaves, and why; until when, nobody has recorded: the last cell stays open. */
export const keptBack = (source: PrefillSource): string =>
  exempted(source)
    .map(({ words, ground }) => `${words} | ${ground.charAt(0).toLowerCase()}${ground.slice(1)} | `)
    .join('\n');
