/** A private word to the one person who did something, by the ways that are still open. */

import type { RespondArguments } from '@slack/bolt';
import type { Message } from '../../views/blocks.ts';
import type { Dependencies } from '../dependencies.ts';

/** Replying needs the way out to Slack, and less of it in some places than in others. */
export type Out<K extends keyof Dependencies['slack']> = { readonly slack: Pick<Dependencies['slack'], K> };

type Private = Out<'whisper' | 'post' | 'errorCode'>;

export type Answering = Private & Out<'respond'>;

/** Whose it is, where several instances answer. */
export type Shared = { readonly answering: Pick<Dependencies['answering'], 'mine'> };

export type Forms = Private & Out<'openView' | 'pushView' | 'updateView'>;

export const ephemeral = (message: Message): RespondArguments => ({
  response_type: 'ephemeral',
  replace_original: false,
  text: message.text,
  blocks: [...message.blocks],
});

/** A private word to somebody without a response_url: where they are, or else as a direct message. */
export const whisperOrDirect = async (
  deps: Private,
  user: string,
  channel: string | null,
  message: Message,
): Promise<void> => {
  if (channel !== null && !channel.startsWith('D')) {
    try {
      return await deps.slack.whisper({ channel, user }, message);
    } catch (error) {
      // Slack said no (not a member there, …): the direct message always works.
      if (deps.slack.errorCode(error) === null) throw error;
    }
  }
  await deps.slack.post({ channel: user }, message);
};

/** A response_url lives half an hour and five answers; after that the word goes another way. */
export const respondOrWhisper = async (
  deps: Answering,
  url: string,
  user: string,
  channel: string | null,
  message: Message,
): Promise<void> => {
  try {
    await deps.slack.respond(url, message);
  } catch (error) {
    if (deps.slack.errorCode(error)?.startsWith('response_url_') !== true) throw error;
    await whisperOrDirect(deps, user, channel, message);
  }
};
