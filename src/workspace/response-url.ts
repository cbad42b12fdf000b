/** Answers to a response_url. */
import { limits } from '../blockkit/limits.ts';
import { inSlackWords, isObject } from '../blockkit/rule.ts';
import { areBlocks, checkMessage } from '../blockkit/validate.ts';
import { report } from './changes.ts';
import { withIds } from './generated-ids.ts';
import {
  edit,
  editEphemeral,
  findMessage,
  post,
  postEphemeral,
  remove,
  removeEphemeral,
} from './messages.ts';
import type { ResponseHook, World } from './world.ts';

export type ResponseUrlReply = { readonly status: number; readonly body: string };

const refuse = (
  world: World,
  status: number,
  error: string,
  details: readonly string[] = [],
): ResponseUrlReply => {
  report(world, 'response_url', error, details);
  return { status, body: JSON.stringify({ ok: false, error }) };
};

/** A message sent to a response_url (docs `/interactivity/handling-user-interaction#message_responses`). */
export const answerResponseUrl = (world: World, key: string, body: unknown): ResponseUrlReply => {
  const hook = world.hooks.get(key);
  if (hook === undefined) return refuse(world, 404, 'expired_url');
  if (world.ticks() - hook.at > limits.responseUrlMs) return refuse(world, 404, 'expired_url');
  if (hook.uses >= limits.responseUrlUses) return refuse(world, 404, 'used_url');
  world.hooks.set(key, { ...hook, uses: hook.uses + 1 });
  return respondTo(world, hook, body);
};

/** The same message as the body of an acknowledged command. */
export const respondTo = (world: World, hook: ResponseHook, given: unknown): ResponseUrlReply => {
  const body = typeof given === 'string' ? { text: given } : given;
  if (!isObject(body)) return refuse(world, 400, 'invalid_payload');
  if (body['delete_original'] === true) return deleteOriginal(world, hook);
  const found = checkMessage(body);
  if (found.length > 0) {
    const error = /^[a-z_]+$/.test(found[0]?.message ?? '') ? (found[0]?.message ?? '') : 'invalid_blocks';
    return refuse(world, 400, error, found.map(inSlackWords));
  }
  const given_blocks = body['blocks'] ?? [];
  const blocks = areBlocks(given_blocks, 'message') ? withIds(given_blocks, world.nextId) : [];
  const text = typeof body['text'] === 'string' ? body['text'] : '';
  if (body['replace_original'] === true) return replaceOriginal(world, hook, text, blocks);
  const channel = world.channels.get(hook.channel);
  if (channel === undefined) return refuse(world, 404, 'channel_not_found');
  const inChannel = body['response_type'] === 'in_channel';
  const threadTs =
    typeof body['thread_ts'] === 'string' ? body['thread_ts'] : inChannel ? null : hook.threadTs;
  const draft = { channel, user: world.app.botUser, botId: world.app.botId, text, blocks, threadTs };
  if (inChannel) post(world, draft);
  else postEphemeral(world, draft, hook.user);
  return { status: 200, body: 'ok' };
};

const replaceOriginal = (
  world: World,
  hook: ResponseHook,
  text: string,
  blocks: Parameters<typeof editEphemeral>[4],
): ResponseUrlReply => {
  if (hook.message === null)
    return refuse(world, 400, 'cant_update_message', ['a command has no original message']);
  if (hook.message.ephemeral) {
    const replaced = editEphemeral(world, hook.user, hook.message.ts, text, blocks);
    return replaced ? { status: 200, body: 'ok' } : refuse(world, 404, 'message_not_found');
  }
  const message = findMessage(world, hook.channel, hook.message.ts);
  if (message === undefined) return refuse(world, 404, 'message_not_found');
  if (message.botId === null) return refuse(world, 400, 'cant_update_message');
  edit(world, message, { text, blocks, edited: true });
  return { status: 200, body: 'ok' };
};

const deleteOriginal = (world: World, hook: ResponseHook): ResponseUrlReply => {
  if (hook.message === null) return refuse(world, 400, 'cant_delete_message');
  if (hook.message.ephemeral) {
    removeEphemeral(world, hook.user, hook.channel, hook.message.ts);
    return { status: 200, body: 'ok' };
  }
  const message = findMessage(world, hook.channel, hook.message.ts);
  if (message === undefined) return refuse(world, 404, 'message_not_found');
  remove(world, message);
  return { status: 200, body: 'ok' };
};
