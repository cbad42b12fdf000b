import { gapsView } from '../views/gaps.ts';
import { notice } from '../views/notice.ts';
import { teamRefusal } from './ask-team.ts';
import type { Gesture, Outcome, Reply } from './bolt/interaction.ts';
import { type Opening, openSoon } from './bolt/open-soon.ts';
import type { Parts } from './dependencies.ts';

const openGaps =
  (parts: Parts) =>
  (reply: Reply & { readonly user: string }): Promise<Outcome> =>
    openSoon(parts, reply, async (): Promise<Opening> => {
      const refusal = teamRefusal(await parts.privacyTeam(reply.user));
      return refusal === null ? { view: gapsView(await parts.gapReport()) } : { instead: notice(refusal) };
    });

/** `/privacy gaps`: where the policy leaves people without an answer. */
export const showingGaps = (parts: Parts): Gesture => ({
  words: { gaps: { takes: null, handle: openGaps(parts) } },
  presses: { menu_gaps: openGaps(parts) },
});
