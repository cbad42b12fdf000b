/** Whether somebody says of themselves that they are away, or back, as people write it to a colleague. */
import { parseCalendarDate } from '../../requests/clock/calendar-date.ts';
import { daysAhead } from './day-ahead.ts';

const greeting =
  '(?:(?:hi|hello|hey|fyi|note|good (?:morning|afternoon))[\\s,!.:-]+(?:there[\\s,!.:-]+|all[\\s,!.:-]+)?)?';
const me = "(?:i am|i'm|im|i will be|i'll be|i shall be|we are going|i go|i am going|i'm going)";
const leave =
  '(?:away|off(?: work| sick)?|out of (?:the )?office|ooo|on (?:(?:annual|parental|maternity|paternity|sick|unpaid|study|compassionate) )?(?:leave|holidays?|vacation)|sick(?! of\\b)|ill)';
const patterns = {
  away: new RegExp(
    `^${greeting}(?:${me} (?:also |now |just )?${leave}|${leave}\\b(?=.*(?:until|till|from|for|tomorrow|today|week|\\d)))\\b`,
    'iu',
  ),
  back: new RegExp(
    `^${greeting}(?:${me} back|back)\\b(?:[\\s,.!]*(?:again|now|today|at work|in the office|from (?:annual |sick |parental )?(?:leave|holidays?|vacation)))*[\\s.!]*$`,
    'iu',
  ),
};

/** Questions are none of it, nor is a letter. */
const longest = 200;

/** "from Monday" names no end, and is asked for it. */
const beginsDays = /^[\s,]*(?:until|till?|from|for|to|starting|as of)\b/iu;

/** Any day does: whether days are named at all is the same on each. */
const anyDay = parseCalendarDate('2026-01-01');

/** What follows may be a question without its mark: it is about an absence where it names days. */
const namesDays = (text: string): boolean => {
  if (anyDay === undefined) return false;
  const read = daysAhead(text, anyDay);
  return read.ok || read.why !== 'no_day';
};

export const saidOfPresence = (typed: string): 'away' | 'back' | null => {
  const text = typed.replaceAll('’', "'").trim();
  if (text.length > longest || text.includes('?')) return null;
  if (patterns.back.test(text)) return 'back';
  const found = patterns.away.exec(text);
  if (found === null) return null;
  const more = text.slice(found[0].length);
  return !/\p{L}/u.test(more) || beginsDays.test(more) || namesDays(text) ? 'away' : null;
};
