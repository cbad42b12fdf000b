/** Where the policy leaves people without an answer: by subject, with counts and a draft clause. No names, no ids. */

import type { NotesLaw } from '../../base/regimes.ts';
import type { Seal } from '../../base/seal.ts';
import type { GapLine } from '../../knowledge/answer/gap-line.ts';
import type { Policy } from '../../knowledge/policy/policy.ts';
import type { PolicyMap } from '../../knowledge/policy/policy-map.ts';
import type { Topic } from '../../knowledge/question/topics.ts';
import type { DraftClause } from '../../knowledge/setup/draft-clauses.ts';
import { articlesOf, type Coverage, coverageOf } from '../../knowledge/setup/policy-coverage.ts';

export type GapGroup = {
  /** Of topics.json, so that a group stays the same from one report to the next; `other` for what is none of them. */
  readonly topic: string;
  readonly about: string;
  readonly silent: number;
  readonly askedTeam: number;
  readonly notHelpful: number;
  readonly reasons: Readonly<Record<string, number>>;
  /** As far as they could be kept, the latest first, with everything but ordinary words taken out. */
  readonly questions: readonly string[];
  readonly notes: readonly string[];
  readonly clause: DraftClause | null;
};

const latest = (sealed: readonly (string | null)[], seal: Seal): readonly string[] => [
  ...new Set(sealed.toReversed().flatMap((text) => (text === null ? [] : (seal.open(text) ?? [])))),
];

const counted = (words: readonly (string | null)[]): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted());
};

/** Most often asked first, then by id. */
export const gapGroups = (
  lines: readonly GapLine[],
  seal: Seal,
  topics: readonly Topic[],
  clauses: readonly DraftClause[],
): readonly GapGroup[] => {
  const gaps = lines.filter(({ why }) => why !== 'helpful');
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  const idOf = ({ topic }: GapLine): string => (topic !== null && known.has(topic) ? topic : 'other');
  const weight = ({ silent, askedTeam, notHelpful }: GapGroup): number => silent + askedTeam + notHelpful;
  return [...new Set(gaps.map(idOf))]
    .map((id): GapGroup => {
      const own = gaps.filter((line) => idOf(line) === id);
      const number = (reason: GapLine['why']): number => own.filter(({ why }) => why === reason).length;
      return {
        topic: id,
        about: known.get(id)?.meaning ?? 'anything else',
        silent: number('silent'),
        askedTeam: number('asked_team'),
        notHelpful: number('not_helpful'),
        reasons: counted(own.map(({ reason }) => reason)),
        questions: latest(
          own.map(({ question }) => question),
          seal,
        ),
        notes: latest(
          own.map(({ note }) => note),
          seal,
        ),
        clause: clauses.find((clause) => clause.topics.includes(id)) ?? null,
      };
    })
    .toSorted((a, b) => weight(b) - weight(a) || a.topic.localeCompare(b.topic));
};

export type PolicyCoverage = {
  readonly policy: string;
  readonly title: string;
  /** Whose articles they are. */
  readonly law: string;
  readonly items: readonly (Coverage & { readonly clause: DraftClause | null })[];
};

export type GapReport = {
  readonly groups: readonly GapGroup[];
  readonly coverage: readonly PolicyCoverage[];
};

/** What each policy has to say by law and seems not to, with a clause to propose where there is one. */
export const coverageWith = (
  policies: readonly (readonly [Policy, PolicyMap | null])[],
  clauses: readonly DraftClause[],
  law: NotesLaw,
): readonly PolicyCoverage[] =>
  policies.map(([policy, map]) => ({
    policy: policy.head.id,
    title: policy.head.title,
    law: articlesOf(law),
    items: coverageOf(policy, map, law).map((item) => ({
      ...item,
      clause:
        item.state === 'covered'
          ? null
          : (clauses.find((clause) => clause.articles.includes(item.article)) ?? null),
    })),
  }));
