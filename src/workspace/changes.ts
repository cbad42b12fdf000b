/** What has changed, told to whoever may see it. */
import type { Change, Channel, ContractProblem, OpenView, WorkspaceMessage } from './contract.ts';
import type { StoredMessage, StoredView, World } from './world.ts';

/** A listener under this name hears all changes, whoever they are for: tests and the log. */
export const everything = '*';

/** Tells everybody who listens and may see it. */
export const publish = (
  world: World,
  change: Change,
  maySee: (user: string) => boolean = () => true,
): void => {
  for (const listener of world.listeners)
    if (listener.user === everything || maySee(listener.user)) listener.hear(change);
};

export const publishTo = (world: World, user: string, change: Change): void =>
  publish(world, change, (other) => other === user);

export const canSee = (channel: Channel, user: string): boolean =>
  channel.kind === 'public' || channel.members.includes(user);

export const publishIn = (world: World, channel: Channel, change: Change): void =>
  publish(world, change, (user) => canSee(channel, user));

const kept = 200;

/** A rule of Slack that was broken: kept for the inspector and shown at once. */
export const report = (
  world: World,
  method: string,
  error: string,
  details: readonly string[] = [],
): void => {
  const problem: ContractProblem = { at: world.clock().toISOString(), method, error, details };
  world.problems.push(problem);
  if (world.problems.length > kept) world.problems.shift();
  publish(world, { type: 'problem', problem });
};

/** What the page is shown of a stored message or view. */
export const shownMessage = (message: StoredMessage): WorkspaceMessage => {
  const { botId: _bot, metadata: _metadata, streaming: _streaming, ...shown } = message;
  return shown;
};
export const shownView = (view: StoredView): OpenView => ({
  id: view.id,
  hash: view.hash,
  view: view.view,
  errors: view.errors,
  trouble: view.trouble,
  state: view.state,
});

export const publishViews = (world: World, user: string): void =>
  publishTo(world, user, { type: 'views', views: (world.views.get(user) ?? []).map(shownView) });
