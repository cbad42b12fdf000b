/** Sends files to one person. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { OutgoingFile } from './port.ts';

const openedChannel = z.object({ channel: z.object({ id: z.string() }) });
const uploadPlace = z.object({ file_id: z.string(), upload_url: z.string() });

const patienceMs = 30_000;

/** A person's id stands for the direct message with them. */
export const conversationWith = async (client: App['client'], to: string): Promise<string> =>
  /^[UW]/.test(to) ? openedChannel.parse(await client.conversations.open({ users: to })).channel.id : to;

/**
 * Sends a file in Slack's three steps: a place to put it, the bytes, and where it is shown. The client's own `filesUploadV2` is not
 * used because it names the alternative text `alt_text`, which Slack does not read.
 */
export const sendFile = async (
  client: App['client'],
  fetchUrl: typeof fetch,
  to: string,
  { name, title, content, alt, words }: OutgoingFile,
): Promise<void> => {
  const channel = await conversationWith(client, to);
  const place = uploadPlace.parse(
    await client.apiCall('files.getUploadURLExternal', {
      filename: name,
      length: content.byteLength,
      ...(alt === null ? {} : { alt_txt: alt }),
    }),
  );
  const answer = await fetchUrl(place.upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(content),
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!answer.ok) throw new Error(`the place for a file answered ${answer.status}`);
  await client.files.completeUploadExternal({
    files: [{ id: place.file_id, title }],
    channel_id: channel,
    initial_comment: words,
  });
};
