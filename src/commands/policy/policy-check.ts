/** `policy check`: map, facts, phrasings, house rules and letters held against the text. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notesLaw } from '../../base/regimes.ts';
import { projectRoot } from '../../base/root.ts';
import type { Company } from '../../company/company.ts';
import { openCompany } from '../../company/open-company.ts';
import { type TeamEntry, teamEntrySchema } from '../../knowledge/answer/team-entry.ts';
import { ofNoPolicy, STRAY } from '../../knowledge/policy/beside-policy.ts';
import { isGlued, isStated } from '../../knowledge/policy/controllers.ts';
import { type FactFault, factFaults, readFacts } from '../../knowledge/policy/facts.ts';
import { type MapFault, mapFaults } from '../../knowledge/policy/map-check.ts';
import { openPolicies } from '../../knowledge/policy/open-policies.ts';
import type { Policy, PolicyHead } from '../../knowledge/policy/policy.ts';
import { mapOn, readMapFile } from '../../knowledge/policy/policy-map.ts';
import { type PhrasingFault, readPolicyPhrasings } from '../../knowledge/policy/policy-phrasings.ts';
import { readTopics } from '../../knowledge/question/topics.ts';
import { type DocumentFinding, documentFindings } from '../../knowledge/setup/document-findings.ts';
import type { DisputedRule } from '../../knowledge/setup/house-rules.ts';
import { articlesOf, type Coverage, coverageOf } from '../../knowledge/setup/policy-coverage.ts';
import { type LintFinding, lintPolicy } from '../../knowledge/setup/policy-lint.ts';
import { openShelf } from '../../register/files/shelf.ts';
import { withTexts } from '../../register/open.ts';
import { companyFile, policyDir, regimeFor } from '../company-env.ts';
import { done, type Io, no, wrongUse } from '../io.ts';
import { registerEnv } from '../register/register.ts';

export const CHECK_USE = 'policy check [--json]';

type PolicyReport = {
  readonly policy: string;
  /** What neither the head of the policy nor the company file states. */
  readonly missing: readonly ('controller' | 'contact')[];
  readonly map: 'none' | 'agrees' | 'broken';
  readonly faults: readonly MapFault[];
  readonly facts: { readonly count: number; readonly faults: readonly FactFault[] };
  /** What in the form of the document is in the way of good quotes. */
  readonly document: readonly DocumentFinding[];
  /** Questions beside the policy whose passage stands in it no more, or that cannot be read. */
  readonly phrasings: { readonly count: number; readonly faults: readonly PhrasingFault[] };
  readonly findings: readonly LintFinding[];
  /** Whose articles `coverage` is held against. */
  readonly law: string;
  readonly coverage: readonly Coverage[];
  readonly entries: readonly EntryFault[];
};

/** An entry of the privacy team that somebody has to look at again. */
type EntryFault = {
  readonly id: string;
  readonly question: string;
  readonly kind: 'review is due' | 'the policy says other words now';
  readonly since: string | null;
};

const flat = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 160 ? `${line.slice(0, 157)}…` : line;
};

const faultLine = ({ kind, topic, quote, instead }: MapFault): string =>
  `  ${kind}${topic === '' ? '' : ` (${topic})`}: “${flat(quote)}”${instead === null ? '' : ` is now “${flat(instead)}”`}`;

const readable = ({
  policy,
  missing,
  map,
  faults,
  facts,
  document,
  phrasings,
  findings,
  law,
  coverage,
  entries,
}: PolicyReport): readonly string[] => [
  policy,
  ...missing.map(
    (field) =>
      `Head: its ${field} is not stated. Fill it in between the two lines of "---": letters cannot do without.`,
  ),
  `Map: ${map === 'none' ? 'none; one is drafted from the text' : map === 'agrees' ? 'every quote stands in the text' : 'broken'}`,
  ...faults.map(faultLine),
  `Facts: ${facts.count === 0 ? 'none' : facts.faults.length === 0 ? `all ${facts.count} stand in the text` : `${facts.faults.length} of ${facts.count} broken, and not shown`}`,
  ...facts.faults.map(({ kind, about, fault, value }) => `  ${kind}, ${about}: ${fault}: “${flat(value)}”`),
  ...(phrasings.count + phrasings.faults.length === 0
    ? []
    : [
        `Phrasings: ${phrasings.faults.length === 0 ? `all ${phrasings.count} lines stand in the text` : `${phrasings.faults.length} lines broken, and not used`}`,
      ]),
  ...phrasings.faults.map(({ line, fault, quote }) => `  line ${line}, ${fault}: “${flat(quote)}”`),
  ...(document.length === 0 ? [] : ['', 'The document itself:']),
  ...document.flatMap(({ id, message, fix, quotes }) => [
    `  [${id}] It ${message} ${fix}`,
    ...quotes.map((quote) => `      “${flat(quote)}”`),
  ]),
  '',
  'For the privacy team to look at (the program changes nothing):',
  ...findings.flatMap(({ id, message, source, quote }) => [
    `  [${id}] The policy ${message} (${source})`,
    ...(quote === null ? [] : [`      “${flat(quote)}”`]),
  ]),
  ...(findings.length === 0 ? ['  nothing was found'] : []),
  '',
  `${law}: a hint, no legal opinion`,
  ...coverage.map(({ article, what, state }) => `  ${state.padEnd(8)} ${article.padEnd(32)} ${what}`),
  '',
  'Entries of the privacy team to look at again:',
  ...entries.map(
    ({ question, kind, since }) => `  ${kind}${since === null ? '' : ` since ${since}`}: “${flat(question)}”`,
  ),
  ...(entries.length === 0 ? ['  none'] : []),
  '',
];

