import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const schema = z.object({
  sites: z.array(
    z.object({
      name: z.string(),
      segs: z.array(z.string()),
      sents: z.array(z.tuple([z.number(), z.number(), z.number()])),
    }),
  ),
  pairs: z.array(
    z.object({ s: z.number(), q: z.string(), rel: z.array(z.number()), srel: z.array(z.number()) }),
  ),
});

/** A text to be ranked, and the text around it (a sentence's segment; empty for a segment). */
export type Passage = { readonly text: string; readonly around: string };

/** Builds a ranking over the passages of one site: the question in, passage numbers out, best first. */
export type Method = (passages: readonly Passage[]) => (question: string) => readonly number[];

export type RankRow = {
  readonly method: string;
  readonly level: 'segment' | 'sentence';
  readonly mrr: number;
  readonly recall1: number;
  readonly recall3: number;
  readonly recall5: number;
  readonly ndcg10: number;
  readonly p50: number;
};

const NOT_FOUND = Number.POSITIVE_INFINITY;

const measure = (order: readonly number[], relevant: ReadonlySet<number>) => {
  const ranks = order.flatMap((passage, at) => (relevant.has(passage) ? [at + 1] : []));
  const first = ranks[0] ?? NOT_FOUND;
  const gain = ranks.filter((rank) => rank <= 10).reduce((sum, rank) => sum + 1 / Math.log2(rank + 1), 0);
  const ideal = Array.from({ length: Math.min(10, relevant.size) }, (_, at) => 1 / Math.log2(at + 2)).reduce(
    (a, b) => a + b,
    0,
  );
  const recall = (limit: number): number => ranks.filter((rank) => rank <= limit).length / relevant.size;
  return {
    mrr: 1 / first,
    recall1: recall(1),
    recall3: recall(3),
    recall5: recall(5),
    ndcg10: ideal === 0 ? 0 : gain / ideal,
  };
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Ranks every pair's site with every method; `now` counts milliseconds. The file is the one of the PolicyQA set. */
export const evaluatePolicyQa = async (
  path: string,
  methods: Readonly<Record<string, Method>>,
  now: () => number,
): Promise<readonly RankRow[]> => {
  const { sites, pairs } = schema.parse(JSON.parse(await readFile(path, 'utf8')));
  const rows: RankRow[] = [];
  for (const [method, build] of Object.entries(methods)) {
    for (const level of ['segment', 'sentence'] as const) {
      const rankers = sites.map(({ segs, sents }) =>
        build(
          level === 'segment'
            ? segs.map((text) => ({ text, around: '' }))
            : sents.map(([segment, start, end]) => {
                const around = segs[segment] ?? '';
                return { text: around.slice(start, end), around };
              }),
        ),
      );
      const sums = { mrr: 0, recall1: 0, recall3: 0, recall5: 0, ndcg10: 0 };
      const times: number[] = [];
      let counted = 0;
      for (const pair of pairs) {
        const relevant = new Set(level === 'segment' ? pair.rel : pair.srel);
        if (relevant.size === 0) continue;
        const from = now();
        const order = rankers[pair.s]?.(pair.q) ?? [];
        times.push(now() - from);
        const got = measure(order, relevant);
        for (const name of ['mrr', 'recall1', 'recall3', 'recall5', 'ndcg10'] as const)
          sums[name] += got[name];
        counted += 1;
      }
      const mean = (sum: number): number => rounded(sum / Math.max(1, counted));
      times.sort((a, b) => a - b);
      rows.push({
        method,
        level,
        mrr: mean(sums.mrr),
        recall1: mean(sums.recall1),
        recall3: mean(sums.recall3),
        recall5: mean(sums.recall5),
        ndcg10: mean(sums.ndcg10),
        p50: rounded(times[Math.floor(times.length / 2)] ?? 0),
      });
    }
  }
  return rows;
};
