/** Puts the policies, the ranking and the layers together: whatever asks, asks this. */
import { lawDefaults, notesLaw } from '../../base/regimes.ts';
import { citeAll } from '../policy/citation-check.ts';
import { contactOf } from '../policy/controllers.ts';
import { type Fact, readFacts, soundFacts } from '../policy/facts.ts';
import type { Policy, Unit } from '../policy/policy.ts';
import { readPolicyMap } from '../policy/policy-map.ts';
import { readPolicyPhrasings } from '../policy/policy-phrasings.ts';
import { openRedaction } from '../question/open-redaction.ts';
import { nobody, type Own } from '../question/own.ts';
import type { Redact } from '../question/redaction.ts';
import { sameQuestionBy } from '../question/same-question.ts';
import { readShippedLists, SHIPPED as WORDS } from '../question/shipped-lists.ts';
import { smallTalkIn } from '../question/small-talk.ts';
import { DECLINED, OUTSIDE, questionOf } from '../question/topics.ts';
import { openUnderstanding, type Understanding } from '../question/understanding.ts';
import { rarityOf } from '../rank/rarity.ts';
import { type Ranking, type RankUnits, unitRanking } from '../rank/unit-ranking.ts';
import type { Answer, Citation, Knowledge } from './answer.ts';
import { decider } from './decide.ts';
import { unitDecider } from './decide-by-units.ts';
import { messageDecider } from './decide-message.ts';
import { type AnswerDecision, SURE_AT } from './decide-one.ts';
import { exceptionFinder } from './exceptions.ts';
import { type LayersFor, openLayers } from './layers.ts';
import { offersFrom } from './offers.ts';
import { ordersFirst } from './orders-first.ts';
import { entriesOf, leadsOf, type MappedPolicy } from './readings.ts';
import { shelfOf } from './shelf.ts';
import { asksToRefuse } from './verdict.ts';
import type { Borne } from './verdict-borne.ts';
import { readVerdictModels, type VerdictModels, verdictJudge } from './verdict-judge.ts';
import { withWholeList } from './whole-list.ts';
import { spansOf } from './whole-sense.ts';
import { shortAnswer, wordingOf } from './wording.ts';

/** Longer questions are cut: nobody asks in more, and the time to answer stays small. */
const LONGEST = 2_000;
const MOST_CITATIONS = 9;
/** A phrasing as near as this says what its passage answers. */
const TRUSTED_AT = 0.6;
/** With phrasings an answer as sure as this is taken to be on what is asked. */
const PHRASED_AT = 0.6;
/** The same of a reading that leads to a passage by a map. */
const MAPPED_AT = 0.12;
/** A passage that is less sure than an answer, yet says yes or no, answers from here on: of 13 such in `npm run eval` 12 were right, below it half. */
const LIFTED_AT = 0.35;

const NOT_A_QUESTION = 'There is no question here yet. Write what you want to know about our privacy policy.';

/** Whoever holds it here need not wait for what takes no reading of the policy. */
export type KnowledgeHere = Omit<Knowledge, 'topicOf' | 'same' | 'redact'> & {
  readonly topicOf: (question: string) => string | null;
  readonly same: (one: string, others: readonly string[]) => readonly boolean[];
  readonly redact: Redact;
  /** What the verdict on a question is read from; null where it is not answered, or asks whether to refuse. */
  readonly borne: (question: string) => Borne | null;
};

/**
 * Opens every policy in `policyDir` (throws PolicyProblem) and builds what answers from them;
 * `wordsDir` holds the words, phrasings and gates, `data/knowledge` of the project; `regime` chooses which law stands beside;
 * `own` is what the company adds: its names, its words, its house rules, its contact.
 * `phrasingsDir` is for phrasings that do not lie beside their policies.
 */
