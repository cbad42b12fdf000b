/** Asking: the command, the menu, mentions and direct messages. */
import type { SmallTalk } from '../flows/ask/conversation.ts';
import { aboutMeMessage } from '../views/answers/feedback.ts';
import { escaped, type Message } from '../views/blocks.ts';
import { askForm, askFormId, coverageView, menuMessage } from '../views/menu.ts';
import { loadingView, notice } from '../views/notice.ts';
import {
  answerForm,
  answerInForm,
  answerInThread,
  answerPrivately,
  askTitled,
  signAfterMs,
  unaskable,
} from './answers.ts';
import type {
  Addressed,
  Feature,
  InteractionOutcome,
  Press,
  Submission,
  TypedCommand,
} from './bolt/interaction.ts';
import { signFirst } from './bolt/sign-first.ts';
import { readable, text } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';
import { keptIfHeard } from './form-drafts.ts';
import { forgetQuestion, homeQuestion, keepQuestion } from './home-draft.ts';
import { worksCases } from './works-cases.ts';

/** What this feature uses of the whole. */
type Takes = Pick<
  Dependencies,
  | 'after'
  | 'ask'
  | 'clock'
  | 'contact'
  | 'conversation'
  | 'drafts'
  | 'examples'
  | 'holdings'
  | 'looking'
  | 'namingNobody'
  | 'policies'
  | 'questions'
  | 'sections'
  | 'slack'
> &
  Parameters<typeof worksCases>[0];

/** What somebody writes that is meant for the bot and is no question for the policy; null where it is none of it. */
export type NoQuestion = (
  text: string,
  user: string,
) => Promise<{ readonly message: Message; readonly outcome: InteractionOutcome } | null>;

const firstOf = async (all: readonly NoQuestion[], text: string, user: string) => {
  for (const one of all) {
    const found = await one(text, user);
    if (found !== null) return found;
  }
  return null;
};

/** The channel that a menu, form or Home tab was opened from; null where there is none to share to. */
const channelFrom = (given: string): string | null => (/^[CG]/.test(given) ? given : null);

export const showMenu =
  (deps: Pick<Dependencies, 'examples'> & Parameters<typeof worksCases>[0]) =>
  async (typed: TypedCommand): Promise<InteractionOutcome> => {
    await typed.privately(
      menuMessage(typed.channel, deps.examples[0], { team: await worksCases(deps, typed.user) }),
    );
    return 'menu';
  };

export const askTyped =
  (deps: Takes, noQuestions: readonly NoQuestion[] = []) =>
  async (typed: TypedCommand): Promise<InteractionOutcome> => {
    await typed.hear();
    const question = readable(typed.text);
    const said = await firstOf(noQuestions, question, typed.user);
    if (said !== null) {
      await typed.privately(said.message);
      return said.outcome;
    }
    const heard = await deps.conversation.hear(question, null);
    if (heard.kind === 'question') return answerPrivately(deps, question, typed.channel, typed);
    await typed.privately(pleasantry(heard.talk, deps.examples[0]));
    return 'small_talk';
  };

const pressedQuestion =
  (deps: Takes) =>
  (press: Press): Promise<InteractionOutcome> =>
    press.view === null
      ? answerPrivately(deps, press.value, press.channel ?? '', press)
      : answerInForm(deps, press.value, channelFrom(press.view.private_metadata), press);

const askFromHome =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    // Enter brings the text as the element's own value, the button only as the state of the tab.
    const typed = press.actionId === 'home_ask' ? press.value : '';
    const question = typed.trim() || homeQuestion(press);
    if (question !== '') {
      const kept = keepQuestion(deps, press.user, question);
      const outcome = await answerInForm(deps, question, null, press);
      await kept;
      if (outcome !== 'too_long') await forgetQuestion(deps, press.user);
      return outcome;
    }
    await forgetQuestion(deps, press.user);
    await press.open(await keptIfHeard(deps, press.user, askForm(null, deps.examples[0])));
    return 'form';
  };

