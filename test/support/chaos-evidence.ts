/** What is known about a message that stands twice or not at all: who did what when, and which instances died around it. */
import type { Heard } from './posting-double.ts';

export type Death = { readonly by: string; readonly at: number };

/** How many are told of. */
export const mostTold = 5;
const aroundMs = 10_000;
const mostLines = 24;

type Line = { readonly at: number; readonly words: string };

const deathsAround = (deaths: readonly Death[], from: number, to: number): readonly Line[] =>
  deaths
    .filter(({ at }) => at > from - aroundMs && at < to + aroundMs)
    .map(({ at, by }) => ({ at, words: `${by} killed` }));

/** In the order of time, in seconds since `began`. */
const told = (lines: readonly Line[], began: number): string =>
  lines
    .toSorted((a, b) => a.at - b.at)
    .slice(0, mostLines)
    .map(({ at, words }) => `${((at - began) / 1_000).toFixed(3)} ${words}`)
    .join('; ');

/** Everything that was posted so, looked for in its threads, and taken away again. */
export const evidenceOfTwin = (
  what: string,
  isOne: (post: Heard) => boolean,
  journal: readonly Heard[],
  deaths: readonly Death[],
  began: number,
): string => {
  const posts = journal.filter((one) => one.method === 'chat.postMessage' && isOne(one));
  const threads = new Set(posts.flatMap(({ thread }) => (thread === '' ? [] : [thread])));
  const stamps = new Set(posts.map(({ ts }) => ts));
  const lines = journal
    .filter((one) => (one.method === 'conversations.replies' ? threads.has(one.thread) : stamps.has(one.ts)))
    .map(({ at, by, method, ts, mark }) => ({ at, words: `${by} ${method} ${ts} ${mark}` }));
  const times = posts.map(({ at }) => at);
  return `twice: ${what}: ${told([...lines, ...deathsAround(deaths, Math.min(...times), Math.max(...times))], began)}`;
};

/** What was promised at that time and never seen, with what the ledger says of it. */
export const evidenceOfLoss = (
  key: string,
  promisedAt: number,
  ledger: readonly unknown[],
  deaths: readonly Death[],
  began: number,
): string => {
  const lines = [{ at: promisedAt, words: 'acknowledged' }, ...deathsAround(deaths, promisedAt, promisedAt)];
  return `lost: ${key}: ${told(lines, began)}; ledger ${JSON.stringify(ledger)}`;
};
