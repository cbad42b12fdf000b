/** The prompt by which any assistant, or a person, writes the questions that staff ask of each passage. */
import { VOICES } from '../policy/phrasing-voices.ts';
import type { Policy, Unit } from '../policy/policy.ts';
import { answeringUnits } from '../rank/unit-fields.ts';

/**
 * So many questions of each kind are asked for. Measured on three companies: half the questions of a passage cost 4 to 8 of a hundred right answers;
 * of what is unanswerable, none, one and three near misses of a passage let 38, 20 and 12 of a hundred through.
 */
export const ASKS = 12;
const NOTS = 6;
const SILENT = 120;

/** A sentence that only introduces a list is asked about at its points. */
const isAskable = ({ text }: Unit): boolean => !/:\W*$/u.test(text);

/** The passages of a policy for which questions are wanted, in order. */
export const unitsToPhrase = (policy: Policy): readonly Unit[] => answeringUnits(policy).filter(isAskable);

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const passage = ({ text, section, leadIn, header }: Unit): string =>
  JSON.stringify({
    quote: oneLine(text),
    section,
    ...(leadIn === null ? {} : { after: oneLine(leadIn.text) }),
    ...(header === null ? {} : { columns: oneLine(header.text) }),
  });

const instructions = (
  title: string,
  controller: string,
  asks: number,
): string => `You write test questions for a bot that answers the staff of ${
  controller === 'not stated' ? 'a company' : controller
} from "${title}", word for word.
Below stand the passages of that policy, one JSON object a line. For EVERY passage write one line of JSON, and nothing else:
{"quote":"the words of the passage, copied exactly from its \\"quote\\"","asks":["…"],"not":["…"]}
- asks: ${asks} questions that a colleague would type and that this passage answers, in all these voices alike:
${VOICES.map((voice) => `  - ${voice.replace('the unit', 'the passage')}`).join('\n')}
  Different people; staff do not know the policy's words: mostly use others.
- not: ${NOTS} questions that look as if the passage answered them, but the detail they ask for stands nowhere in the policy. Each for another
  detail: who signs or whose name, how many, which company or product, where, by when or how often, which form, what happens if not.
  In the same voices as asks, as long as they are. These tell most of what the policy does not say: leave none out.
After the last passage write lines {"quote":null,"asks":["…"]} with at least ${SILENT} questions about privacy at such a company on which the
policy is wholly silent, in the same voices.
No names of real people, no numbering, no code fence. Each question in full, none made by filling a pattern. If you have to stop, go on
where you stopped when asked to.`;

/** The whole prompt for one policy, for so many questions a passage; `done` are quotes that have them already and are left out. */
export const phrasePrompt = (policy: Policy, done: ReadonlySet<string>, asks = ASKS): string =>
  [
    instructions(policy.head.title, policy.head.controller, asks),
    '',
    ...unitsToPhrase(policy)
      .filter(({ text }) => !done.has(oneLine(text)))
      .map(passage),
  ].join('\n');
