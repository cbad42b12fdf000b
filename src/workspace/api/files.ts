/** The file methods. */
import { codePoints, type Json } from '../../blockkit/rule.ts';
import { sharedFile } from '../memory.ts';
import { post } from '../messages.ts';
import type { World } from '../world.ts';
import { ApiError, badArguments, type Method, need, objectsIn, optional, writableChannel } from './call.ts';
import { threadOf } from './chat.ts';

const uploadUrl = (world: World, args: Json): Json => {
  const name = need(args, 'filename');
  const length = Number(optional(args, 'length'));
  if (!Number.isInteger(length) || length <= 0)
    throw badArguments('must provide a length above zero [json-pointer:/length]');
  const alt = optional(args, 'alt_txt') ?? '';
  if (codePoints(alt) > 1_000)
    throw badArguments('must be less than 1001 characters [json-pointer:/alt_txt]');
  const id = world.nextId('F');
  world.files.set(id, { id, name, length, bytes: null, alt, channel: null });
  return { file_id: id, upload_url: `${world.url}files/upload/${id}` };
};

/** What Slack shows as a picture in a block or a message. */
const pictures = /\.(png|jpe?g|gif|webp)$/i;

/** Shares uploaded files: a message that carries them. */
const complete = (world: World, args: Json): Json => {
  const wanted = objectsIn(args['files']).map((file) => ({
    id: need(file, 'id'),
    title: optional(file, 'title'),
  }));
  if (wanted.length === 0) throw badArguments('missing required field: files');
  const files = wanted.map(({ id, title }) => {
    const file = world.files.get(id);
    if (file === undefined || file.bytes === null) throw new ApiError('file_not_found');
    return { file, title: title ?? file.name };
  });
  const given = optional(args, 'channel_id');
  if (given !== null) {
    const channel = writableChannel(world, given);
    for (const { file } of files) {
      const shared = { ...file, channel: channel.id };
      world.files.set(file.id, shared);
      for (const entry of sharedFile(shared)) world.memory(entry);
    }
    post(world, {
      channel,
      user: world.app.botUser,
      botId: world.app.botId,
      text: optional(args, 'initial_comment') ?? '',
      blocks: [],
      files: files.map(({ file, title }) => ({
        id: file.id,
        name: file.name,
        title,
        url: `${world.url}files/${file.id}/${encodeURIComponent(file.name)}`,
        alt: pictures.test(file.name) ? file.alt || title : null,
      })),
      threadTs: threadOf(world, channel.id, args),
    });
  }
  return {
    files: files.map(({ file, title }) => ({
      id: file.id,
      title,
      name: file.name,
      size: file.bytes?.length ?? 0,
    })),
  };
};

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': { scopes: ['files:write'], token: 'bot', run: uploadUrl },
  'files.completeUploadExternal': { scopes: ['files:write'], token: 'bot', run: complete },
};
