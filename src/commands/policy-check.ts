import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FactFault, factFaults, readFacts } from '../knowledge/facts.ts';
import { type MapFault, mapFaults } from '../knowledge/map-check.ts';
import { openPolicies } from '../knowledge/open-policies.ts';
import { type Coverage, coverageOf, type LintFinding, lintPolicy } from '../knowledge/policy-lint.ts';
import { readMapFile } from '../knowledge/policy-map.ts';
import { readTopics } from '../knowledge/topics.ts';
import { projectRoot } from '../root.ts';
import { policyDir } from './ask.ts';
import { done, type Io, no, wrongUse } from './io.ts';

export const CHECK_USE = 'policy check [--json]';

type Report = {
  readonly policy: string;
  readonly map: 'none' | 'agrees' | 'broken';
  readonly faults: readonly MapFault[];
  readonly facts: { readonly count: number; readonly faults: readonly FactFault[] };
  readonly findings: readonly LintFinding[];
  readonly coverage: readonly Coverage[];
};

const flat = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 160 ? `${line.slice(0, 157)}…` : line;
};

const faultLine = ({ kind, topic, quote, instead }: MapFault): string =>
  `  ${kind}${topic === '' ? '' : ` (${topic})`}: “${flat(quote)}”${instead === null ? '' : ` is now “${flat(instead)}”`}`;

const readable = ({ policy, map, faults, facts, findings, coverage }: Report): readonly string[] => [
  policy,
  `Map: ${map === 'none' ? 'none; one is drafted from the text' : map === 'agrees' ? 'every quote stands in the text' : 'broken'}`,
  ...faults.map(faultLine),
  `Facts: ${facts.count === 0 ? 'none' : facts.faults.length === 0 ? `all ${facts.count} stand in the text` : `${facts.faults.length} of ${facts.count} broken, and not shown`}`,
  ...facts.faults.map(({ kind, about, fault, value }) => `  ${kind}, ${about}: ${fault}: “${flat(value)}”`),
  '',
  'For the privacy team to look at (the program changes nothing):',
  ...findings.flatMap(({ id, message, source, quote }) => [
    `  [${id}] The policy ${message} (${source})`,
    ...(quote === null ? [] : [`      “${flat(quote)}”`]),
  ]),
  ...(findings.length === 0 ? ['  nothing was found'] : []),
  '',
  'UK GDPR Articles 13 and 14 (a hint, no legal opinion):',
  ...coverage.map(
    ({ article, what, quote }) => `  ${quote === null ? 'missing' : 'stated '}  ${article.padEnd(9)} ${what}`,
  ),
  '',
];

/** Holds each policy's map and facts against its text and lists what people should look at; exit 1 when one is broken. */
export const checkPolicies = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.some((arg) => arg !== '--json')) {
    io.err(`Usage: privacy ${CHECK_USE}`);
    return wrongUse;
  }
  const topicsFile = await readFile(join(projectRoot, 'data', 'knowledge', 'topics.json'), 'utf8');
  const topics = new Set(readTopics(topicsFile).map(({ id }) => id));
  const policies = await openPolicies(policyDir(io.env));
  const reports = await Promise.all(
    policies.map(async (policy): Promise<Report> => {
      const map = await readMapFile(policy);
      const faults = map === null ? [] : mapFaults(policy, map, topics);
      const facts = await readFacts(policy);
      return {
        policy: policy.head.id,
        map: map === null ? 'none' : faults.length === 0 ? 'agrees' : 'broken',
        faults,
        facts: { count: facts.length, faults: factFaults(policy, facts) },
        findings: lintPolicy(policy, io.clock()),
        coverage: coverageOf(policy),
      };
    }),
  );
  if (args.includes('--json')) io.out(JSON.stringify(reports));
  else for (const line of reports.flatMap(readable)) io.out(line);
  return reports.some(({ map, facts }) => map === 'broken' || facts.faults.length > 0) ? no : done;
};
