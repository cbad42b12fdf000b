/** Whose company speaks in this run: the file that says who we are, held against the policies that are answered from. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../base/config.ts';
import { projectRoot } from '../base/root.ts';
import { contactOf, controllerOf, isNamed } from '../knowledge/policy/controllers.ts';
import { openPolicies } from '../knowledge/policy/open-policies.ts';
import type { PolicyHead } from '../knowledge/policy/policy.ts';
import type { Company } from './company.ts';
import { CompanyProblem, openCompanyFile } from './read-company.ts';

export const shippedFile: string = join(projectRoot, 'data', 'company.yaml');
const neutralFile = join(projectRoot, 'data', 'company.neutral.yaml');

/** `notices` are for whoever starts the program: what stands in for what, and what is missing. */
export type Speaking = { readonly company: Company; readonly notices: readonly string[] };

const OWN_FILE = 'Run: npx privacy init, or set COMPANY_FILE to a file of your own.';

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
];

/** The company of these policies, by the neutral file: its name and contact are theirs. */
const neutral = async (heads: readonly PolicyHead[]): Promise<Company> => {
  const general = await openCompanyFile(neutralFile);
  const name = controllerOf(heads);
  return { ...general, neutral: true, name, names: name === null ? [] : [name, ...general.names] };
};

const chosen = async (given: string | null, policyDir: string): Promise<Speaking> => {
  const path = given ?? shippedFile;
  const own = given !== null || existsSync(path) ? await openCompanyFile(path) : null;
  const heads = (await openPolicies(policyDir, own?.names ?? [])).map(({ head }) => head);
  const controller = controllerOf(heads);
  const contact = contactOf(heads);
  if (own !== null && (controller === null ? given !== null : isNamed(controller, own.names)))
    return { company: { ...own, contact: own.contact ?? contact }, notices: [] };
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
  const { company, notices } = await chosen(companyFile, policyDir);
  return { company, notices: [...notices, ...missing(company)] };
};

/** The law that cases are logged under: the environment's where it is set, else the company's. */
export const underLawOf = (config: Config, company: Company): Config => ({
  ...config,
  regime: config.lawGiven.regime ? config.regime : (company.regime ?? config.regime),
  jurisdiction: config.lawGiven.jurisdiction
    ? config.jurisdiction
    : (company.jurisdiction ?? config.jurisdiction),
});
