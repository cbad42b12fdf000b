/** Rules between environment variables: which tokens belong together, what production refuses, which law is known. */
import { appTokenHelp, botTokenHelp } from './environment.ts';
import type { LawNames } from './regimes.ts';

/** One thing that is wrong in the environment, and what to do about it. Never carries the value of a secret. */
export type ConfigProblem = { readonly variable: string; readonly problem: string; readonly fix: string };

/** Rules between variables: which tokens belong together, and what production refuses. */
export const crossProblems = (env: Readonly<Record<string, string>>): readonly ConfigProblem[] => {
  const has = (name: string): boolean => env[name] !== undefined;
  const bot = has('SLACK_BOT_TOKEN');
  const other = has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET');
  const problems: ConfigProblem[] = [];
  if (bot && !other) {
    problems.push({
      variable: 'SLACK_APP_TOKEN',
      problem: 'is missing: SLACK_BOT_TOKEN alone cannot receive anything',
      fix: `For Socket Mode: ${appTokenHelp} For HTTP set SLACK_SIGNING_SECRET instead. For the local workspace set none of them.`,
    });
  }
  if (!bot && other) {
    problems.push({ variable: 'SLACK_BOT_TOKEN', problem: 'is missing', fix: botTokenHelp });
  }
  if (env['NODE_ENV'] === 'production' && !bot && !other) {
    problems.push({
      variable: 'SLACK_BOT_TOKEN',
      problem: 'is missing, and the local workspace is not for production',
      fix: 'Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (see docs/operate.md), or unset NODE_ENV to try the bot locally.',
    });
  }
  if (env['NODE_ENV'] === 'production' && has('CLOCK')) {
    problems.push({
      variable: 'CLOCK',
      problem: 'is set, and a practice clock is refused in production',
      fix: 'Remove CLOCK: real deadlines need the real time.',
    });
  }
  return problems;
};

/** The regime and the place have to be ones that data/regimes knows. */
export const lawProblems = (
  env: Readonly<Record<string, string>>,
  known: LawNames,
): readonly ConfigProblem[] => {
  const among = (variable: string, what: string, names: readonly string[]): readonly ConfigProblem[] => {
    const given = env[variable];
    return given === undefined || names.includes(given)
      ? []
      : [
          {
            variable,
            problem: `is not a ${what} this bot knows`,
            fix: `Write one of: ${names.join(', ')}.`,
          },
        ];
  };
  return [
    ...among('REGIME', 'regime', known.regimes),
    ...among('JURISDICTION', 'jurisdiction', known.jurisdictions),
  ];
};

/** What a person reads on stderr when the program cannot start. */
export const describeProblems = (problems: readonly ConfigProblem[]): string =>
  [
    `The configuration has ${problems.length === 1 ? 'one problem' : `${problems.length} problems`}:`,
    ...problems.flatMap(({ variable, problem, fix }) => [`  ${variable} ${problem}.`, `    ${fix}`]),
  ].join('\n');
