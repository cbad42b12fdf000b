/** Whose company speaks in this run: the file that says who we are, held against the policies that are answered from. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Config } from '../base/config.ts';
import { projectRoot } from '../base/root.ts';
import { contactOf, controllerOf, isGlued, isNamed, unglued } from '../knowledge/policy/controllers.ts';
import { openPolicies } from '../knowledge/policy/open-policies.ts';
import type { Policy, PolicyHead } from '../knowledge/policy/policy.ts';
import { type DisputedRule, disputedRules } from '../knowledge/setup/house-rules.ts';
import type { Company } from './company.ts';
import { CompanyProblem, openCompanyFile } from './read-company.ts';

export const shippedFile: string = join(projectRoot, 'data', 'company.yaml');
const neutralFile = join(projectRoot, 'data', 'company.neutral.yaml');

/** `notices` are for whoever starts the program: what stands in for what, and what is missing. */
export type Speaking = {
  readonly company: Company;
  readonly notices: readonly string[];
  /** Rules of the file that a policy contradicts: they are not among the company's. */
  readonly disputed: readonly DisputedRule[];
};

/** What to do where no file says whose the policies are. */
export const OWN_FILE = 'Run: npx privacy init, or set COMPANY_FILE to a file of your own.';

const missing = (company: Company): readonly string[] => [
  ...(company.name === null
    ? [
        'No policy says who the controller is: letters cannot be finished. Fill in "controller" at the head of the policy.',
      ]
    : []),
  ...(company.contact === null
    ? [
        'No policy says how to reach the company: answers and letters name no contact. Fill in "contact" at the head of the policy.',
      ]
    : []),
  ...(company.contact !== null && isGlued(company.contact)
    ? [
        `The contact "${company.contact}" looks like two cells of a table run together: letters and answers would carry it. Correct "contact" at the head of the policy; probably it is ${unglued(company.contact)}.`,
      ]
    : []),
];

/** The company of these policies, by the neutral file: its name and contact are theirs. */
const neutral = async (heads: readonly PolicyHead[]): Promise<Company> => {
  const general = await openCompanyFile(neutralFile);
  const name = controllerOf(heads);
  return { ...general, neutral: true, name, names: name === null ? [] : [name, ...general.names] };
};

type Chosen = Pick<Speaking, 'company' | 'notices'> & { readonly policies: readonly Policy[] };

const chosen = async (given: string | null, policyDir: string): Promise<Chosen> => {
  const path = given ?? shippedFile;
  const own = given !== null || existsSync(path) ? await openCompanyFile(path) : null;
  const policies = await openPolicies(policyDir, own?.names ?? []);
  const heads = policies.map(({ head }) => head);
  const controller = controllerOf(heads);
  const contact = contactOf(heads);
  if (own !== null && (controller === null ? given !== null : isNamed(controller, own.names)))
    return { company: { ...own, contact: own.contact ?? contact }, notices: [], policies };
  if (given !== null && own !== null)
    throw new CompanyProblem(given, [
      {
        line: 0,
        place: '',
        problem: `the company file is ${own.name ?? 'nobody'}’s, and the policies in ${policyDir} are ${controller ?? 'nobody'}’s. One company speaks: set POLICY_DIR to the folder of its policies, or add "${controller ?? ''}" under "also"`,
      },
    ]);
  const company = { ...(await neutral(heads)), contact };
  const whose = controller === null ? 'The policies name no controller' : `The policies are ${controller}’s`;
  return {
    company,
    policies,
    notices: [
      `${whose}, and no company file says who that is: general teams and systems are used, and no house rules. ${OWN_FILE}`,
    ],
  };
};

/**
 * Reads `companyFile`, else the shipped file where the policies are that company's, else the general one.
 * Throws CompanyProblem or PolicyProblem: a file that cannot be used, two controllers, a company that the policies are not of.
 */
export const openCompany = async (companyFile: string | null, policyDir: string): Promise<Speaking> => {
  const { company, notices, policies } = await chosen(companyFile, policyDir);
  const disputed = disputedRules(policies, company.houseRules);
  const wrong = new Set(disputed.map(({ rule }) => rule));
  return {
    company: { ...company, houseRules: company.houseRules.filter(({ id }) => !wrong.has(id)) },
    disputed,
    notices: [
      ...notices,
      ...missing(company),
      ...[...wrong].map(
        (rule) =>
          `The house rule "${rule}" contradicts the policy and is not shown. Run: npx privacy policy check`,
      ),
    ],
  };
};

/** One line for the log: in whose name the bot speaks, and from which documents. */
export const whoSpeaks = (company: Company, heads: readonly PolicyHead[]): string =>
  `${company.name === null ? 'The answers come' : `${company.name} speaks,`} from ${heads.map(({ id }) => id).join(', ')}; who we are is read from ${relative(projectRoot, company.file)}.`;

/** The law that cases are logged under: the environment's where it is set, else the company's. */
export const underLawOf = (config: Config, company: Company): Config => ({
  ...config,
  regime: config.lawGiven.regime ? config.regime : (company.regime ?? config.regime),
  jurisdiction: config.lawGiven.jurisdiction
    ? config.jurisdiction
    : (company.jurisdiction ?? config.jurisdiction),
});
