/** `eval curve`: right answers on a policy by the number of phrasings per unit, without a network. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CurvePoint, phrasingCurve } from '../../../eval/phrasing-curve.ts';
import { done, type Io, no, wrongUse } from '../io.ts';

export const EVAL_CURVE_USE = 'eval curve --company DIR [--phrasings DIR] [--per 0,5,15,40] [--json]';

const SHOWN = ['right', 'right_plain', 'answerable', 'shown', 'answered_unsaid', 'silent', 'bad_quotes'];

const optionsOf = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        company: { type: 'string' },
        phrasings: { type: 'string' },
        per: { type: 'string', default: '0,5,15,40' },
        json: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch {
    return null;
  }
};

const tableOf = (points: readonly CurvePoint[]): readonly string[] => {
  const line = (cells: readonly (string | number)[]): string =>
    cells.map((cell, at) => String(cell).padStart(Math.max(8, (SHOWN[at - 3] ?? '').length + 1))).join('');
  return [
    line(['per unit', 'average', 'units', ...SHOWN]),
    ...points.map(({ per, average, units, row }) =>
      line([per, average, units, ...SHOWN.map((name) => row[name] ?? '')]),
    ),
  ];
};

export const evalCurve = async (args: readonly string[], io: Io): Promise<number> => {
  const given = optionsOf(args);
  const pers = (given?.per ?? '').split(',').map(Number);
  if (given?.company === undefined || !pers.every((per) => Number.isInteger(per) && per >= 0)) {
    io.err(`Usage: privacy ${EVAL_CURVE_USE}`);
    return wrongUse;
  }
  const phrasings = given.phrasings ?? join(given.company, 'phrasings');
  const { points, leftOut } = await phrasingCurve(given.company, phrasings, pers, () => performance.now());
  if (given.json) io.out(JSON.stringify({ points, leftOut }));
  else for (const row of tableOf(points)) io.out(row);
  if (leftOut > 0)
    io.err(`privacy eval: ${leftOut} lines stand for no passage of these policies and were left out.`);
  return points.some(({ row }) => row.bad_quotes > 0) ? no : done;
};
