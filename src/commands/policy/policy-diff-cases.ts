/** Which open cases an edit of the policy touches. */
import { join } from 'node:path';
import { readHolidayTable } from '../../base/calendars.ts';
import { projectRoot } from '../../base/root.ts';
import type { UnitChange } from '../../knowledge/setup/policy-diff.ts';
import { openLetters } from '../../letters/open-letters.ts';
import type { CarveOut } from '../../letters/remaining.ts';
import { caseKind } from '../../register/history/case-kind.ts';
import { openRegister } from '../../register/open.ts';
import { isClient, isOpen } from '../../requests/case/case.ts';
import { summary } from '../../requests/case/summary.ts';
import type { Right } from '../../requests/clock/rights.ts';
import type { Io } from '../io.ts';
import { registerEnv } from '../register/register.ts';

/** An open case that an edit of the policy touches: its number, and why it has to be looked at. Nothing about the person. */
export type TouchedCase = {
  readonly number: string;
  readonly right: Right;
  readonly due: string | null;
  readonly why: readonly string[];
};

/** The field of a letter that quotes what the policy says on it. */
const fieldOf: Readonly<Record<CarveOut, string>> = {
  invoices: 'invoicesQuote',
  backups: 'backupsQuote',
  client_data: 'retentionQuote',
};

const PERIOD = /\b(?:month|year)s?\b/u;

/** The clock of client cases is the policy's own period: an edit of it is for people to carry over. */
const clockTouched = (changes: readonly UnitChange[], right: Right): boolean => {
  if (!isClient(right)) return false;
  return changes.some(
    ({ before, figures }) =>
      /\bclient\b/iu.test(before ?? '') &&
      [...figures.gone, ...figures.come].some((figure) => PERIOD.test(figure)),
  );
};

/** Reads the register beside a running bot and changes nothing. */
export const casesTouched = async (
  changes: readonly UnitChange[],
  quotes: readonly CarveOut[],
  io: Io,
): Promise<readonly TouchedCase[]> => {
  const templates = [...(await openLetters(join(projectRoot, 'data', 'letters'))).values()];
  const letters = (right: Right): readonly string[] =>
    templates
      .filter(
        ({ rights, words }) => rights.includes(right) && quotes.some((one) => words.includes(fieldOf[one])),
      )
      .map(({ title }) => `the letter “${title}” quotes other words`);
  const register = await openRegister({ ...registerEnv(io.env), readOnly: true }, caseKind, io.err);
  try {
    const table = readHolidayTable();
    return (await register.list())
      .map((head) => head.summary)
      .filter(isOpen)
      .map((request) => ({
        number: request.number,
        right: request.right,
        due: summary(request, io.clock().toISOString(), table).due,
        why: [
          ...letters(request.right),
          ...(clockTouched(changes, request.right)
            ? [
                'its date is counted by the period that changes; the program counts one year until that is changed',
              ]
            : []),
        ],
      }))
      .filter(({ why }) => why.length > 0)
      .toSorted((a, b) => a.number.localeCompare(b.number));
  } finally {
    await register.close();
  }
};
