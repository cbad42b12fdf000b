/** What the bot holds about everybody who uses it. */
import { draftDays } from '../handlers/form-drafts.ts';
import { gapDays } from '../knowledge/answer/gap-line.ts';

/** Where several instances work together, each must find what another was told. */
const where = (shared: boolean): string => (shared ? 'in memory and sealed in our database' : 'in memory');

/** What the bot holds about everybody who uses it, as sentences for `/privacy about-me`. */
export const alwaysHeld = (modelOn: boolean, shared = false): readonly string[] => [
  ...(modelOn
    ? [
        `A language model finds the passages that answer a question. It gets your question with names and whatever else may identify somebody taken out, and the policy’s own sentences. What was sent for you last is kept ${where(shared)} for an hour: /privacy what-was-sent shows it.`,
      ]
    : []),
  `Your questions are not kept under your name. To pass one on to the privacy team I remember it ${where(shared)} for up to an hour, then it is gone.`,
  `Where the policy does not say, where you ask the privacy team or press Not helpful, I keep the subject, the day and the question with everything but ordinary words taken out, sealed and without your name, for ${gapDays} days: the privacy team sees from it what the policy should say.`,
  'A question that you pass on to the privacy team stands in their channel with your Slack id, until somebody deletes it there.',
  'While I answer a message it lies sealed where I keep my records, so that a crash does not lose it; when it is answered, its words are deleted. For a day I keep only its number, so that nothing is answered twice.',
  'What you begin to write in a letter of a case lies sealed there too, without your name, until the letter goes on its way or the case closes.',
  `What you begin to write in any other form lies sealed there under your Slack id, so that you can go on with it, until you send it: ${draftDays} days at most, or until the case closes.`,
  `When you press Helpful or Not helpful I keep the verdict, the reason, the day and your note with only ordinary words in it, without your name, for ${gapDays} days.`,
  'My log has your Slack id, what you did (for instance “asked”), how it ended and how long it took. Never what you wrote.',
];
