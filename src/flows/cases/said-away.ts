/** Whether somebody says of themselves that they are away, or back, as people write it to a colleague. */

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

export const saidOfPresence = (typed: string): 'away' | 'back' | null => {
  const text = typed.replaceAll('’', "'").trim();
  if (text.length > longest || text.includes('?')) return null;
  if (patterns.back.test(text)) return 'back';
  return patterns.away.test(text) ? 'away' : null;
};
