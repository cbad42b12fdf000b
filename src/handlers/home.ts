import { homeView } from '../views/menu.ts';
import type { Gesture, Opened, Outcome } from './bolt/interaction.ts';
import type { Parts } from './dependencies.ts';

const prompts = [
  'Who can see client data?',
  'How long do we keep personal information?',
  'What do I do when somebody asks for their data?',
];

/** The Home tab as it is now, for one person. */
export const publishHome = async (parts: Omit<Parts, 'homeOpened'>, user: string): Promise<void> => {
  const own = await Promise.all(parts.homeParts.map((part) => part(user)));
  await parts.slack.publishHome(user, homeView(parts.sections, own));
};

const opened =
  (parts: Parts) =>
  async ({ user, channel, tab }: Opened): Promise<Outcome> => {
    if (tab === 'messages') {
      await parts.slack.suggestPrompts(channel, prompts);
      return 'prompts';
    }
    parts.homeOpened(user);
    await publishHome(parts, user);
    return 'home';
  };

/** The Home tab and the first words of a conversation. */
export const home = (parts: Parts): Gesture => ({ onOpened: opened(parts) });