export const openKnowledge = async (
  policyDir: string,
  wordsDir: string = WORDS,
  regime: string = lawDefaults().regime,
  own: Own = nobody,
  phrasingsDir?: string,
): Promise<KnowledgeHere> => {
  // Only here: the thread in which questions are read is given policies that have been opened.
  const { openPolicies } = await import('../policy/open-policies.ts');
  const [policies] = await Promise.all([openPolicies(policyDir, own.names), readShippedLists(wordsDir)]);
  return knowledgeOver(policies, regime, own, wordsDir, phrasingsDir);
};

/** The same over policies that have been opened: what lies beside them is read from where they lie. */
export const knowledgeOver = async (
  policies: readonly Policy[],
  regime: string,
  own: Own,
  wordsDir: string = WORDS,
  phrasingsDir?: string,
): Promise<KnowledgeHere> => {
  const [understanding, ...maps] = await Promise.all([
    openUnderstanding(
      wordsDir,
      policies.map(({ file }) => file),
      own,
    ),
    ...policies.map(readPolicyMap),
  ]);
  const mapped = policies.map((policy, at) => ({ policy, map: maps[at] ?? null }));
  const facts = await Promise.all(
    policies.map(async (policy) => soundFacts(policy, await readFacts(policy))),
  );
  const layers = await openLayers(wordsDir, notesLaw(regime), understanding.topics, own);
  const redact = await openRedaction(
    [...policies.map(({ file }) => file), [...own.names, ...own.tools].join(', ')],
    [...understanding.ordinary, ...own.people],
    understanding.vocabulary.words,
    understanding.repair,
    wordsDir,
  );
  const phrasings = await Promise.all(policies.map((policy) => readPolicyPhrasings(policy, phrasingsDir)));
  // Where people have mapped a policy, other models tell what is no matter of privacy.
  const offTopicLines = maps.every((map) => map === null) ? understanding.offTopicLines : [];
  const rank = unitRanking(policies, { ...understanding, offTopicLines }, phrasings);
  const verdicts = await readVerdictModels(wordsDir);
  return knowledgeOf(mapped, rank, facts.flat(), understanding, layers, redact, own, verdicts);
};

