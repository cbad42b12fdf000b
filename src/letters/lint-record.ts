/** Holds a letter against its register: sentences that it does not bear, and what it holds that the letter is silent on. */
import { contradictions, holdsBack } from './contradictions.ts';
import { error, type Finding, type LetterDraft, warning } from './finding.ts';
import { ownWords, sentencesOf } from './paragraphs.ts';
import type { LetterRecord } from './record.ts';

/** What the register holds and the letter is silent on. */
type SilentOn = {
  readonly about: readonly string[];
  readonly holds: (record: LetterRecord, draft: LetterDraft) => boolean;
  readonly said: RegExp;
  /** Silence is a fault where nothing could speak for it; else it is for a person to judge. */
  readonly must?: (record: LetterRecord, draft: LetterDraft) => boolean;
  readonly message: string;
};

const silences: readonly SilentOn[] = [
  {
    about: ['access-answer', 'portability-answer'],
    holds: ({ redacted, exemptions }) => redacted || exemptions.length > 0,
    said: /\b(?:withh[eo]ld|left out|blacked out|redacted|kept back)\b/i,
    message:
      'The register holds redactions or exemptions and the letter says nothing of them. Name them, unless that would defeat the exemption.',
  },
  {
    about: ['access-answer', 'no-data'],
    holds: ({ notSearched }) => notSearched.length > 0,
    said: /\bdid not (?:look|search)|\bnot searched\b/i,
    message: 'Not every system of the case was searched, and the letter does not say which and why.',
  },
  {
    about: ['erasure-answer'],
    holds: ({ partlyRefused }) => partlyRefused,
    said: /\bkept the following\b|\bwe keep\b[^.]*\bbecause\b[^.]*\buntil\b/i,
    // A limit of the right itself gives nothing away, as an exemption may.
    must: ({ exemptions }, { law }) =>
      exemptions.some((id) => law.grounds.refusal.some((ground) => ground.id === id)),
    message: 'The register holds a ground for keeping something, and the letter does not say what is kept.',
  },
];

const lintSilences = (draft: LetterDraft, record: LetterRecord): readonly Finding[] => {
  const words = ownWords(draft.text);
  return silences
    .filter(({ about: ids, holds }) => ids.includes(draft.template.id) && holds(record, draft))
    .filter(({ said }) => !said.test(words))
    .map(({ message, must }) =>
      (must?.(record, draft) === true ? error : warning)('register_unsaid', message, draft.template.id),
    );
};

/** Every part that an answer names as kept, withheld or refused rests on a ground in the register. */
const lintParts = ({ template, facts }: LetterDraft, record: LetterRecord): readonly Finding[] =>
  template.moment === 'answer' && holdsBack(facts) && !record.heldBack
    ? [
        error(
          'not_in_register',
          'The letter keeps something back and the register holds no ground for it: log the exemption in the case first, and answer in part.',
          template.id,
        ),
      ]
    : [];

/** The sentences of a letter that say more or something else than its register; none where no record is given. */
export const lintRecord = (draft: LetterDraft, record: LetterRecord | undefined): readonly Finding[] => {
  if (record === undefined || draft.template.audience !== 'person') return [];
  const sentences = sentencesOf(ownWords(draft.text));
  const untrue = contradictions
    .filter((row) => row.untrue(record, draft))
    .flatMap((row) =>
      sentences
        .filter((sentence) => row.says.test(sentence) && row.unless?.test(sentence) !== true)
        .map((sentence) => error('not_in_register', row.message, sentence)),
    );
  return [...untrue, ...lintSilences(draft, record), ...lintParts(draft, record)];
};
