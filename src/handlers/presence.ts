/** Somebody says that they are away, or back: by the command, or in a message to the bot. */
import { saidOfPresence } from '../flows/cases/said-away.ts';
import type { Message } from '../views/blocks.ts';
import { awayMessage, backMessage } from '../views/reminders/away.ts';
import type { NoQuestion } from './ask.ts';
import type { Feature, InteractionOutcome, TypedCommand } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'presence'>;

type Told = { readonly message: Message; readonly outcome: InteractionOutcome };

const away = async ({ presence }: Takes, user: string, typed: string): Promise<Told> => {
  const went = await presence.away(user, typed);
  return { message: awayMessage(went), outcome: went.ok ? 'away' : 'refused' };
};

const back = async ({ presence }: Takes, user: string): Promise<Told> => ({
  message: backMessage(await presence.back(user)),
  outcome: 'back',
});

/** "I am on leave until 18 December" is no question for the policy. */
export const tellingPresence =
  (deps: Takes): NoQuestion =>
  async (text, user) => {
    switch (saidOfPresence(text)) {
      case 'away':
        return away(deps, user, text);
      case 'back':
        return back(deps, user);
      case null:
        return null;
    }
  };

const typed =
  (tell: (given: TypedCommand) => Promise<Told>) =>
  async (given: TypedCommand): Promise<InteractionOutcome> => {
    const { message, outcome } = await tell(given);
    await given.privately(message);
    return outcome;
  };

/** `/privacy away until 18 December` and `/privacy back`. */
export const presenceWords = (deps: Takes): Feature => ({
  words: {
    away: {
      takes:
        /\b(?:until|till?|from|for|to|today|tomorrow|week|month)\b|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day/i,
      handle: typed(({ user, text }) => away(deps, user, text)),
    },
    back: { takes: null, handle: typed(({ user }) => back(deps, user)) },
  },
});
