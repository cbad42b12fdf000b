/** The few ways in which a unit may be said shorter or turned round without saying anything else. Pure rewriting of text. */

type Rewrite = (text: string) => string;

/** Words that limit, deny, permit or oblige: nothing that holds one of them may be left out. */
const turns =
  /\b(?:not|no|never|none|nor|only|unless|except|without|may|must|can|cannot|could|should|shall|will|if|where|when|while|until|provided|because|so that|up to|within|after|before|or|forbidden|country)\b|n['’]t\b/i;

/** Whether a part of a text leaves out one of its words that limit, deny, permit or oblige. */
export const leavesOutATurn = (text: string, part: string): boolean => turns.test(text.replace(part, ' '));

/** Abbreviations, pointers and examples in brackets. Any other bracket is part of what is said. */
const asides: Rewrite = (text) =>
  text.replace(/\s*\((?:[“"‘'][^)]*|e\.g\.[^)]*|i\.e\.[^)]*|see [^)]*|as defined [^)]*)\)/giu, '');

/** Examples at the end, when they are no more than a list of things. */
const examples: Rewrite = (text) =>
  text.replace(/,? (?:such as|including|for example|e\.g\.) ([^.;:]*)(?=[.;]?$)/iu, (whole, rest: string) =>
    turns.test(rest) ? whole : '',
  );

/** Openings that lead from one sentence to the next. */
const opening: Rewrite = (text) =>
  text.replace(
    /^(?:please note that|in this respect,|however,|as such,?|in addition,|alternatively,|under the gdpr,|you should keep in mind that|despite [^,]*,(?: however,)?)\s*/iu,
    '',
  );

/** "Essential Cookies: these are …" said as one sentence. */
const oneSentence: Rewrite = (text) => text.replace(/^([^:.]{3,120}): these /u, '$1 ');

const conditions = /\b(?:if|when|where|unless|provided|in the event)\b/giu;

/** "If A, B." and "B, if A." are the same where there is one condition only. */
const turned: Rewrite = (text) => {
  if ([...text.matchAll(conditions)].length !== 1 || /[.;:]\s/u.test(text)) return text;
  const inFront = /^((?:if|when|provided that|in the event)\b[^,]*), (.+?)[.;]?$/iu.exec(text);
  if (inFront !== null) return `${inFront[2]}, ${inFront[1]}`;
  const behind = /^(.+?),? ((?:if|when|unless|provided that)\b[^,]*?)[.;]?$/iu.exec(text);
  return behind === null || /\b(?:and|or|but)\b/iu.test(behind[1] ?? '')
    ? text
    : `${behind[2]}, ${behind[1]}`;
};

/** The text as it is, and with every choice of the rewritings, in their order. */
const allOf = (text: string, rewrites: readonly Rewrite[]): readonly string[] => {
  const versions = new Set([text]);
  for (const rewrite of rewrites) for (const version of [...versions]) versions.add(rewrite(version));
  return [...versions];
};

/** What ends a bullet and belongs to the list, not to it. */
export const withoutListEnd = (bullet: string): string =>
  bullet.replace(/(?:[;,]\s*(?:and|or)?|\.)\s*$/iu, '');

/** A sentence that begins so says little, or something else, without the one before it. */
const leans =
  /^(?:this|these|those|such|they|it|however|in doing so|as such|alternatively|otherwise|therefore|in this respect|in that case|despite|no|yes|but|and)\b/iu;

/** Whole sentences of a unit of several: every run that does not begin in the middle of a thought. */
const sentenceRuns = (text: string): readonly { readonly text: string; readonly first: boolean }[] => {
  const sentences = text.split(/(?<=[.!?])\s+(?=[A-Z“])/u);
  return sentences.flatMap((sentence, from) =>
    from > 0 && leans.test(sentence)
      ? []
      : sentences.slice(from).map((_, length) => ({
          text: sentences.slice(from, from + length + 1).join(' '),
          first: from === 0,
        })),
  );
};

/** A bullet that is a sentence of its own needs nothing in front of it. */
const standsAlone = (bullet: string): boolean =>
  /^[A-Z][^:.]{2,120}: these /u.test(bullet) ||
  /^(?:where|if)\b[^,]*, (?:you|we) (?:may|can|will|must)\b/iu.test(bullet);

const leadInVersions = (leadIn: string): readonly string[] =>
  allOf(leadIn.replace(/[:.]\s*$/u, ''), [
    opening,
    asides,
    (text) =>
      text.replace(/\bthe following rights?\b([^.:]*)$/u, (whole, rest: string) =>
        turns.test(rest) ? whole : 'the right',
      ),
    (text) => text.replace(/,?\s*(?:for )?the following(?: purposes| cases| reasons| circumstances)?$/u, ''),
  ]);

export type Piece = { readonly text: string; readonly leadIn: string | null };

const most = 400;

/** Every wording of a unit that a statement may be: with its lead-in where it has one. */
export const versionsOf = ({ text, leadIn }: Piece): readonly string[] => {
  const bodies = sentenceRuns(text).flatMap((run) =>
    allOf(run.text, [opening, asides, examples, oneSentence, turned, opening]).map((body) => ({
      ...run,
      text: body,
    })),
  );
  if (leadIn === null) return bodies.map((body) => body.text).slice(0, most);
  const leads = leadInVersions(leadIn);
  return bodies
    .flatMap((body) => {
      const own = withoutListEnd(body.text);
      const alone = !body.first || standsAlone(text) ? [own] : [];
      return body.first ? [...leads.map((lead) => `${lead}: ${own}`), ...alone] : alone;
    })
    .slice(0, most);
};

/** Several bullets of one list in one sentence: the lead-in once, each bullet whole. */
export const listVersions = (bullets: readonly string[], leadIn: string): readonly (readonly string[])[] =>
  leadInVersions(leadIn).map((lead) => [
    `${lead}: ${withoutListEnd(bullets[0] ?? '')}`,
    ...bullets.slice(1).map(withoutListEnd),
  ]);
