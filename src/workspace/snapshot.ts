/** The whole workspace as one person sees it. */
import { canSee, shownMessage, shownView } from './changes.ts';
import type { Snapshot } from './contract.ts';
import { travelState } from './travel.ts';
import type { World } from './world.ts';

/** Everything this person sees, oldest message first. */
export const snapshotFor = (world: World, user: string): Snapshot => {
  const channels = [...world.channels.values()].filter((channel) => canSee(channel, user));
  const home = world.homes.get(user);
  const agent = world.manifest.features.agent_view ?? world.manifest.features.assistant_view;
  const messages = [
    ...channels.flatMap((channel) => world.messages.get(channel.id) ?? []),
    ...(world.ephemerals.get(user) ?? []),
  ];
  return {
    me: user,
    app: {
      id: world.app.id,
      name: world.app.name,
      botUser: world.app.botUser,
      connected: world.link.connections() > 0,
    },
    now: world.clock().toISOString(),
    travel: travelState(world),
    people: [...world.people.values()],
    channels,
    messages: messages.map(shownMessage).sort((a, b) => Number(a.ts) - Number(b.ts)),
    views: (world.views.get(user) ?? []).map(shownView),
    home: home === undefined ? null : shownView(home),
    commands: world.manifest.features.slash_commands.map((command) => ({
      command: command.command,
      description: command.description,
      usageHint: command.usage_hint,
    })),
    shortcuts: world.manifest.features.shortcuts.map((shortcut) => ({
      type: shortcut.type,
      name: shortcut.name,
      callbackId: shortcut.callback_id,
      description: shortcut.description,
    })),
    suggestedPrompts: world.prompts.get(user) ?? agent?.suggested_prompts ?? [],
    problems: world.problems,
  };
};
