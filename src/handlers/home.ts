import { homeView } from '../views/menu.ts';
import type { Feature, InteractionOutcome, Opened } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'homeOpened' | 'homeParts' | 'sections' | 'slack'>;

const prompts = [
  'Who can see client data?',
  'How long do we keep personal information?',
  'What do I do when somebody asks for their data?',
];

/** The Home tab as it is now, for one person. */
export const publishHome = async (
  deps: Pick<Dependencies, 'homeParts' | 'sections' | 'slack'>,
  user: string,
): Promise<void> => {
  const own = await Promise.all(deps.homeParts.map((part) => part(user)));
  await deps.slack.publishHome(user, homeView(deps.sections, own));
};

const opened =
  (deps: Takes) =>
  async ({ user, channel, tab }: Opened): Promise<InteractionOutcome> => {
    if (tab === 'messages') {
      await deps.slack.suggestPrompts(channel, prompts);
      return 'prompts';
    }
    deps.homeOpened(user);
    await publishHome(deps, user);
    return 'home';
  };

/** The Home tab and the first words of a conversation. */
export const home = (deps: Takes): Feature => ({ onOpened: opened(deps) });
