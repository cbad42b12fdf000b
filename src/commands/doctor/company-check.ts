/** Doctor's look at who speaks: one controller, a file that can be read, a name and a contact that letters can carry. */
import { relative, resolve } from 'node:path';
import type { Config } from '../../base/config.ts';
import { projectRoot } from '../../base/root.ts';
import type { Company } from '../../company/company.ts';
import { OWN_FILE, openCompany, underLawOf, whoSpeaks } from '../../company/open-company.ts';
import { CompanyProblem } from '../../company/read-company.ts';
import { openKnowledge } from '../../knowledge/answer/knowledge.ts';
import { ofNoPolicy, STRAY } from '../../knowledge/policy/beside-policy.ts';
import { isGlued, isStated, unglued } from '../../knowledge/policy/controllers.ts';
import { PolicyProblem } from '../../knowledge/policy/policy-problem.ts';
import { documentFindings } from '../../knowledge/setup/document-findings.ts';
import { type Check, error, fine, warning } from './check.ts';

const NAME = 'company';

const why = (problem: unknown): string => (problem instanceof Error ? problem.message : 'unknown');

const atFault = (problem: unknown): readonly Check[] => {
  if (problem instanceof CompanyProblem)
    return problem.faults.map(({ line, place, problem: what }) =>
      error(
        NAME,
        `${problem.file}${line === 0 ? '' : `, line ${line}`}: ${place === '' ? '' : `${place} `}${what}.`,
        problem.fix,
      ),
    );
  if (problem instanceof PolicyProblem)
    return [error('policies', problem.message.replace(problem.fix, '').trim(), problem.fix)];
  return [
    error(
      'policies',
      why(problem).split('\n', 1).join(''),
      'Put Markdown files with front matter into POLICY_DIR, or run: npx privacy init',
    ),
  ];
};

/** Teams that keep systems and have nobody in Slack: a round of searches asks nobody there. */
const checkTeams = ({ slack }: Config, company: Company): readonly Check[] => {
  // The general file stands in: that is said already, with the same way out.
  if (company.neutral) return [];

  const keepers = company.teams.filter(({ id }) => company.systems.some(({ team }) => team === id));
  const alone = keepers.filter(({ slack: people }) => people.length === 0).map(({ name }) => name);
  if (alone.length === 0) return [fine('teams', 'Every team that keeps a system has somebody in Slack.')];
  if (slack.mode === 'local')
    return [fine('teams', `The local workspace’s own people play ${alone.join(', ')}.`)];
  return [
    warning(
      'teams',
      `Nobody in Slack is named for ${alone.join(', ')}: Ask the teams asks nobody there, and whoever owns a case searches alone.`,
      `Enter the team’s user group (S…) or people (U…) as "slack" under "teams" in ${relative(projectRoot, company.file)}.`,
    ),
  ];
};

/** Policies and company together: neither is right without the other. */
export const checkCompany = async (config: Config): Promise<readonly Check[]> => {
  const dir = resolve(projectRoot, config.policyDir);
  const file = config.companyFile === null ? null : resolve(projectRoot, config.companyFile);
  try {
    const { company, notices, disputed } = await openCompany(file, dir);
    const { policies, sections, documents } = await openKnowledge(
      dir,
      undefined,
      underLawOf(config, company).regime,
      company,
    );
    const strays = await ofNoPolicy(dir, documents);
    const names = policies
      .map(({ title, updated }) => (isStated(updated) ? `${title} (${updated})` : title))
      .join(', ');
    const speaks = whoSpeaks(company, policies);
    const lacks = [
      ...(company.name === null ? ['controller'] : []),
      ...(company.contact === null ? ['contact'] : []),
    ];
    return [
      fine('policies', `${names}: ${sections.length} section${sections.length === 1 ? '' : 's'}.`),
      ...documents.flatMap((policy) =>
        documentFindings(policy)
          .filter(({ id }) => id === 'language' || id === 'no-headings')
          .map(({ message, fix }) => warning('policies', `${policy.head.title} ${message}`, fix)),
      ),
      ...strays.map((name) => warning('policies', `${name} ${STRAY.what}`, STRAY.fix)),
      company.neutral
        ? warning(NAME, (notices[0] ?? speaks).replace(OWN_FILE, '').trim(), OWN_FILE)
        : fine(NAME, speaks),
      ...checkTeams(config, company),
      ...lacks.map((field) =>
        error(
          NAME,
          `No policy states its ${field}, and no company file does: letters cannot be finished.`,
          `Fill in "${field}" at the head of a policy in ${config.policyDir}, or in the company file.`,
        ),
      ),
      ...(company.contact !== null && isGlued(company.contact)
        ? [
            warning(
              NAME,
              `The contact "${company.contact}" looks like two cells of a table run together.`,
              `Correct "contact" at the head of a policy in ${config.policyDir}, or in the company file; probably it is ${unglued(company.contact)}.`,
            ),
          ]
        : []),
      ...disputed.map(({ rule, policy, quote }) =>
        warning(
          'house rules',
          `The rule "${rule}" contradicts ${policy}: “${quote.replace(/\s+/gu, ' ').slice(0, 160)}”. It is not shown.`,
          `Correct the rule in ${company.file}, or the policy.`,
        ),
      ),
    ];
  } catch (problem) {
    return atFault(problem);
  }
};
