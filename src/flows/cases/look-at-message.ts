/** "Is this a rights request?": what a message looks like, since when a clock would run, and until when. Decides nothing. */
import { daysBetween } from '../../requests/clock/calendar-date.ts';
import { type LocalMoment, localDate, localMoment } from '../../requests/clock/zone.ts';
import type { Mark } from '../../requests/recognise/marks.ts';
import { type MessageReading, readMessage } from '../../requests/recognise/read-message.ts';
import type { Casework } from './casework.ts';
import { type WorkedOut, workOut } from './work-out-deadline.ts';

export type LookedAt = {
  readonly verdict: MessageReading['verdict'] | 'no_words';
  readonly found: readonly { readonly mark: Mark; readonly due: WorkedOut | null }[];
  readonly notOne: MessageReading['notOne'];
  /** The message's own moment, as clocks here show it. */
  readonly received: LocalMoment;
  readonly daysAgo: number;
};

/** `text` as a person reads it; `at` is when it was posted. */
export const lookAtMessage = (desk: Casework, text: string, at: Date): LookedAt => {
  const zone = desk.defaults.timeZone;
  const reading = readMessage(text, desk.company, desk.messages);
  return {
    verdict: text.trim() === '' ? 'no_words' : reading.verdict,
    found: reading.marks.map((mark) => {
      const due = workOut(desk, mark.right, at, true);
      return { mark, due: typeof due === 'string' ? null : due };
    }),
    notOne: reading.notOne,
    received: localMoment(at, zone),
    daysAgo: daysBetween(localDate(at, zone), localDate(desk.clock(), zone)),
  };
};
