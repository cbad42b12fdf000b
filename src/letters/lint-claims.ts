/** Finds sentences that claim what the law does not say. */
import { type Claim, claims } from './claims.ts';
import { error, type Finding, type LetterDraft, warning } from './finding.ts';
import { ownWords, plain, sentencesOf } from './paragraphs.ts';
import { rightNamed } from './right-wording.ts';

/** Sentences that claim more, less or something else than the law says. The policy's own words are left alone. */
export const lintClaims = (draft: LetterDraft): readonly Finding[] => {
  const sentences = sentencesOf(ownWords(draft.text));
  // Under several regimes the other law's authority is named, in the words of the data.
  const ofTheLaw = (draft.facts.remedies ?? []).join('\n');
  const foreign: readonly Claim[] = draft.law.grounds.letters.foreign.map(({ unless, ...row }) => ({
    ...row,
    ...(unless === undefined ? {} : { unless }),
  }));
  return [...claims, ...foreign]
    .filter((claim) => claim.when === undefined || claim.when(draft))
    .flatMap((claim) =>
      sentences
        .filter((sentence) => claim.says.test(sentence) && claim.unless?.test(sentence) !== true)
        .filter(
          (sentence) => claim.code !== 'wrong_regime' || !ofTheLaw.includes(sentence.replace(/^- /, '')),
        )
        .map((sentence) => error(claim.code, claim.message, sentence)),
    );
};

/** "If we sell the business" and "we may share" name nobody who has this person's data (Art 15(1)(c)). */
export const lintRecipients = ({ facts }: LetterDraft): readonly Finding[] =>
  (facts.recipients ?? [])
    .filter((line) => /^(?:if|where|when|in case)\b|\bmay\b|\bmight\b/i.test(line))
    .map((line) =>
      warning(
        'recipient_unnamed',
        'This says who might receive data, not who has it. Name those who have, or take the line out.',
        line,
      ),
    );

const PROVISION = /\b(?:art(?:icle)?s?|schedule|sch|para(?:graph)?s?|section|recital|privilege|exemption)\b/i;

/** Each part that is withheld names what allows it, unless naming it would defeat it (procedure F). */
export const lintWithheld = ({ text, facts, template }: LetterDraft): readonly Finding[] => [
  ...(facts.withheld ?? [])
    .filter(({ reason }) => text.includes(reason) && !PROVISION.test(reason))
    .map(({ what }) =>
      warning(
        'ground_unnamed',
        'Name the exemption or the article that allows this, unless naming it would defeat it.',
        what,
      ),
    ),
  // Whoever gets a part gets what Article 15 asks for with it; a bare refusal has no place for that.
  ...(template.id === 'refusal' && rightNamed(facts.rightName) === 'access' && (facts.fulfilled ?? '') !== ''
    ? [
        warning(
          'wrong_letter',
          'A part is given here. The answer’s own letter tells what goes with a copy; name the rest there as withheld.',
          template.id,
        ),
      ]
    : []),
];

const STIFF =
  /\b(?:pursuant to|hereby|herewith|aforementioned|herein(?:after)?|notwithstanding|in respect of|utili[sz]e|commence|prior to|subsequent to|data subject|please be advised|kindly be informed)\b/i;
const LONGEST = 45;

/** Hints, never errors: stiff words and sentences that nobody reads to the end. */
export const lintPlainness = ({ text }: LetterDraft, policyWords = ''): readonly Finding[] => {
  const inPolicy = plain(policyWords);
  const ours = sentencesOf(ownWords(text)).filter(
    (sentence) => !inPolicy.includes(plain(sentence.replace(/^- /, '').replace(/[.;,]+$/, ''))),
  );
  return ours.flatMap((sentence) => {
    const [stiff] = STIFF.exec(sentence) ?? [];
    const long = sentence.split(/\s+/).length > LONGEST;
    return [
      ...(stiff === undefined ? [] : [warning('plain_language', `Say “${stiff}” more plainly.`, sentence)]),
      ...(long ? [warning('plain_language', 'This sentence is long. Make two of it.', sentence)] : []),
    ];
  });
};
