/** Whose company the command line speaks for, and under which law: as the environment and the company file say. */
import { join, resolve } from 'node:path';
import { lawDefaults, lawNames } from '../base/regimes.ts';
import { projectRoot } from '../base/root.ts';
import type { Company } from '../company/company.ts';
import { openCompany } from '../company/open-company.ts';
import { PolicyProblem } from '../knowledge/policy/policy-problem.ts';
import type { Io } from './io.ts';

export const policyDir = (env: Io['env']): string =>
  env['POLICY_DIR'] || join(projectRoot, 'data', 'policies');

/** COMPANY_FILE, counted from the project folder; null where it is not set. */
export const companyFile = (env: Io['env']): string | null => {
  const given = env['COMPANY_FILE']?.trim() ?? '';
  return given === '' ? null : resolve(projectRoot, given);
};

/** Throws CompanyProblem or PolicyProblem, as the start of the bot does. */
export const companyIn = async (env: Io['env']): Promise<Company> =>
  (await openCompany(companyFile(env), policyDir(env))).company;

const regimeOf = (company: Company | null): string => company?.regime ?? lawDefaults().regime;

/** REGIME; without it the company's own, else the usual one. Throws PolicyProblem where REGIME names no law. */
export const regimeFor = (env: Io['env'], company: Company): string => {
  const given = env['REGIME']?.trim() ?? '';
  const { regimes } = lawNames();
  if (given !== '' && !regimes.includes(given))
    throw new PolicyProblem(
      'REGIME',
      `"${given}" is not a regime this bot knows.`,
      `Write one of: ${regimes.join(', ')}.`,
    );
  return given || regimeOf(company);
};

/** For what needs neither policies nor letters: where no company can speak, the usual law stands. What is given is not checked here: it may be several laws. */
export const lawIn = async (
  env: Io['env'],
): Promise<{ readonly regime: string; readonly jurisdiction: string }> => {
  const given = { regime: env['REGIME']?.trim() ?? '', jurisdiction: env['JURISDICTION']?.trim() ?? '' };
  const company =
    given.regime !== '' && given.jurisdiction !== ''
      ? null
      : await companyIn(env).catch((problem: unknown) => {
          if (problem instanceof PolicyProblem) return null;
          throw problem;
        });
  return {
    regime: given.regime || regimeOf(company),
    jurisdiction: given.jurisdiction || (company?.jurisdiction ?? lawDefaults().jurisdiction),
  };
};
