/** What is doubtful in the questions of a policy, shown to a person one passage at a time. */
import type { Policy } from '../../knowledge/policy/policy.ts';
import { type PhrasingLine, quoteKey } from '../../knowledge/policy/policy-phrasings.ts';
import { type Doubt, selfTest, withoutDoubtful } from '../../knowledge/setup/phrase-self-test.ts';
import type { Io } from '../io.ts';

/** The next line that a person types; '' at the end of input. */
export const typed = (io: Io): (() => Promise<string>) => {
  const lines = io.lines()[Symbol.asyncIterator]();
  return async () => {
    const { done: over, value } = await lines.next();
    return over === true ? '' : value.trim().toLowerCase();
  };
};

const screen = ({ quote, found, conflicts, passing }: Doubt, at: number, of: number): readonly string[] => [
  '',
  `${at} of ${of}  “${quoteKey(quote)}”`,
  ...(found === null || found >= 0.5
    ? []
    : [`  Only ${Math.round(100 * found)} % of its held-out questions find it among the first three.`]),
  ...conflicts.map((question) => `  stands for something else, too: ${question}`),
  ...passing.map((question) => `  near miss that would pass for an answer: ${question}`),
  '  Enter keeps them, d drops what is listed, q leaves the rest as it is.',
];

/** What is doubtful, one screen a passage; the lines as the person leaves them. */
export const reviewed = async (
  policy: Policy,
  lines: readonly PhrasingLine[],
  next: () => Promise<string>,
  io: Io,
): Promise<readonly PhrasingLine[]> => {
  const doubts = selfTest(lines);
  io.err(`${policy.head.id}: ${doubts.length} passages are doubtful.`);
  // At a pipe there is nobody to ask: everything is kept, and `policy phrase --check` names it again.
  if (!io.terminal) return lines;
  let left = lines;
  for (const [at, doubt] of doubts.entries()) {
    for (const line of screen(doubt, at + 1, doubts.length)) io.err(line);
    const answer = await next();
    if (answer === 'q') return left;
    if (answer === 'd') left = withoutDoubtful(left, doubt);
  }
  return left;
};
