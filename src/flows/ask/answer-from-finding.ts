/** An answer from what a model has found, with the local answer for everything that a model has no say in. */
import type { Answer, Citation, Knowledge } from '../../knowledge/answer/answer.ts';
import { otherFigure } from '../../knowledge/answer/other-figure.ts';
import { spansOf } from '../../knowledge/answer/whole-sense.ts';
import { borneVerdict } from '../../knowledge/model/borne-verdict.ts';
import type { ModelFinding } from '../../knowledge/model/finder.ts';
import { firstLine } from '../../knowledge/model/first-line.ts';
import type { Unit } from '../../knowledge/policy/policy.ts';

type Found = Extract<ModelFinding, { readonly kind: 'found' }>;

/** What a found answer is trusted with: code has proven the words, not that they answer. */
const CONFIDENCE = 0.9;
const MOST_NEAR = 3;

const sameQuote = (one: Citation, other: Citation): boolean =>
  one.policy === other.policy && one.start === other.start && one.end === other.end;

const distinct = (citations: readonly Citation[]): readonly Citation[] =>
  citations.filter((one, at) => citations.findIndex((other) => sameQuote(one, other)) === at);

/** Verified against the file, widened to whole sense; empty when anything does not hold. */
const citationsOf = (
  { documents, verify }: Pick<Knowledge, 'documents' | 'verify'>,
  units: readonly Unit[],
): readonly Citation[] => {
  const versions = new Map(documents.map(({ head }) => [head.id, head.version]));
  const refs = spansOf(documents, units).map((span) => ({
    ...span,
    version: versions.get(span.policy) ?? '',
  }));
  return verify(refs) ?? [];
};

const helped = ({ policies }: Pick<Knowledge, 'policies'>): string => {
  const contact = policies[0]?.contact ?? 'not stated';
  return contact === 'not stated'
    ? 'The privacy team can help.'
    : `The privacy team can help, or write to ${contact}.`;
};

const OUTSIDE =
  'This does not look like a question about our privacy policy. Ask what the policy says about personal information, and the answer comes with its exact words.';
const DECLINED =
  'That cannot be done here. Only the policy’s own words are quoted, nobody’s personal data is looked up, and nothing is changed. Ask what the policy says, or speak to the privacy team.';

const answered = (
  knowledge: Pick<Knowledge, 'documents' | 'verify'>,
  { reply, units, whole }: Found,
  local: Answer,
): Answer | null => {
  const citations = citationsOf(knowledge, units);
  if (citations.length === 0) return null;
  const { question } = local;
  const quotes = citations.map(({ quote, leadIn, header }) => ({
    text: quote,
    before: leadIn ?? header ?? '',
  }));
  // A reply with something untrue in it is not asked for its opinion.
  const borne = borneVerdict(whole ? reply.verdict : null, question, quotes);
  const found = {
    ...local,
    outcome: 'answered',
    citations,
    nearest: [],
    didYouMean: [],
    answeredBy: 'extract',
    foundBy: 'model',
    confidence: CONFIDENCE,
  } as const;
  const sameAsLocal =
    local.outcome === 'answered' &&
    local.citations.length > 0 &&
    local.citations.every((one) => citations.some((other) => sameQuote(one, other)));
  // Where the search found the same, its words stay: it knows facts and warnings that a model does not.
  if (sameAsLocal && (borne.verdict === null || borne.verdict === local.verdict)) return found;
  const otherPeriod = otherFigure(question, citations);
  return {
    ...found,
    verdict: borne.verdict,
    answer: firstLine(borne, citations, { otherPeriod, lacks: reply.lacks, question }),
  };
};

const silent = (
  knowledge: Pick<Knowledge, 'documents' | 'verify' | 'policies'>,
  { units }: Found,
  local: Answer,
): Answer => {
  const named = citationsOf(knowledge, units);
  const nearest = distinct([...named, ...local.nearest, ...local.citations]).slice(0, MOST_NEAR);
  const own = `I found no passage that says this.${nearest.length === 0 ? '' : ' What comes closest is shown, but it is not an answer.'} ${helped(knowledge)}`;
  return {
    ...local,
    outcome: 'silent',
    answer: local.outcome === 'silent' ? local.answer : own,
    citations: [],
    nearest,
    verdict: null,
    answeredBy: 'extract',
    foundBy: 'model',
  };
};

const neither = (outcome: 'out_of_scope' | 'declined', answer: string, local: Answer): Answer => ({
  ...local,
  outcome,
  answer: local.outcome === outcome ? local.answer : answer,
  citations: [],
  nearest: [],
  didYouMean: [],
  law: [],
  procedure: [],
  verdict: null,
  answeredBy: 'extract',
  foundBy: 'model',
});

/** Null where the model says that it is answered, and nothing of what it named holds. */
export const answerFromFinding = (
  knowledge: Pick<Knowledge, 'documents' | 'verify' | 'policies'>,
  found: Found,
  local: Answer,
): Answer | null => {
  switch (found.reply.outcome) {
    case 'answered':
      return answered(knowledge, found, local);
    case 'silent':
      return silent(knowledge, found, local);
    case 'out_of_scope':
      return neither('out_of_scope', OUTSIDE, local);
    case 'declined':
      return neither('declined', DECLINED, local);
  }
};
