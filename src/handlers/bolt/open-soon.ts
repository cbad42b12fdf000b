/** Opens a form whose content takes a moment. */
import type { View } from '@slack/types';
import type { Message } from '../../views/blocks.ts';
import { notice, noticeView } from '../../views/notice.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Reply } from './interaction.ts';
import { signFirst } from './sign-first.ts';

/** Either a form to open, or a private word instead of it. */
export type Opening = { readonly view: View } | { readonly instead: Message };

/** A trigger lives three seconds; a look-up that takes longer than this gets a form that fills in by itself. */
const patienceMs = 1_200;

/** Opens what `find` finds; when that takes its time (Slack is asked who is in a user group), a waiting form opens first. */
export const openSoon = async (
  deps: Pick<Dependencies, 'after' | 'slack'>,
  reply: Reply,
  find: () => Promise<Opening>,
): Promise<'opened' | 'refused'> => {
  const { result: found, signed: id } = await signFirst(deps, patienceMs, find(), () =>
    reply.open(noticeView('One moment', notice('Looking in the register … this form fills in by itself.'))),
  );
  if (id !== null)
    await deps.slack.updateView(
      { id },
      'view' in found ? found.view : noticeView('Privacy Assistant', found.instead),
    );
  else if ('view' in found) await reply.open(found.view);
  else await reply.privately(found.instead);
  return 'view' in found ? 'opened' : 'refused';
};