const sentQuestion =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const question = text(sent.fields['question']);
    if (question === '' || unaskable(question) !== null) {
      await sent.reject({
        question: question === '' ? 'Please write a question.' : 'Please ask in one or two sentences.',
      });
      return 'refused';
    }
    const { result: titled } = await signFirst(
      deps,
      signAfterMs(deps),
      askTitled(deps, question, sent.user),
      () => sent.show(loadingView(deps.looking)),
    );
    const [answer] = titled;
    // Shown again after a sign, a form is redrawn by its id.
    await sent.show(answerForm(deps, titled, question, channelFrom(sent.view.private_metadata)));
    return answer.outcome;
  };

const greeting = (example: string) =>
  notice(
    `Ask me what our privacy policy says, for instance: “${escaped(example)}” Type \`/privacy help\` for everything I can do.`,
  );

/** A word for a word: thanks are no question for the policy, and no occasion to explain it. */
const pleasantry = (talk: SmallTalk, example: string): Message => {
  switch (talk) {
    case 'thanks':
      return notice('You’re welcome.');
    case 'goodbye':
      return notice('Bye for now.');
    case 'greeting':
      return greeting(example);
  }
};

const addressed =
  (deps: Takes, noQuestions: readonly NoQuestion[]) =>
  async (message: Addressed): Promise<InteractionOutcome> => {
    const { channel, threadTs, user, sharedWithOthers } = message;
    const isDirect = channel.startsWith('D');
    if (!isDirect && (sharedWithOthers || (await deps.slack.sharedWithOthers(channel)))) {
      await deps.slack.whisper(
        { channel, threadTs, user },
        notice(
          'People of another company read this channel, so I do not quote our policy here. Ask me privately: type `/privacy` and your question.',
        ),
      );
      return 'pointed_to_private';
    }
    const question = readable(message.text);
    if (question === '') {
      await message.answer(greeting(deps.examples[0]));
      return 'greeting';
    }
    const said = await firstOf(noQuestions, question, user);
    if (said !== null) {
      // In a channel it is for whoever wrote alone.
      if (isDirect) await message.answer(said.message);
      else await deps.slack.whisper({ channel, threadTs, user }, said.message);
      return said.outcome;
    }
    const heard = await deps.conversation.hear(question, message);
    if (heard.kind === 'question') return answerInThread(deps, question, heard, message);
    await message.answer(pleasantry(heard.talk, deps.examples[0]));
    return 'small_talk';
  };

const aboutMe =
  (deps: Takes) =>
  async (typed: TypedCommand): Promise<InteractionOutcome> => {
    const held = await Promise.all(deps.holdings.map((holding) => holding(typed.user)));
    await typed.privately(aboutMeMessage(held.flat()));
    return 'about_me';
  };

/** Asking, in every place it can be done: the command, the menu, mentions, direct messages. One direct-message handler for both kinds of app (agent view and before). */
export const asking = (deps: Takes, noQuestions: readonly NoQuestion[] = []): Feature => ({
  words: {
    help: { takes: null, handle: showMenu(deps) },
    'about-me': { takes: null, handle: aboutMe(deps) },
  },
  presses: {
    menu_ask: async (press) => {
      await press.open(
        await keptIfHeard(deps, press.user, askForm(channelFrom(press.value), deps.examples[0])),
      );
      return 'form';
    },
    menu_covers: async (press) => {
      await press.open(coverageView(deps.sections, channelFrom(press.value)));
      return 'covers';
    },
    ask_this: pressedQuestion(deps),
    home_ask: askFromHome(deps),
    home_ask_button: askFromHome(deps),
  },
  forms: { [askFormId]: sentQuestion(deps) },
  onDirectMessage: addressed(deps, noQuestions),
  onMention: addressed(deps, noQuestions),
});
