/** `policy gaps`: what people asked in vain, and what the policy has to say. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { notesLaw } from '../../base/regimes.ts';
import { projectRoot } from '../../base/root.ts';
import {
  coverageWith,
  type GapGroup,
  type GapReport,
  gapGroups,
  type PolicyCoverage,
} from '../../flows/ask/gap-report.ts';
import { gapDays, gapLineSchema } from '../../knowledge/answer/gap-line.ts';
import { openPolicies } from '../../knowledge/policy/open-policies.ts';
import { readPolicyMap } from '../../knowledge/policy/policy-map.ts';
import { readTopics } from '../../knowledge/question/topics.ts';
import { type DraftClause, openDraftClauses } from '../../knowledge/setup/draft-clauses.ts';
import { openDayBook } from '../../register/files/day-book.ts';
import { openKey, withTexts } from '../../register/open.ts';
import { sealOf } from '../../register/sealed-stores.ts';
import { companyIn, policyDir, regimeFor } from '../company-env.ts';
import { done, type Io, wrongUse } from '../io.ts';
import { registerEnv } from '../register/register.ts';

export const GAPS_USE = 'policy gaps [--json] [--questions FILE]';
const WORDS = join(projectRoot, 'data', 'knowledge');

const draft = (clause: DraftClause | null): readonly string[] =>
  clause === null ? [] : [`      draft clause (${clause.id}): ${clause.text}`];

const groupLines = (group: GapGroup): readonly string[] => [
  `  ${group.topic}: ${group.about}`,
  `      without an answer ${group.silent}, asked the privacy team ${group.askedTeam}, not helpful ${group.notHelpful}`,
  ...draft(group.clause),
];

const coverageLines = ({ title, law, items }: PolicyCoverage): readonly string[] => [
  '',
  `${title}: what ${law} ask for (a hint, no legal opinion)`,
  ...items.flatMap(({ article, what, state, parts, clause }) => [
    `  ${state.padEnd(8)} ${article}: ${what}`,
    ...parts.map(
      (part) => `      ${part.what}: ${part.quotes.length === 0 ? 'not found' : `“${part.quotes[0]}”`}`,
    ),
    ...draft(clause),
  ]),
];

const readable = ({ groups, coverage }: GapReport): readonly string[] => [
  `What people asked in vain in the last ${gapDays} days:`,
  ...(groups.length === 0 ? ['  nothing yet'] : groups.flatMap(groupLines)),
  ...coverage.flatMap(coverageLines),
  '',
  'Draft clauses are proposals to the policy’s owner, to be checked by people. They are not legal advice.',
];

/** What was asked in vain, as a file for `npm run eval -- --questions`: people then put in what the right answer is. */
const questionLines = (groups: readonly GapGroup[]): string =>
  groups
    .flatMap(({ topic, questions }) =>
      questions.map(
        (question, at) => `${JSON.stringify({ id: `${topic}-${at + 1}`, question, kind: 'silent' })}\n`,
      ),
    )
    .join('');

/** Where the policies leave people without an answer. The words of questions go only into the file that is asked for. */
export const reportGaps = async (args: readonly string[], io: Io): Promise<number> => {
  const options = { json: { type: 'boolean' }, questions: { type: 'string' } } as const;
  let given: { readonly json?: boolean; readonly questions?: string };
  try {
    given = parseArgs({ args: [...args], options }).values;
  } catch {
    io.err(`Usage: privacy ${GAPS_USE}`);
    return wrongUse;
  }
  const env = registerEnv(io.env);
  const key = await openKey({ ...env, readOnly: true }, io.err);
  const topics = readTopics(await readFile(join(WORDS, 'topics.json'), 'utf8'));
  const clauses = await openDraftClauses(WORDS, new Set(topics.map(({ id }) => id)));
  const lines = await withTexts(env, io.clock, ({ folder }) =>
    openDayBook(folder('gaps'), gapLineSchema, gapDays, io.clock).read(),
  );
  const company = await companyIn(io.env);
  const policies = await Promise.all(
    (await openPolicies(policyDir(io.env), company.names)).map(
      async (policy) => [policy, await readPolicyMap(policy)] as const,
    ),
  );
  const report: GapReport = {
    groups: gapGroups(lines, sealOf('gap note', key), topics, clauses),
    coverage: coverageWith(policies, clauses, notesLaw(regimeFor(io.env, company))),
  };
  if (given.questions !== undefined)
    await writeFile(given.questions, questionLines(report.groups), { mode: 0o600 });
  // Words of people leave this command only where they were asked for.
  const groups = report.groups.map(({ questions: _, notes: __, ...counts }) => counts);
  if (given.json === true) io.out(JSON.stringify({ ...report, groups }));
  else for (const line of readable(report)) io.out(line);
  return done;
};
