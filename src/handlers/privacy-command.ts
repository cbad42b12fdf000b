/** `/privacy` and what may follow it: a command, a question, or a command with a slip of the finger, which is offered. */
import { didYouMeanCommand } from '../views/menu.ts';
import type { Feature, InteractionOutcome, Press, TypedCommand } from './bolt/interaction.ts';
import { listeners } from './bolt/listeners.ts';
import { nearestWord } from './bolt/nearest-word.ts';

type Typed = (typed: TypedCommand) => Promise<InteractionOutcome>;

const parted = (text: string): { readonly first: string; readonly rest: string } => {
  const [first = '', ...others] = text.split(/\s+/);
  return { first: first.toLowerCase(), rest: others.join(' ') };
};

/**
 * The first word decides, if what follows fits it ("cases" opens the list, "cases where we share data?" is a question);
 * everything else is a question, and nothing at all asks for help. "reqest" is offered as the command, and runs when pressed.
 */
export const privacyCommand = (features: readonly Feature[], help: Typed, question: Typed): Feature => {
  const words = listeners(features, ({ words: own }) => own);
  const wordFor = (first: string, rest: string) => {
    const word = words.get(first);
    return word !== undefined && (rest === '' || word.takes?.test(rest) === true) ? word : undefined;
  };
  const typed: Typed = async (given) => {
    if (given.text === '') return help(given);
    const { first, rest } = parted(given.text);
    const word = wordFor(first, rest);
    if (word !== undefined) return word.handle({ ...given, text: rest });
    const meant = nearestWord(first, [...words.keys()]);
    if (meant === null || words.has(first) || wordFor(meant, rest) === undefined) return question(given);
    await given.privately(didYouMeanCommand(`${meant} ${rest}`.trim(), given.text));
    return 'offered_command';
  };
  const pressed = async (press: Press): Promise<InteractionOutcome> => {
    const { first, rest } = parted(press.value);
    const word = wordFor(first, rest);
    if (word === undefined) return 'unknown';
    const { user, mine, privately, open } = press;
    // A press was acknowledged when it came.
    const hear = async (): Promise<void> => {};
    return word.handle({ user, mine, privately, open, hear, channel: press.channel ?? '', text: rest });
  };
  return { commands: { '/privacy': typed }, presses: { run_command: pressed } };
};
