/** The Home tab and the first words of a conversation. */
import { homeView } from '../views/menu.ts';
import type { Feature, InteractionOutcome, OpenedTab } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';
import { questionBegun } from './home-draft.ts';
import { worksCases } from './works-cases.ts';

/** What this feature uses of the whole. */
type Takes = Pick<
  Dependencies,
  'after' | 'cases' | 'drafts' | 'examples' | 'homeOpened' | 'homeParts' | 'sections' | 'slack'
>;

/** The Home tab as it is now, for one person. */
export const publishHome = async (
  deps: Pick<Dependencies, 'after' | 'cases' | 'drafts' | 'examples' | 'homeParts' | 'sections' | 'slack'>,
  user: string,
): Promise<void> => {
  const [begun, team, ...own] = await Promise.all([
    questionBegun(deps, user),
    worksCases(deps, user),
    ...deps.homeParts.map((part) => part(user)),
  ]);
  await deps.slack.publishHome(user, homeView(deps.sections, own, deps.examples[0], begun, { team }));
};

const opened =
  (deps: Takes) =>
  async ({ user, channel, tab }: OpenedTab): Promise<InteractionOutcome> => {
    if (tab === 'messages') {
      await deps.slack.suggestPrompts(channel, deps.examples);
      return 'prompts';
    }
    deps.homeOpened(user);
    await publishHome(deps, user);
    return 'home';
  };

/** The Home tab and the first words of a conversation. */
export const home = (deps: Takes): Feature => ({ onOpened: opened(deps) });
