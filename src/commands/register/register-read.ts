/** `register list`, `show` and `export`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readHolidayTable } from '../../base/calendars.ts';
import { csvText } from '../../flows/reports/csv.ts';
import { fits, type SheetFilter, type SheetRow, sheetRow } from '../../flows/reports/register-sheet.ts';
import { NoSuchCase } from '../../register/errors.ts';
import { writeDurably } from '../../register/files/durable-file.ts';
import { keyAtHand } from '../../register/files/key-file.ts';
import { caseKind } from '../../register/history/case-kind.ts';
import { evidenceText } from '../../register/history/evidence.ts';
import { openRegister, openStore } from '../../register/open.ts';
import { type Register, sealedMark } from '../../register/register.ts';
import { type Case, endedStates, openStates } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { isRight, rights } from '../../requests/clock/rights.ts';
import { done, type Io, no, wrongUse } from '../io.ts';
import type { RegisterEnv } from './register.ts';

/** Reads the register beside a running bot; what could not be read is said, and makes the exit code 1. */
const reading = async (
  env: RegisterEnv,
  io: Io,
  work: (register: Register<CaseEvent, Case>) => Promise<void>,
): Promise<number> => {
  const register = await openRegister({ ...env, readOnly: true }, caseKind, io.err);
  await work(register).catch(async (cause: unknown) => {
    await register.close();
    throw cause;
  });
  const problems = register.problems().filter(({ what }) => what !== 'set-aside');
  for (const { message } of problems) io.err(message);
  await register.close();
  return problems.length === 0 ? done : no;
};

const filters = {
  open: { type: 'boolean' },
  overdue: { type: 'boolean' },
  right: { type: 'string' },
  state: { type: 'string' },
  owner: { type: 'string' },
} as const;

/** What is wrong with a filter: a right or a state that does not exist would only ever find nothing. */
const filterTrouble = ({ right, state }: SheetFilter): string | null => {
  if (right !== undefined && !isRight(right))
    return `There is no right "${right}". Known: ${Object.keys(rights).join(', ')}.`;
  const states: readonly string[] = [...openStates, ...endedStates];
  if (state !== undefined && !states.includes(state))
    return `There is no state "${state}". Known: ${states.join(', ')}.`;
  return null;
};

const rowsOf = async (
  register: Register<CaseEvent, Case>,
  io: Io,
  filter: SheetFilter,
): Promise<readonly SheetRow[]> => {
  const now = io.clock().toISOString();
  const table = readHolidayTable();
  return (await register.list()).map((head) => sheetRow(head, now, table)).filter(fits(filter));
};

export const listCases = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' }, ...filters } });
  const trouble = filterTrouble(values);
  if (trouble !== null) {
    io.err(trouble);
    return wrongUse;
  }
  return reading(env, io, async (register) => {
    const rows = await rowsOf(register, io, values);
    if (values.json === true) return io.out(JSON.stringify(rows));
    if (rows.length === 0) return io.err('There are no such cases in the register.');
    for (const { id, right, state, receivedOn, due, owner } of rows) {
      io.out(
        [
          id.padEnd(14),
          state.padEnd(24),
          right.padEnd(28),
          receivedOn,
          due === null ? 'no date'.padEnd(14) : `due ${due}`,
          owner ?? 'nobody yet',
        ].join('  '),
      );
    }
  });
};

const concealed = (event: CaseEvent): CaseEvent =>
  event.personal === undefined
    ? event
    : {
        ...event,
        personal: Object.fromEntries(Object.keys(event.personal).map((name) => [name, sealedMark])),
      };

const eventLine = (event: CaseEvent, n: number): string => {
  const { type, at, by, ...fields } = event;
  return `${String(n + 1).padStart(4)}  ${at}  ${by.padEnd(12)}  ${type}  ${JSON.stringify(fields)}`;
};

export const showCase = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' }, reveal: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) return wrongUse;
  const reveal = values.reveal === true;
  if (reveal) io.err('What follows holds personal data. Keep it out of files, tickets and messages.');
  const register = await openRegister({ ...env, readOnly: true }, caseKind, io.err);
  const history = (await register.history(id).finally(() => register.close())).map((event) =>
    reveal ? event : concealed(event),
  );
  if (values.json === true) io.out(JSON.stringify({ id, events: history }));
  else for (const line of [id, ...history.map(eventLine)]) io.out(line);
  return done;
};

export const exportCases = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options: { csv: { type: 'string' }, ...filters } });
  const { csv } = values;
  const trouble = filterTrouble(values);
  if (trouble !== null) io.err(trouble);
  if (csv === undefined || trouble !== null) return wrongUse;
  return reading(env, io, async (register) => {
    const rows = await rowsOf(register, io, values);
    await writeDurably(resolve(csv), csvText(rows));
    io.err(`${rows.length} cases written to ${csv}, without personal data.`);
  });
};

export const writeEvidence = async (args: readonly string[], env: RegisterEnv, io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' } },
    allowPositionals: true,
  });
  const [id, ...more] = positionals;
  if (id === undefined || values.out === undefined || more.length > 0) return wrongUse;
  const store = await openStore({ ...env, readOnly: true });
  const document = await store.read(id).finally(() => store.close());
  if (document === null) throw new NoSuchCase(id);
  const key = await keyAtHand(env);
  await writeDurably(resolve(values.out), evidenceText(document, io.clock().toISOString(), key));
  io.err(
    `${document.events.length} events of ${id} written to ${values.out}. It holds no sealed personal data.`,
  );
  return done;
};