const knowledgeOf = (
  mapped: readonly MappedPolicy[],
  rank: RankUnits,
  facts: readonly Fact[],
  understanding: Understanding,
  layers: LayersFor,
  redact: Redact,
  own: Own,
  verdicts: VerdictModels,
): KnowledgeHere => {
  const policies = mapped.map(({ policy }) => policy);
  const byUnits = unitDecider(rank, understanding);
  const decide = mapped.every(({ map }) => map === null)
    ? messageDecider(understanding, byUnits, offersFrom(rank, byUnits, own))
    : decider({
        understanding,
        leads: leadsOf(mapped),
        entryOf: entriesOf(mapped, byUnits),
        byUnits,
      });
  const exceptionsTo = exceptionFinder(
    policies.flatMap(({ units }) => units),
    understanding.thesaurus,
    rarityOf(understanding.known),
  );
  const byPeople = new Set(mapped.filter(({ map }) => map !== null).map(({ policy }) => policy.head.id));
  const verdictOf = verdictJudge(understanding.thesaurus, understanding.bearing, verdicts);
  const contact = own.contact ?? contactOf(policies.map(({ head }) => head));
  const versionOf = new Map(policies.map(({ head }) => [head.id, head.version]));
  const citations = (chosen: readonly Unit[]): readonly Citation[] =>
    citeAll(
      policies,
      spansOf(policies, chosen).map((span) => ({ ...span, version: versionOf.get(span.policy) ?? '' })),
    ) ?? [];

  const trustIn = ({ policy }: Unit, confidence: number, phrasings: Ranking['phrasings']): Borne['trust'] => {
    if ((byPeople.has(policy) && confidence >= SURE_AT) || (phrasings?.nearest ?? 0) >= TRUSTED_AT)
      return 'trusted';
    const sure = byPeople.has(policy)
      ? MAPPED_AT
      : phrasings === null
        ? Number.POSITIVE_INFINITY
        : PHRASED_AT;
    return confidence >= sure ? 'phrased' : 'found';
  };

  /** What is decided on a message, what is quoted, and what its verdict is read from. */
  const read = (asked: string) => {
    const matter = understanding.matter(asked).asked;
    const text = understanding.repair(matter);
    const borneBy = (
      unit: Unit,
      trust: Borne['trust'],
      confidence: number,
      limited: boolean,
    ): Borne | null =>
      asksToRefuse(asked)
        ? null
        : {
            question: matter,
            mended: text,
            confidence,
            quote: unit.text,
            leadIn: unit.leadIn?.text ?? '',
            heading: unit.path.at(-1) ?? '',
            trust,
            limited,
          };
    const decided = decide(asked);
    const [closest] = decided.near;
    const nearly =
      decided.outcome === 'silent' &&
      !decided.certain &&
      closest !== undefined &&
      decided.confidence >= LIFTED_AT
        ? borneBy(closest, 'found', 0, false)
        : null;
    // A passage that says yes or no in the question's own words answers it, however unsure the rest is.
    const says = nearly === null ? null : verdictOf(nearly);
    const lifted: AnswerDecision =
      closest === undefined || says === null || says === 'depends'
        ? decided
        : { ...decided, outcome: 'answered', units: [closest], near: [], offers: [], lacks: null };
    const units = withWholeList(text, policies, ordersFirst(asked, lifted.units));
    const decision = { ...lifted, units };
    const ranking = decision.outcome === 'answered' ? rank.rank(text) : null;
    const exceptions = ranking === null ? [] : exceptionsTo(decision.units, ranking, text);
    const [first] = decision.units;
    const borne: Borne | null =
      first === undefined || ranking === null
        ? null
        : borneBy(
            first,
            trustIn(first, decision.confidence, ranking.phrasings),
            decision.confidence,
            exceptions.length > 0,
          );
    return {
      decision,
      borne,
      cited: citations([...units, ...exceptions].slice(0, Math.max(MOST_CITATIONS, units.length))),
    };
  };

  const ask = async (question: string): Promise<Answer> => {
    const rest = { law: [], procedure: [], answeredBy: 'extract', foundBy: 'search' } as const;
    const asked = question.slice(0, LONGEST);
    if (!/[\p{L}\p{N}]/u.test(asked) || smallTalkIn(asked) !== null) {
      const none = { citations: [], nearest: [], didYouMean: [], verdict: null, confidence: 1 };
      return { question, outcome: 'out_of_scope', answer: NOT_A_QUESTION, ...none, ...rest };
    }
    const { decision, borne, cited } = read(asked);
    const verdict = borne === null ? null : verdictOf(borne);
    const about = [...decision.topics, ...decision.silentOn.map(({ topic }) => topic)].map(({ id }) => id);
    const beside = layers({
      question: understanding.repair(asked),
      topics: about,
      outcome: decision.outcome,
      confidence: decision.confidence,
    });
    return {
      question,
      outcome: decision.outcome,
      answer: wordingOf(asked, decision, cited, contact, shortAnswer(asked, facts, decision), verdict),
      citations: cited,
      nearest: citations(decision.near),
      didYouMean: [...decision.others.flatMap((other) => questionOf(other, own) ?? []), ...decision.offers],
      verdict,
      ...rest,
      ...beside,
      confidence: Math.round(decision.confidence * 100) / 100,
    };
  };

  const topicsOf = (question: string): readonly string[] =>
    [...understanding.likely(understanding.repair(question.slice(0, LONGEST)))]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, 3)
      .map(([id]) => id);
  const topicOf = (question: string): string | null => {
    const [best = OUTSIDE] = topicsOf(question);
    return best === OUTSIDE || best === DECLINED ? null : best;
  };

  const isSame = sameQuestionBy(understanding.slots, topicsOf, own.names);

  return {
    ...shelfOf(policies),
    topics: understanding.topics,
    topicOf,
    same: (one, others) => others.map((other) => isSame(other, one)),
    ask,
    redact,
    borne: (question) => read(question.slice(0, LONGEST)).borne,
  };
};
