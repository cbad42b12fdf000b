import { aboutMeMessage } from '../views/feedback.ts';
import { askForm, askFormId, coverageView, menuMessage } from '../views/menu.ts';
import { loadingView, notice } from '../views/notice.ts';
import {
  answerForm,
  answerInForm,
  answerInThread,
  answerPrivately,
  patienceMs,
  unaskable,
} from './answers.ts';
import type { Addressed, Gesture, Outcome, Press, Submission, Typed } from './bolt/interaction.ts';
import { readable } from './bolt/typed-text.ts';
import type { Parts } from './dependencies.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The channel that a menu, form or Home tab was opened from; null where there is none to share to. */
const channelFrom = (given: string): string | null => (/^[CG]/.test(given) ? given : null);

export const showMenu =
  () =>
  async (typed: Typed): Promise<Outcome> => {
    await typed.privately(menuMessage(typed.channel));
    return 'menu';
  };

export const askTyped =
  (parts: Parts) =>
  (typed: Typed): Promise<Outcome> =>
    answerPrivately(parts, readable(typed.text), typed.channel, typed);

const pressedQuestion =
  (parts: Parts) =>
  (press: Press): Promise<Outcome> =>
    press.view === null
      ? answerPrivately(parts, press.value, press.channel ?? '', press)
      : answerInForm(parts, press.value, channelFrom(press.view.private_metadata), press);

const askFromHome =
  (parts: Parts) =>
  async (press: Press): Promise<Outcome> => {
    // Enter brings the text as the element's own value, the button only as the state of the tab.
    const typed = press.actionId === 'home_ask' ? press.value : '';
    const question = typed.trim() || text(press.fields['home_question']);
    if (question !== '') return answerInForm(parts, question, null, press);
    await press.open(askForm(null));
    return 'form';
  };

const sentQuestion =
  (parts: Parts) =>
  async (sent: Submission): Promise<Outcome> => {
    const question = text(sent.fields['question']);
    if (question === '' || unaskable(question) !== null) {
      await sent.reject({
        question: question === '' ? 'Please write a question.' : 'Please ask in one or two sentences.',
      });
      return 'refused';
    }
    const asked = parts.ask(question, sent.user);
    const first = await Promise.race([asked, parts.after(patienceMs).then(() => null)]);
    if (first === null) await sent.show(loadingView());
    const answer = await asked;
    const view = answerForm(parts, answer, question, channelFrom(sent.view.private_metadata));
    await (first === null ? parts.slack.updateView({ id: sent.view.id }, view) : sent.show(view));
    return answer.outcome;
  };

const greeting = () =>
  notice(
    'Ask me what our privacy policy says, for instance: who can see client data? Type `/privacy help` for everything I can do.',
  );

const addressed =
  (parts: Parts) =>
  async (message: Addressed): Promise<Outcome> => {
    const { channel, threadTs, user, sharedWithOthers } = message;
    const isDirect = channel.startsWith('D');
    if (!isDirect && (sharedWithOthers || (await parts.slack.sharedWithOthers(channel)))) {
      await parts.slack.whisper(
        { channel, threadTs, user },
        notice(
          'People of another company read this channel, so I do not quote our policy here. Ask me privately: type `/privacy` and your question.',
        ),
      );
      return 'pointed_to_private';
    }
    const question = readable(message.text);
    if (question !== '') return answerInThread(parts, question, message);
    await parts.slack.post({ channel, threadTs }, greeting());
    return 'greeting';
  };

const aboutMe =
  (parts: Parts) =>
  async (typed: Typed): Promise<Outcome> => {
    const held = await Promise.all(parts.holdings.map((holding) => holding(typed.user)));
    await typed.privately(aboutMeMessage(held.flat()));
    return 'about_me';
  };

/** Asking, in every place it can be done: the command, the menu, mentions, direct messages. One direct-message handler for both kinds of app (agent view and before). */
export const asking = (parts: Parts): Gesture => ({
  words: {
    help: { takes: null, handle: showMenu() },
    'about-me': { takes: null, handle: aboutMe(parts) },
  },
  presses: {
    menu_ask: async (press) => {
      await press.open(askForm(channelFrom(press.value)));
      return 'form';
    },
    menu_covers: async (press) => {
      await press.open(coverageView(parts.sections, channelFrom(press.value)));
      return 'covers';
    },
    ask_this: pressedQuestion(parts),
    home_ask: askFromHome(parts),
    home_ask_button: askFromHome(parts),
  },
  forms: { [askFormId]: sentQuestion(parts) },
  onDirectMessage: addressed(parts),
  onMention: addressed(parts),
});
