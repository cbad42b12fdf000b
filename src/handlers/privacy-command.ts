import type { Feature, InteractionOutcome, TypedCommand } from './bolt/interaction.ts';
import { listeners } from './bolt/listeners.ts';

/**
 * `/privacy`: the first word decides, if what follows fits it ("cases" opens the list, "cases where we share data?" is a question);
 * everything else is a question, and nothing at all asks for help.
 */
export const privacyCommand =
  (
    gestures: readonly Feature[],
    help: (typed: TypedCommand) => Promise<InteractionOutcome>,
    question: (typed: TypedCommand) => Promise<InteractionOutcome>,
  ): ((typed: TypedCommand) => Promise<InteractionOutcome>) =>
  (typed) => {
    if (typed.text === '') return help(typed);
    const [first = '', ...others] = typed.text.split(/\s+/);
    const rest = others.join(' ');
    const word = listeners(gestures, ({ words }) => words).get(first.toLowerCase());
    if (word === undefined || (rest !== '' && !word.takes?.test(rest))) return question(typed);
    return word.handle({ ...typed, text: rest });
  };
