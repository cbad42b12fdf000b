/** The list of people, channels and the app on the left. */
import type { JSX } from 'preact';
import type { Channel, Person } from '../contract.ts';
import { Avatar } from './avatar.tsx';
import { displayName, type PageSpot, useDesk } from './desk.ts';
import { HashIcon, LockIcon } from './icons.tsx';
import { onEscape } from './kept-focus.ts';

/** Who one is, and where one can go. */
export const Sidebar = ({
  spot,
  open,
  onPerson,
  onClose,
}: {
  readonly spot: PageSpot;
  /** On a narrow screen it is a drawer. */
  readonly open: boolean;
  readonly onPerson: (id: string) => void;
  readonly onClose: () => void;
}): JSX.Element => {
  const { state, me } = useDesk();
  const { channels, people, app } = state.snapshot;
  const staff = people.filter((one) => !one.isBot && !one.deleted);
  const others = staff.filter((one) => one.id !== me.id);
  return (
    <nav
      class={`sidebar ${open ? 'is-open' : ''}`}
      aria-label="Workspace"
      onKeyDown={open ? onEscape(onClose) : undefined}
    >
      <h1 class="workspace-name">Local workspace</h1>
      <section class="people" aria-label="Who you are">
        <h2>You are</h2>
        {staff.map((one) => (
          <button
            type="button"
            key={one.id}
            class="person"
            aria-pressed={one.id === me.id}
            onClick={() => onPerson(one.id)}
          >
            <Avatar person={one} size="medium" />
            <span>
              <b>{one.realName}</b>
              <small>{one.title}</small>
            </span>
          </button>
        ))}
      </section>
      <div class="places">
        <h2>Channels</h2>
        {channels
          .filter((one) => one.kind !== 'dm')
          .sort((a, b) => a.name.localeCompare(b.name))
          .map((one) => (
            <ChannelLink key={one.id} channel={one} current={spot.kind === 'channel' && spot.id === one.id} />
          ))}
        <h2>Direct messages</h2>
        {others.map((one) => (
          <DirectLink key={one.id} other={one} spot={spot} />
        ))}
        <h2>Apps</h2>
        <AppLink name={app.name} current={spot.kind === 'app'} connected={app.connected} />
      </div>
    </nav>
  );
};

const Count = ({ of }: { readonly of: number | undefined }): JSX.Element | null =>
  of === undefined || of === 0 ? null : (
    <span class="unread">
      {of}
      <span class="unseen"> new</span>
    </span>
  );

const ChannelLink = ({
  channel,
  current,
}: {
  readonly channel: Channel;
  readonly current: boolean;
}): JSX.Element => {
  const { go, state } = useDesk();
  const unread = state.unread[channel.id];
  return (
    <button
      type="button"
      class={`place ${unread ? 'has-unread' : ''}`}
      aria-current={current ? 'page' : undefined}
      onClick={() => go({ kind: 'channel', id: channel.id })}
    >
      {channel.kind === 'private' ? <LockIcon /> : <HashIcon />}
      <span class="place-name">{channel.name}</span>
      <Count of={unread} />
    </button>
  );
};

const DirectLink = ({ other, spot }: { readonly other: Person; readonly spot: PageSpot }): JSX.Element => {
  const desk = useDesk();
  const existing = desk.state.snapshot.channels.find(
    (one) => one.kind === 'dm' && one.members.includes(other.id),
  );
  const open = async () => {
    if (existing) return desk.go({ kind: 'channel', id: existing.id });
    const result = await desk.do({ type: 'open_dm', user: other.id });
    if (result.channel !== undefined) desk.go({ kind: 'channel', id: result.channel });
  };
  const current = existing !== undefined && spot.kind === 'channel' && spot.id === existing.id;
  return (
    <button
      type="button"
      class="place"
      aria-current={current ? 'page' : undefined}
      onClick={() => void open()}
    >
      <Avatar person={other} size="small" />
      <span class="place-name">{displayName(other, other.id)}</span>
      <Count of={existing && desk.state.unread[existing.id]} />
    </button>
  );
};

const AppLink = ({
  name,
  current,
  connected,
}: {
  readonly name: string;
  readonly current: boolean;
  readonly connected: boolean;
}): JSX.Element => {
  const { go, state, person } = useDesk();
  const { channels, app } = state.snapshot;
  const dm = channels.find((one) => one.kind === 'dm' && one.members.includes(app.botUser));
  const unread = dm && state.unread[dm.id];
  return (
    <button
      type="button"
      class={`place ${unread ? 'has-unread' : ''}`}
      aria-current={current ? 'page' : undefined}
      onClick={() => go({ kind: 'app', tab: unread ? 'messages' : 'home' })}
    >
      <Avatar person={person(app.botUser)} size="small" />
      <span class="place-name">{name}</span>
      <span
        class={`presence ${connected ? 'is-on' : ''}`}
        role="img"
        aria-label={connected ? 'connected' : 'not connected'}
        title={connected ? 'Connected' : 'Not connected'}
      />
      <Count of={unread} />
    </button>
  );
};
