/** `/privacy gaps`, for the privacy team. */
import { gapsView } from '../views/answers/gaps.ts';
import { notice } from '../views/notice.ts';
import { teamRefusal } from './ask-team.ts';
import type { Feature, InteractionOutcome, Reply } from './bolt/interaction.ts';
import { type Opening, openSoon } from './bolt/open-soon.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'gapReport' | 'privacyTeam' | 'slack'>;

const openGaps =
  (deps: Takes) =>
  (reply: Reply & { readonly user: string }): Promise<InteractionOutcome> =>
    openSoon(deps, reply, async (): Promise<Opening> => {
      const refusal = teamRefusal(await deps.privacyTeam(reply.user));
      return refusal === null ? { view: gapsView(await deps.gapReport()) } : { instead: notice(refusal) };
    });

/** `/privacy gaps`: where the policy leaves people without an answer. */
export const showingGaps = (deps: Takes): Feature => ({
  words: { gaps: { takes: null, handle: openGaps(deps) } },
  presses: { menu_gaps: openGaps(deps) },
});
