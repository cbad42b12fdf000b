import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from './clock.ts';
import type { Seal } from './seal.ts';
import type { Feedback } from './views/feedback.ts';

/** One line per verdict on an answer: the day, what it was about, the reason. No person, no question; a note is sealed. */
export const feedbackFile = (dir: string, seal: Seal, clock: Clock) => {
  return async (about: string, feedback: Feedback | 'helpful'): Promise<void> => {
    const line = {
      on: clock().toISOString().slice(0, 10),
      about,
      ...(feedback === 'helpful'
        ? { helpful: true }
        : {
            helpful: false,
            reason: feedback.reason,
            note: feedback.note === null ? null : seal.seal(feedback.note),
          }),
    };
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await appendFile(join(dir, 'feedback.jsonl'), `${JSON.stringify(line)}\n`, { mode: 0o600 });
  };
};
