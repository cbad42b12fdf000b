/** The views methods. */
import type { View } from '@slack/types';
import { limits } from '../../blockkit/limits.ts';
import type { Json } from '../../blockkit/rule.ts';
import { useTrigger } from '../triggers.ts';
import {
  findByExternalId,
  findView,
  openModal,
  publishHome,
  pushModal,
  replaceView,
  stackOf,
  viewPayload,
} from '../views.ts';
import type { StoredView, World } from '../world.ts';
import { ApiError, badArguments, type Method, need, optional, personOf, viewArgument } from './call.ts';

const trigger = (world: World, args: Json) => {
  const used = useTrigger(world, need(args, 'trigger_id'));
  if (!used.ok) throw new ApiError(used.error);
  return used;
};

const refuseTaken = (world: World, view: View, own: StoredView | null): void => {
  if (view.external_id === undefined || view.external_id === '') return;
  const other = findByExternalId(world, view.external_id);
  if (other !== undefined && other.id !== own?.id) throw new ApiError('duplicate_external_id');
};

const answer = (world: World, view: StoredView): Json => ({ view: viewPayload(world, view) });

const open = (world: World, args: Json): Json => {
  const view = viewArgument(args, 'modal');
  refuseTaken(world, view, null);
  return answer(world, openModal(world, trigger(world, args).user, view));
};

/** Pushing needs a trigger from the view that is on top now. */
const push = (world: World, args: Json): Json => {
  const view = viewArgument(args, 'modal');
  refuseTaken(world, view, null);
  const { user, view: from } = trigger(world, args);
  const stack = stackOf(world, user);
  if (from === null || stack.at(-1)?.id !== from) throw new ApiError('invalid_trigger_id');
  if (stack.length >= limits.viewStack) throw new ApiError('push_limit_reached');
  return answer(world, pushModal(world, user, view));
};

const checkHash = (given: string | null, view: StoredView | undefined): void => {
  if (given !== null && view !== undefined && given !== view.hash) throw new ApiError('hash_conflict');
};

const update = (world: World, args: Json): Json => {
  const id = optional(args, 'view_id');
  const externalId = optional(args, 'external_id');
  if ((id === null) === (externalId === null))
    throw badArguments('must define either `view_id` or `external_id`');
  const before = id === null ? findByExternalId(world, externalId ?? '') : findView(world, id);
  if (before === undefined) throw new ApiError('not_found');
  const view = viewArgument(args, before.view.type);
  checkHash(optional(args, 'hash'), before);
  refuseTaken(world, view, before);
  return answer(world, replaceView(world, before, view));
};

const publish = (world: World, args: Json): Json => {
  if (!world.manifest.features.app_home.home_tab_enabled) throw new ApiError('not_enabled');
  const user = personOf(world, need(args, 'user_id'));
  const view = viewArgument(args, 'home');
  checkHash(optional(args, 'hash'), world.homes.get(user.id));
  return answer(world, publishHome(world, user.id, view));
};

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': { scopes: [], token: 'bot', run: open },
  'views.push': { scopes: [], token: 'bot', run: push },
  'views.update': { scopes: [], token: 'bot', run: update },
  'views.publish': { scopes: [], token: 'bot', run: publish },
};
