import { openPolicies } from '../knowledge/open-policies.ts';
import type { Policy } from '../knowledge/policy.ts';
import { PolicyProblem } from '../knowledge/policy-problem.ts';
import { policyDir } from './ask.ts';
import { done, type Io, no, type Verb, wrongUse } from './io.ts';

const USE = 'Usage: privacy policy show [ID] [--json]';

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
    io.err(USE);
    return wrongUse;
  }
  const policies = await openPolicies(policyDir(io.env));
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

export const policyVerb: Verb = async ([name, ...rest], io) => {
  if (name !== 'show') {
    io.err(
      name === undefined ? 'privacy policy: say what to do.' : `privacy policy: "${name}" is not there yet.`,
    );
    io.err(USE);
    return wrongUse;
  }
  try {
    return await show(rest, io);
  } catch (problem) {
    if (!(problem instanceof PolicyProblem)) throw problem;
    io.err(`privacy policy: ${problem.message}`);
    return no;
  }
};
