/** Gives a fresh process its first answers. */
import type { Knowledge } from './answer.ts';

const WARM_UP = 24;

/**
 * The first answers of a fresh process are the slowest: a program that is going to answer people gives them to nobody.
 * Whoever asks meanwhile waits for one of them at most.
 */
export const warmUp = async ({
  topics,
  ask,
  redact,
}: Pick<Knowledge, 'topics' | 'ask' | 'redact'>): Promise<void> => {
  await redact('who can see personal information?');
  for (const { meaning } of topics.slice(0, WARM_UP)) await ask(`${meaning} plese`);
};
