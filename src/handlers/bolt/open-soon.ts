import type { View } from '@slack/types';
import type { Message } from '../../views/blocks.ts';
import { notice, noticeView } from '../../views/notice.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Reply } from './interaction.ts';

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
  const finding = find();
  const first = await Promise.race([finding, deps.after(patienceMs).then(() => null)]);
  if (first === null) {
    const id = await reply.open(
      noticeView('One moment', notice('Looking in the register … this form fills in by itself.')),
    );
    const found = await finding;
    await deps.slack.updateView(
      { id },
      'view' in found ? found.view : noticeView('Privacy Assistant', found.instead),
    );
    return 'view' in found ? 'opened' : 'refused';
  }
  if ('instead' in first) {
    await reply.privately(first.instead);
    return 'refused';
  }
  await reply.open(first.view);
  return 'opened';
};
