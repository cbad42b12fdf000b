/** How the answers grow with the number of phrasings per unit: a phrasings folder cut to so many each, and evaluated without a network. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { phrasingsFile } from '../src/knowledge/policy/phrasing-file.ts';
import {
  type PhrasingLine,
  phrasingsPath,
  type ReadPhrasings,
} from '../src/knowledge/policy/policy-phrasings.ts';
import { mergePhrasings } from '../src/knowledge/setup/phrase-merge.ts';
import { type OtherRow, openCompany } from './other-policies.ts';

export type CurvePoint = {
  /** The most phrasings that a unit was left with. */
  readonly per: number;
  /** What it has in truth on average: not every unit has so many. */
  readonly average: number;
  readonly units: number;
  readonly row: OtherRow;
};

/** So many of a list, evenly spread, so that each voice keeps its share. */
export const spread = <T>(all: readonly T[], take: number): readonly T[] =>
  take >= all.length
    ? all
    : Array.from({ length: take }, (_, at) => all[Math.floor((at * all.length) / take)]).flatMap((one) =>
        one === undefined ? [] : [one],
      );

/** A unit keeps `per` of its questions; near misses and silent questions are cut to the same share of the file. */
const cut = (lines: readonly PhrasingLine[], per: number): readonly PhrasingLine[] => {
  const units = lines.filter(({ quote }) => quote !== null);
  const all = units.reduce((sum, { asks }) => sum + asks.length, 0);
  const left = units.reduce((sum, { asks }) => sum + Math.min(per, asks.length), 0);
  const share = all === 0 ? 0 : left / all;
  const part = (questions: readonly string[]): readonly string[] =>
    spread(questions, Math.round(questions.length * share));
  return lines.map((line) =>
    line.quote === null
      ? { ...line, asks: part(line.asks) }
      : { ...line, asks: spread(line.asks, per), not: part(line.not) },
  );
};

const none: ReadPhrasings = { lines: [], units: [], stale: [], faults: [] };

/**
 * `company` is a folder with `policies/` and `questions.jsonl`; `phrasings` one with `*.phrasings.jsonl`, whatever they are called: a line
 * belongs to the policy that has its quote. Nothing is written beside them. `leftOut` are lines that stand for no unit.
 */
export const phrasingCurve = async (
  company: string,
  phrasings: string,
  pers: readonly number[],
  now: () => number,
): Promise<{ readonly points: readonly CurvePoint[]; readonly leftOut: number }> => {
  const { policies, measure } = await openCompany(company, now);
  const names = (await readdir(phrasings)).filter((name) => name.endsWith('.phrasings.jsonl')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(phrasings, name), 'utf8')));
  const { files, faults } = mergePhrasings(
    policies,
    policies.map(() => none),
    texts.join('\n'),
  );
  const points: CurvePoint[] = [];
  for (const per of pers) {
    const dir = await mkdtemp(join(tmpdir(), 'phrasings-'));
    const kept = policies.map((policy) => ({ policy, lines: cut(files.get(policy.head.id) ?? [], per) }));
    for (const { policy, lines } of kept)
      await writeFile(phrasingsPath(policy, dir), phrasingsFile(policy, lines));
    const units = kept.flatMap(({ lines }) => lines).filter(({ quote }) => quote !== null);
    const asks = units.reduce((sum, line) => sum + line.asks.length, 0);
    points.push({
      per,
      average: Math.round((10 * asks) / Math.max(1, units.length)) / 10,
      units: units.length,
      row: await measure(dir),
    });
    await rm(dir, { recursive: true });
  }
  return { points, leftOut: faults.length };
};
