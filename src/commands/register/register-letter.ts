/** `register letter`: one letter of a case as it stands. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHolidayTable } from '../../base/calendars.ts';
import { projectRoot } from '../../base/root.ts';
import { composeLetter } from '../../flows/letters/compose-letter.ts';
import { openKnowledge } from '../../knowledge/answer/knowledge.ts';
import { openLetterDesk } from '../../letters/letter-desk.ts';
import { writeDurably } from '../../register/files/durable-file.ts';
import { caseKind } from '../../register/history/case-kind.ts';
import { openRegister } from '../../register/open.ts';
import { replay } from '../../requests/case/replay.ts';
import { companyIn, policyDir, regimeFor } from '../company-env.ts';
import { done, type Io, no, wrongUse } from '../io.ts';
import type { RegisterEnv } from './register.ts';

/** `privacy register letter ID LETTER [--out FILE]`: one letter as it stands, gaps and all; the person adds what is missing. */
export const writeLetter = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' } },
    allowPositionals: true,
  });
  const [id, name, ...more] = positionals;
  if (id === undefined || name === undefined || more.length > 0) return wrongUse;
  const company = await companyIn(io.env);
  const knowledge = await openKnowledge(policyDir(io.env), undefined, regimeFor(io.env, company), company);
  const letters = await openLetterDesk(join(projectRoot, 'data', 'letters'), knowledge, company);
  const register = await openRegister({ ...env, readOnly: true }, caseKind, io.err);
  const history = await register.history(id).finally(() => register.close());
  const request = replay(history);
  const template = letters.templates.get(name);
  if (template === undefined || !template.rights.includes(request.right)) {
    const fitting = [...letters.templates.values()].filter(({ rights }) => rights.includes(request.right));
    io.err(`There is no letter "${name}" for ${id}. Letters for this right:`);
    for (const each of fitting) io.err(`  ${each.id.padEnd(28)} ${each.title}`);
    return no;
  }
  const source = { request, history, now: io.clock(), table: readHolidayTable() };
  const composed = composeLetter(letters, template, source);
  if (composed === null) {
    io.err(`No due date can be worked out for ${id}, so no letter can be written.`);
    return no;
  }
  io.err(
    'This letter holds personal data. Keep it out of tickets and messages, and delete the copy when it is sent.',
  );
  if (values.out === undefined) io.out(composed.text.trimEnd());
  else {
    await writeDurably(resolve(values.out), composed.text);
    io.err(`${name} of ${id} written to ${values.out}.`);
  }
  for (const { message, severity } of composed.findings) io.err(`${severity}: ${message}`);
  io.err(`Fingerprint ${composed.hash}`);
  return done;
};
