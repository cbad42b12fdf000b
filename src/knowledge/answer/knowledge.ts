import { join } from 'node:path';
import { projectRoot } from '../../base/root.ts';
import { citeAll } from '../policy/citation-check.ts';
import { type Fact, readFacts, soundFacts } from '../policy/facts.ts';
import { openPolicies } from '../policy/open-policies.ts';
import type { Policy, Unit } from '../policy/policy.ts';
import { readPolicyMap } from '../policy/policy-map.ts';
import { openKnownWords } from '../question/known-words.ts';
import { type Redact, redactionWith } from '../question/redaction.ts';
import { sameQuestionBy } from '../question/same-question.ts';
import { likenessTo } from '../question/topic-profiles.ts';
import { DECLINED, OUTSIDE } from '../question/topics.ts';
import { openUnderstanding, type Understanding } from '../question/understanding.ts';
import { searchTerms } from '../question/vocabulary.ts';
import type { Answer, Citation, Knowledge } from './answer.ts';
import { decider } from './decide.ts';
import { type LayersFor, openLayers, type Regime } from './layers.ts';
import { entriesOf, leadsOf, type MappedPolicy } from './readings.ts';
import { buildSearch } from './search.ts';
import { spansOf } from './whole-sense.ts';
import { shortAnswer, wordingOf } from './wording.ts';

/** Longer questions are cut: nobody asks in more, and the time to answer stays small. */
const LONGEST = 2_000;
const MOST_CITATIONS = 9;
const WARM_UP = 24;
const WORDS = join(projectRoot, 'data', 'knowledge');

const NOT_A_QUESTION = 'There is no question here yet. Write what you want to know about our privacy policy.';

/**
 * Opens every policy in `policyDir` (throws PolicyProblem) and builds what answers from them;
 * `wordsDir` holds the words, phrasings and gates, `data/knowledge` of the project; `regime` chooses which law stands beside.
 */
export const openKnowledge = async (
  policyDir: string,
  wordsDir: string = WORDS,
  regime: Regime = 'uk',
): Promise<Knowledge> => {
  const policies = await openPolicies(policyDir);
  const [understanding, ...maps] = await Promise.all([
    openUnderstanding(
      wordsDir,
      policies.map(({ file }) => file),
    ),
    ...policies.map(readPolicyMap),
  ]);
  const terms = searchTerms(understanding.vocabulary);
  const likenessIn = likenessTo(understanding.profiles, understanding.vocabulary);
  const mapped = policies.map((policy, at) => {
    const units = wholeUnits(policy);
    const search = buildSearch(units, terms);
    return { policy, map: maps[at] ?? null, units, search, likeness: likenessIn(units) };
  });
  const facts = await Promise.all(
    policies.map(async (policy) => soundFacts(policy, await readFacts(policy))),
  );
  const layers = await openLayers(wordsDir, regime, understanding.topics);
  const redact = redactionWith(
    await openKnownWords(
      policies.map(({ file }) => file),
      understanding.ordinary,
      understanding.vocabulary.words,
      understanding.repair,
      wordsDir,
    ),
  );
  const knowledge = knowledgeOf(mapped, facts.flat(), understanding, layers, redact);
  // The first answers of a fresh process are the slowest: they are given to nobody.
  for (const { meaning } of understanding.topics.slice(0, WARM_UP)) await knowledge.ask(`${meaning} plese`);
  return knowledge;
};

const wholeUnits = (policy: Policy): readonly Unit[] => policy.units.filter((unit) => unit.within === null);

const knowledgeOf = (
  mapped: readonly MappedPolicy[],
  facts: readonly Fact[],
  understanding: Understanding,
  layers: LayersFor,
  redact: Redact,
): Knowledge => {
  const policies = mapped.map(({ policy }) => policy);
  const terms = searchTerms(understanding.vocabulary);
  const search = buildSearch(policies.flatMap(wholeUnits), terms);
  const decide = decider({
    understanding,
    leads: leadsOf(mapped),
    entryOf: entriesOf(mapped, understanding.slots),
    search,
  });
  const versionOf = new Map(policies.map(({ head }) => [head.id, head.version]));
  const citations = (chosen: readonly Unit[]): readonly Citation[] =>
    citeAll(
      policies,
      spansOf(policies, chosen).map((span) => ({ ...span, version: versionOf.get(span.policy) ?? '' })),
    ) ?? [];

  const ask = async (question: string): Promise<Answer> => {
    const rest = {
      law: [],
      procedure: [],
      verdict: null,
      answeredBy: 'extract',
      foundBy: 'search',
    } as const;
    const asked = question.slice(0, LONGEST);
    if (!/[\p{L}\p{N}]/u.test(asked)) {
      const none = { citations: [], nearest: [], didYouMean: [], confidence: 1 };
      return { question, outcome: 'out_of_scope', answer: NOT_A_QUESTION, ...none, ...rest };
    }
    const decision = decide(asked);
    const cited = citations(decision.units.slice(0, MOST_CITATIONS));
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
      answer: wordingOf(asked, decision, cited, policies[0]?.head, shortAnswer(asked, facts, decision)),
      citations: cited,
      nearest: citations(decision.near),
      didYouMean: decision.others.flatMap(({ question: other }) => other ?? []),
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

  return {
    policies: policies.map(({ head }) => head),
    topics: understanding.topics,
    topicOf,
    same: sameQuestionBy(understanding.slots, topicsOf),
    documents: policies,
    sections: policies.flatMap(({ head, units }) =>
      [...new Set(units.map((unit) => unit.section))].map((title) => ({ policy: head.id, title })),
    ),
    ask,
    redact,
    verify: (refs) => citeAll(policies, refs),
  };
};
