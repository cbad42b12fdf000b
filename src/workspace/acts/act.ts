/** Everything a person can do on the page, as one checked value, and who does it. */
import { z } from 'zod';
import type { ActResult, WorkspaceAct } from '../contract.ts';
import type { World } from '../world.ts';
import { act, suggest } from './blocks.ts';
import { dismiss, messageShortcut, openDm, openHome, shortcut } from './elsewhere.ts';
import { close, submit } from './forms.ts';
import { refused } from './interact.ts';
import { say } from './say.ts';

const id = z.string().min(1).max(255);
const text = z.string().max(40_000);
const value = z.looseObject({ type: z.string() });
const state = z.record(z.string(), z.record(z.string(), value));
const place = z.union([z.object({ channel: id, ts: id }), z.object({ view: id })]);

/** An act as it comes over `/ui/act`. */
export const actSchema: z.ZodType<WorkspaceAct> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('say'), channel: id, text, threadTs: id.exactOptional() }),
  z.object({ type: z.literal('act'), place, blockId: id, actionId: id, action: value, state }),
  z.object({ type: z.literal('submit'), view: id, state }),
  z.object({ type: z.literal('close'), view: id, all: z.boolean() }),
  z.object({ type: z.literal('shortcut'), callbackId: id }),
  z.object({ type: z.literal('message_shortcut'), callbackId: id, channel: id, ts: id }),
  z.object({ type: z.literal('suggest'), place, blockId: id, actionId: id, value: text }),
  z.object({ type: z.literal('open_home'), tab: z.enum(['home', 'messages']) }),
  z.object({ type: z.literal('open_dm'), user: id }),
  z.object({ type: z.literal('dismiss'), channel: id, ts: id }),
]);

/** Does what a person does; every failure is an answer, none an exception. */
export const perform = async (world: World, user: string, given: WorkspaceAct): Promise<ActResult> => {
  const person = world.people.get(user);
  if (person === undefined || person.deleted || person.isBot) return refused('user_not_found');
  switch (given.type) {
    case 'say':
      return await say(world, person, given);
    case 'act':
      return await act(world, person, given);
    case 'submit':
      return await submit(world, person, given.view, given.state);
    case 'close':
      return await close(world, person, given.view, given.all);
    case 'shortcut':
      return await shortcut(world, person, given.callbackId);
    case 'message_shortcut':
      return await messageShortcut(world, person, given);
    case 'suggest':
      return await suggest(world, person, given);
    case 'open_home':
      return openHome(world, person, given.tab);
    case 'open_dm':
      return openDm(world, person, given.user);
    case 'dismiss':
      return dismiss(world, person, given.channel, given.ts);
  }
};
