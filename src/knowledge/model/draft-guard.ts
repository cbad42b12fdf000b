import { z } from 'zod';
import { listVersions, versionsOf, withoutListEnd } from '../policy/unit-variants.ts';
import { canonicalWith, type Token } from './canonical.ts';

/** What a model is given of a citation, and what a statement may rest on. */
export type DraftUnit = {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  readonly leadIn: string | null;
};

export const draftSchema = z.strictObject({
  statements: z
    .array(z.strictObject({ text: z.string().min(1), units: z.array(z.string()).min(1).max(9) }))
    .max(12),
});

export type Draft = z.infer<typeof draftSchema>;
export type Statement = { readonly text: string; readonly units: readonly string[] };

const longestStatement = 900;
const longestDraft = 2_400;

/** Marks that would format, link, mention or ask; a policy's own address may be named if it stands in the unit. */
const marks = /[<>`*_~|{}[\]\\#?!…]|\.\.\.|[\p{Cf}\p{Cc}\p{Co}\p{So}]/gu;
const address = /\S*(?:@|www\.|:\/\/|\.com\b|\.net\b|\.org\b|\.io\b)\S*/giu;
const quoted = /[“"]([^”"]*)[”"]|[‘]([^’]*)[’](?!\w)/gu;

/** A sentence that only introduces a list says too little, or too much, without it. */
const onlyIntroduces = /:\s*$|\bthe following\b[^:]*\.?$/iu;

/** The frame that a sentence about a policy may stand in. */
const frame =
  /^(?:(?:the|our) (?:policy|notice) (?:says|states)(?: that)?:?|according to (?:the|our) (?:policy|notice),?|under (?:the|our) (?:policy|notice),?)\s+/iu;

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const addressesOf = (text: string): readonly string[] =>
  [...text.matchAll(address)].map(([found]) => found.toLowerCase().replace(/[“”"‘’()]|[.,;:]+$/gu, ''));

/** Formatting, links and quotation marks: only what the units have themselves, and only whole units in quotation marks. */
const plainlySaid = (text: string, units: readonly DraftUnit[]): boolean => {
  const sources = units.map((unit) => `${unit.leadIn ?? ''} ${unit.text}`);
  const foreign = [...text.matchAll(marks)].some(
    ([mark]) => !sources.some((source) => source.includes(mark)),
  );
  if (text.length > longestStatement || foreign) return false;
  const allowed = new Set(sources.flatMap(addressesOf));
  if (addressesOf(text).some((found) => !allowed.has(found))) return false;
  const own = new Set(
    sources.flatMap((source) => [...source.matchAll(quoted)].map(([, one, two]) => flat(one ?? two ?? ''))),
  );
  const whole = new Set(units.map((unit) => flat(unit.text)));
  return [...text.matchAll(quoted)].every(([, one, two]) => {
    const words = flat(one ?? two ?? '');
    return own.has(words) || whole.has(words);
  });
};

/**
 * Where a statement may go on after it has said a source from word `i`: the same words in the same order, and where the
 * statement ends a clause, the source has at least a pause. Empty when it says something else.
 */
const endsOf = (said: readonly Token[], source: readonly Token[], i: number, j = 0): readonly number[] => {
  const [word] = said.slice(i, i + 1);
  const [own] = source.slice(j, j + 1);
  if (own === undefined) return [i];
  const pause = i === 0 || word?.breakBefore !== 'strong' || own.breakBefore !== 'none';
  const goesOn = word?.word === own.word && pause ? endsOf(said, source, i + 1, j + 1) : [];
  const left = own.optional || (own.own && own.word === 'we' && word?.definite === true);
  return left ? [...goesOn, ...endsOf(said, source, i, j + 1)] : goesOn;
};

/** Each part is one of its wordings, one part after the other, and nothing is left over. */
const says = (said: readonly Token[], parts: readonly (readonly (readonly Token[])[])[]): boolean => {
  let places: ReadonlySet<number> = new Set([0]);
  for (const wordings of parts) {
    const next = wordings.flatMap((wording) => [...places].flatMap((place) => endsOf(said, wording, place)));
    places = new Set(next);
  }
  return places.has(said.length);
};

/** The word that joins the bullets of a list, as the list itself has it. */
const joinOf = (units: readonly DraftUnit[], leadIn: string): string | null => {
  const ends = units
    .filter((unit) => unit.leadIn === leadIn)
    .map(({ text }) => /[;,]\s*(and|or)\s*$/iu.exec(text)?.[1]);
  return ends.find((end) => end !== undefined)?.toLowerCase() ?? null;
};

const optional = (word: string): Token => ({
  word,
  breakBefore: 'light',
  optional: true,
  definite: false,
  own: false,
});
const paused = ([first, ...rest]: readonly Token[]): readonly Token[] =>
  first === undefined ? [] : [{ ...first, breakBefore: 'strong' }, ...rest];

/**
 * Lets through what says no more, no less and nothing else than whole units of the policy. A statement has to be, word for
 * word and in the same order, one of the few wordings that its units allow (see unit-variants and equal-phrases); so every
 * number, name, negation, permission and condition is there, and none is added. `ownNames` are what the controller is called.
 */
export const draftGuard = (
  units: readonly DraftUnit[],
  ownNames: readonly string[],
): ((statement: Statement) => boolean) => {
  const canonical = canonicalWith(ownNames);
  const byId = new Map(units.map((unit) => [unit.id, unit]));

  /** The wordings of each part in turn; a list is one part. */
  const partsOf = (chosen: readonly DraftUnit[]): readonly (readonly (readonly Token[])[])[] => {
    const leadIn = chosen[0]?.leadIn ?? null;
    if (chosen.length === 1 || leadIn === null || !chosen.every((unit) => unit.leadIn === leadIn))
      return chosen.map((unit) => versionsOf(unit).map((version) => paused(canonical(version))));
    const join = joinOf(units, leadIn);
    const bullets = chosen.map(({ text }) => text);
    const joined = (pieces: readonly string[]): readonly Token[] =>
      pieces.flatMap((piece, at) => [
        ...(at === 0 || join === null ? [] : [optional(join)]),
        ...paused(canonical(piece)),
      ]);
    return [listVersions(bullets, leadIn).map(joined)];
  };

  return ({ text, units: ids }) => {
    const cited = [...new Set(ids)].map((id) => byId.get(id));
    if (!cited.every((unit) => unit !== undefined)) return false;
    const chosen = cited.filter(({ text: own }) => !onlyIntroduces.test(own));
    if (chosen.length === 0) return false;
    if (!plainlySaid(text, chosen)) return false;
    const said = canonical(withoutListEnd(text.trim().replace(frame, '')));
    if (said.length < 3) return false;
    const readings = chosen.length === 1 ? [chosen] : [chosen, ...chosen.map((unit) => [unit])];
    return readings.some((reading) => says(said, partsOf(reading)));
  };
};

const ended = (text: string): string => (/[.]["”’]?$/u.test(text) ? text : `${text.replace(/[;:,]$/u, '')}.`);

/** The prose that is left of a draft, sentence after sentence; null when nothing is. */
export const guardedProse = (
  draft: Draft,
  units: readonly DraftUnit[],
  ownNames: readonly string[],
): string | null => {
  const holds = draftGuard(units, ownNames);
  const kept = draft.statements.filter(holds).map(({ text }) => ended(flat(text)));
  const prose = [...new Set(kept)].join(' ');
  return prose === '' || prose.length > longestDraft ? null : prose;
};
