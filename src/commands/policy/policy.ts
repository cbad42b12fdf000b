/** `privacy policy`: its subcommands. */
import { codeOf } from '../../base/error-code.ts';
import { openPolicies } from '../../knowledge/policy/open-policies.ts';
import type { Policy } from '../../knowledge/policy/policy.ts';
import { PolicyProblem } from '../../knowledge/policy/policy-problem.ts';
import { isRegisterError } from '../../register/errors.ts';
import { companyIn, policyDir } from '../company-env.ts';
import { done, type Io, no, type Verb, wrongUse } from '../io.ts';
import { CHECK_USE, checkPolicies } from './policy-check.ts';
import { DIFF_USE, diffPolicyFiles } from './policy-diff.ts';
import { GAPS_USE, reportGaps } from './policy-gaps.ts';
import { IMPORT_USE, importPolicy } from './policy-import.ts';
import { MAP_USE, mapPolicy } from './policy-map.ts';
import { PHRASE_USE, phrasePolicies } from './policy-phrase.ts';
import { PHRASE_MODEL_USE, phraseWithModel } from './policy-phrase-model.ts';

const SHOW_USE = 'policy show [ID] [--json]';
const USE = [SHOW_USE, CHECK_USE, GAPS_USE, DIFF_USE, MAP_USE, PHRASE_USE, PHRASE_MODEL_USE, IMPORT_USE]
  .map((use) => `Usage: privacy ${use}`)
  .join('\n');

/** A policy as a person reads it: its sections, and under each the pieces that can be cited. */
const readable = ({ head, units }: Policy): readonly string[] => {
  const lines = [
    `${head.title} (${head.id}, version ${head.version}, updated ${head.updated})`,
    `Controller: ${head.controller}. Contact: ${head.contact}.`,
  ];
  let section = '';
  for (const unit of units.filter(({ within }) => within === null)) {
    if (unit.section !== section) {
      section = unit.section;
      lines.push('', section);
    }
    const mark = unit.kind === 'bullet' ? '    - ' : unit.kind === 'row' ? '    | ' : '  ';
    lines.push(`${mark}${unit.text.replace(/\s*\n\s*/g, ' ')}`);
  }
  return [...lines, ''];
};

const show = async (args: readonly string[], io: Io): Promise<number> => {
  const json = args.includes('--json');
  const [id, ...more] = args.filter((arg) => arg !== '--json');
  if (more.length > 0 || id?.startsWith('-') === true) {
    io.err(`Usage: privacy ${SHOW_USE}`);
    return wrongUse;
  }
  const policies = await openPolicies(policyDir(io.env), (await companyIn(io.env)).names);
  const chosen = id === undefined ? policies : policies.filter(({ head }) => head.id === id);
  if (chosen.length === 0) {
    io.err(
      `privacy policy: there is no policy "${id}". There is: ${policies.map(({ head }) => head.id).join(', ')}.`,
    );
    return no;
  }
  if (json) io.out(JSON.stringify(chosen.map(({ head, path, units }) => ({ ...head, path, units }))));
  else for (const line of chosen.flatMap(readable)) io.out(line);
  return done;
};

const actions: Readonly<Record<string, Verb>> = {
  show,
  check: checkPolicies,
  diff: diffPolicyFiles,
  import: importPolicy,
  map: mapPolicy,
  gaps: reportGaps,
  phrase: (args, io) => (args.includes('--with-model') ? phraseWithModel : phrasePolicies)(args, io),
};

export const policyVerb: Verb = async ([name, ...rest], io) => {
  const action = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) {
    io.err(name === undefined ? 'privacy policy: say what to do.' : `privacy policy: there is no "${name}".`);
    io.err(USE);
    return wrongUse;
  }
  try {
    return await action(rest, io);
  } catch (problem) {
    const missing = problem instanceof Error && codeOf(problem) === 'ENOENT';
    if (missing) {
      io.err(`privacy policy: ${problem.message}`);
      return wrongUse;
    }
    if (!(problem instanceof PolicyProblem) && !isRegisterError(problem)) throw problem;
    io.err(`privacy policy: ${problem.message}`);
    return no;
  }
};
