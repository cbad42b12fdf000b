/** Sharing an answer in its channel. */
import type { Citation } from '../knowledge/answer/answer.ts';
import { decodeRefs } from '../views/answers/citation-refs.ts';
import { sharedAnswer } from '../views/answers/further-quotes.ts';
import { notice } from '../views/notice.ts';
import type { Feature, InteractionOutcome, Press } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'policies' | 'postOnce' | 'slack' | 'verify'>;

export const changed = () =>
  notice(
    'The policy has changed since this answer was given, so I did not use its quotes. Please ask again.',
  );

/** The quotes a button stands for, checked against the policy file as it is now. */
const quotesOf = (deps: Takes, press: Press): readonly Citation[] | null => {
  const refs = decodeRefs(press.value);
  return refs === null ? null : deps.verify(refs);
};

const whyNotPosted = (code: string | null): string | null => {
  switch (code) {
    case 'not_in_channel':
    case 'channel_not_found':
      return 'I am not a member of this channel, so I cannot post here. Type `/invite @Privacy Assistant` in it, then press *Share in channel* again.';
    case 'is_archived':
      return 'This channel is archived, so nothing can be posted in it.';
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
      return 'Posting in this channel is restricted, so I could not share it here.';
    default:
      return null;
  }
};

const share =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const channel = press.channel ?? press.view?.private_metadata ?? '';
    if (!/^[CG]/.test(channel)) {
      await press.privately(
        notice(
          'There is no channel to share to from here. Ask with `/privacy` in the channel you want to share to.',
        ),
      );
      return 'no_channel';
    }
    const quotes = quotesOf(deps, press);
    if (quotes === null) {
      await press.privately(changed());
      return 'changed';
    }
    if (await deps.slack.sharedWithOthers(channel)) {
      await press.privately(
        notice('People of another company may read this channel, so I do not share the policy here.'),
      );
      return 'shared_channel';
    }
    const key = `share ${channel} ${press.messageTs ?? press.view?.id ?? press.value}`;
    try {
      const message = sharedAnswer(quotes, deps.policies, press.user);
      const came = await deps.postOnce(key, { channel, ...inThread(press) }, message);
      if (came !== 'posted') {
        await press.privately(
          notice(
            came === 'stands'
              ? 'This answer is already shared in the channel.'
              : 'This answer is just being shared. If it is not in the channel in two minutes, press *Share in channel* again.',
          ),
        );
        return came === 'stands' ? 'again' : 'perhaps';
      }
    } catch (error) {
      const why = whyNotPosted(deps.slack.errorCode(error));
      if (why === null) throw error;
      await press.privately(notice(why));
      return 'not_posted';
    }
    await press.privately(
      notice('Shared. Everybody in the channel can read the quotes now; your question was not shared.'),
    );
    return 'shared';
  };

const inThread = ({ threadTs }: Press) => (threadTs === null ? {} : { threadTs });

/** *Share in channel*: verified quotes only. */
export const sharing = (deps: Takes): Feature => ({
  presses: { share_answer: share(deps) },
});
