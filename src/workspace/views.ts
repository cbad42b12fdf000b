/** The stack of modals. */
import type { View } from '@slack/types';
import { publishTo, publishViews, shownView } from './changes.ts';
import { withIds } from './generated-ids.ts';
import { stateOf } from './state.ts';
import type { StoredView, World } from './world.ts';

const stored = (world: World, owner: string, view: View, under: StoredView | null): StoredView => {
  const id = world.nextId('V');
  const blocks = withIds(view.blocks, world.nextId);
  return {
    id,
    hash: newHash(world),
    view: { ...view, blocks },
    errors: {},
    trouble: null,
    state: stateOf(blocks),
    root: under?.root ?? id,
    previous: under?.id ?? null,
    owner,
  };
};

const newHash = (world: World): string =>
  `${Math.floor(world.clock().getTime() / 1_000)}.${world.nextId('h')}`;

/** Opens a modal: it becomes the whole stack of this person. */
export const openModal = (world: World, user: string, view: View): StoredView => {
  const opened = stored(world, user, view, null);
  world.views.set(user, [opened]);
  publishViews(world, user);
  return opened;
};

export const stackOf = (world: World, user: string): readonly StoredView[] => world.views.get(user) ?? [];

/** Puts a modal on top of this person's stack; whether there is room is the caller's question. */
export const pushModal = (world: World, user: string, view: View): StoredView => {
  const stack = stackOf(world, user);
  const pushed = stored(world, user, view, stack.at(-1) ?? null);
  world.views.set(user, [...stack, pushed]);
  publishViews(world, user);
  return pushed;
};

const put = (world: World, view: StoredView): StoredView => {
  if (view.view.type === 'home') {
    world.homes.set(view.owner, view);
    publishTo(world, view.owner, { type: 'home', home: shownView(view) });
    return view;
  }
  world.views.set(
    view.owner,
    stackOf(world, view.owner).map((other) => (other.id === view.id ? view : other)),
  );
  publishViews(world, view.owner);
  return view;
};

/** New content under the same id: a new hash, and what was typed stays where block_id and action_id stay. */
export const replaceView = (world: World, before: StoredView, view: View): StoredView => {
  const blocks = withIds(view.blocks, world.nextId);
  return put(world, {
    ...before,
    hash: newHash(world),
    view: { ...view, blocks },
    errors: {},
    trouble: null,
    state: stateOf(blocks, before.state),
  });
};

/** Notes on a view that are not new content: typed values, errors, the line about trouble. */
export const noteOnView = (
  world: World,
  view: StoredView,
  note: Partial<Pick<StoredView, 'errors' | 'trouble' | 'state'>>,
): StoredView => put(world, { ...view, ...note });

export const publishHome = (world: World, user: string, view: View): StoredView => {
  const before = world.homes.get(user);
  return before === undefined
    ? put(world, stored(world, user, view, null))
    : replaceView(world, before, view);
};

/** Closes the top, or the whole stack; answers what was closed, the top first. */
export const closeViews = (world: World, user: string, all: boolean): readonly StoredView[] => {
  const stack = stackOf(world, user);
  const closed = all ? stack.toReversed() : stack.slice(-1);
  world.views.set(user, all ? [] : stack.slice(0, -1));
  publishViews(world, user);
  return closed;
};

export const findView = (world: World, id: string): StoredView | undefined => {
  for (const stack of world.views.values()) {
    const found = stack.find((view) => view.id === id);
    if (found !== undefined) return found;
  }
  for (const home of world.homes.values()) if (home.id === id) return home;
  return undefined;
};

export const findByExternalId = (world: World, externalId: string): StoredView | undefined => {
  const all = [...[...world.views.values()].flat(), ...world.homes.values()];
  return all.find((view) => view.view.external_id === externalId);
};

/** The view as Slack puts it into payloads and answers. */
export const viewPayload = (world: World, view: StoredView): Readonly<Record<string, unknown>> => {
  const common = {
    id: view.id,
    team_id: world.team.id,
    app_id: world.app.id,
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
    hash: view.hash,
    root_view_id: view.root,
    previous_view_id: view.previous,
    state: { values: view.state },
    callback_id: '',
    private_metadata: '',
    external_id: '',
    title: null,
    submit: null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
  };
  return { ...common, ...view.view };
};

/** Takes one modal out of this person's stack, wherever it stands. */
export const removeView = (world: World, view: StoredView): void => {
  world.views.set(
    view.owner,
    stackOf(world, view.owner).filter((other) => other.id !== view.id),
  );
  publishViews(world, view.owner);
};
