import { homeView } from '../views/menu.ts';
import type { Feature, InteractionOutcome, Opened } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';

/** The Home tab as it is now, for one person. */
export const publishHome = async (deps: Omit<Dependencies, 'homeOpened'>, user: string): Promise<void> => {
  const own = await Promise.all(deps.homeParts.map((part) => part(user)));
  await deps.slack.publishHome(user, homeView(deps.sections, own, deps.examples[0]));
};

const opened =
  (deps: Dependencies) =>
  async ({ user, channel, tab }: Opened): Promise<InteractionOutcome> => {
    if (tab === 'messages') {
      await deps.slack.suggestPrompts(channel, deps.examples);
      return 'prompts';
    }
    deps.homeOpened(user);
    await publishHome(deps, user);
    return 'home';
  };

/** The Home tab and the first words of a conversation. */
export const home = (deps: Dependencies): Feature => ({ onOpened: opened(deps) });