/** Letters and lines of contact need both; one of them from the company file will do. */
const missingIn = (head: PolicyHead, { name, contact }: Company): readonly ('controller' | 'contact')[] => [
  ...(name === null && !isStated(head.controller) ? (['controller'] as const) : []),
  ...(contact === null && !isStated(head.contact) ? (['contact'] as const) : []),
];

const disputeFinding = ({ rule, text, quote }: DisputedRule): LintFinding => ({
  id: 'house-rule',
  message: `says otherwise than the house rule "${rule}" (“${flat(text)}”), which is therefore not shown.`,
  source: 'company file',
  quote,
});

const gluedFinding = ({ contact }: PolicyHead): LintFinding => ({
  id: 'contact-of-two-cells',
  message: 'has a contact at its head that looks like two cells of a table run together.',
  source: 'front matter',
  quote: contact,
});

/** An entry belongs to the policies that it was saved beside; one without, to the first of all. */
const entryFaults = (
  entries: readonly TeamEntry[],
  policy: Policy,
  first: boolean,
  today: string,
): readonly EntryFault[] => {
  const texts = new Set(policy.units.map(({ text }) => text));
  return entries
    .filter(({ retired }) => retired === null)
    .flatMap(({ id, question, beside, reviewBy }): readonly EntryFault[] => {
      const own = beside.filter((quote) => quote.policy === policy.head.id);
      const changed = own.some(({ quote }) => !texts.has(quote) && !policy.file.includes(quote));
      const mine = own.length > 0 || (first && beside.length === 0);
      return [
        ...(mine && reviewBy < today
          ? [{ id, question, kind: 'review is due' as const, since: reviewBy }]
          : []),
        ...(changed ? [{ id, question, kind: 'the policy says other words now' as const, since: null }] : []),
      ];
    });
};

/** Holds each policy's map and facts against its text and lists what people should look at; exit 1 when one is broken. */
export const checkPolicies = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.some((arg) => arg !== '--json')) {
    io.err(`Usage: privacy ${CHECK_USE}`);
    return wrongUse;
  }
  const topicsFile = await readFile(join(projectRoot, 'data', 'knowledge', 'topics.json'), 'utf8');
  const topics = new Set(readTopics(topicsFile).map(({ id }) => id));
  const { company, disputed } = await openCompany(companyFile(io.env), policyDir(io.env));
  const law = notesLaw(regimeFor(io.env, company));
  const policies = await openPolicies(policyDir(io.env), company.names);
  const entries = await withTexts(registerEnv(io.env), io.clock, ({ folder }) =>
    openShelf(folder('entries'), teamEntrySchema).all(),
  );
  const reports = await Promise.all(
    policies.map(async (policy, at): Promise<PolicyReport> => {
      const map = await readMapFile(policy);
      const faults = map === null ? [] : mapFaults(policy, map, topics);
      const facts = await readFacts(policy);
      const phrasings = await readPolicyPhrasings(policy);
      return {
        policy: policy.head.id,
        missing: missingIn(policy.head, company),
        map: map === null ? 'none' : faults.length === 0 ? 'agrees' : 'broken',
        faults,
        facts: { count: facts.length, faults: factFaults(policy, facts) },
        phrasings: { count: phrasings.lines.length, faults: phrasings.faults },
        document: documentFindings(policy),
        findings: [
          ...disputed.filter((one) => one.policy === policy.head.id).map(disputeFinding),
          ...(isGlued(policy.head.contact) ? [gluedFinding(policy.head)] : []),
          ...lintPolicy(policy, io.clock(), law),
        ],
        law: articlesOf(law),
        coverage: coverageOf(policy, map === null ? null : mapOn(policy, map), law),
        entries: entryFaults(entries, policy, at === 0, io.clock().toISOString().slice(0, 10)),
      };
    }),
  );
  if (args.includes('--json')) io.out(JSON.stringify(reports));
  else for (const line of reports.flatMap(readable)) io.out(line);
  const strays = await ofNoPolicy(policyDir(io.env), policies);
  for (const name of strays) io.err(`privacy policy: ${name} ${STRAY.what} ${STRAY.fix}`);
  const broken = reports.some(
    ({ map, facts, missing, phrasings }) =>
      map === 'broken' || facts.faults.length + phrasings.faults.length > 0 || missing.length > 0,
  );
  return broken || strays.length > 0 ? no : done;
};
