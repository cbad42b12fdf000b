/** `privacy doctor`: each check with its fix. */

import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../../base/config.ts';
import { openCompany } from '../../company/open-company.ts';
import { unreachable } from '../../register/open.ts';
import { ownViews } from '../../runtime/own-views.ts';
import { lawIn } from '../company-env.ts';
import { done, type Io, no, type Verb, wrongUse } from '../io.ts';
import { checkBlocks } from './blocks-check.ts';
import { type Check, error, fine, why } from './check.ts';
import { checkCompany } from './company-check.ts';
import { checkKept, checkSilence, homeOf } from './kept-checks.ts';
import { checkLaw, checkTime } from './law-check.ts';
import { checkButtons, checkData, checkDumps, checkNode, checkPractice } from './machine-checks.ts';
import { checkModel } from './model-check.ts';
import { tryModel } from './model-trial.ts';
import { checkKey } from './register-checks.ts';
import { callSlack, slackChecks } from './slack-checks.ts';

const marks = { ok: 'ok     ', warning: 'warning', error: 'error  ' } as const;

const readable = ({ name, status, message, fix }: Check): readonly string[] => [
  `${marks[status]}  ${name}: ${message}`,
  ...(fix === '' ? [] : [`         → ${fix}`]),
];

/** Without a token, from the Slack that is configured: its own judge of blocks looks at every kind of view. */
const checkOwnBlocks = async (io: Io): Promise<readonly Check[]> => {
  const read = readConfig(io.env);
  if (!read.ok) return [];
  const { companyFile, policyDir, slackApiUrl } = read.config;
  try {
    const { company } = await openCompany(companyFile, policyDir);
    return [await checkBlocks(ownViews(company, io.clock()), callSlack(slackApiUrl))];
  } catch (problem) {
    return [error('blocks', `They could not be made: ${why(problem)}.`, 'Mend what is named above first.')];
  }
};

const examine = async (io: Io): Promise<readonly Check[]> => {
  const read = readConfig(io.env);
  if (!read.ok) {
    return [
      checkNode(),
      ...read.problems.map(({ variable, problem, fix }) => error(variable, `${variable} ${problem}.`, fix)),
    ];
  }
  const { config } = read;
  const practice = await checkPractice(config);
  const silent = await unreachable(homeOf(config), (ms) => wait(ms, undefined, { ref: false }));
  const [policies, data, key, model, buttons, slack, kept] = await Promise.all([
    checkCompany(config),
    checkData(config),
    checkKey(config),
    checkModel(config, io.env['OPENAI_MODEL']),
    checkButtons(config),
    slackChecks(config, callSlack(config.slackApiUrl)),
    silent === null ? checkKept(config, io.clock) : [checkSilence(silent)],
  ]);
  // Only where the server answers and may be asked: not unencrypted over the internet.
  const trial = model.status === 'error' ? null : await tryModel(config, io.clock);
  const underLaw = { ...config, ...(await lawIn(io.env)) };
  return [
    checkNode(),
    await checkDumps(),
    fine('configuration', 'Every variable is valid.'),
    ...policies,
    data,
    key,
    ...kept,
    checkTime(underLaw, io.clock()),
    checkLaw(underLaw, io.clock()),
    ...(practice === null ? [] : [practice]),
    ...slack,
    buttons,
    model,
    ...(trial === null ? [] : [trial]),
  ];
};

/** `doctor [--json] [--blocks]`: exit 1 when anything is an error. `--blocks` shows Slack what the bot shows, which needs the internet. */
export const doctor: Verb = async (args, io) => {
  const json = args.includes('--json');
  if (args.some((arg) => !['--json', '--blocks'].includes(arg))) {
    io.err('Usage: privacy doctor [--json] [--blocks]');
    return wrongUse;
  }
  const checks = [...(await examine(io)), ...(args.includes('--blocks') ? await checkOwnBlocks(io) : [])];
  const sick = checks.some(({ status }) => status === 'error');
  if (json) io.out(JSON.stringify({ ok: !sick, checks }));
  else for (const line of checks.flatMap(readable)) io.out(line);
  return sick ? no : done;
};
