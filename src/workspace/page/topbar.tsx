/** The bar above a conversation. */
import type { JSX } from 'preact';
import { Avatar } from './avatar.tsx';
import { channelLabel, displayName, otherIn, type PageSpot, useDesk } from './desk.ts';
import { HashIcon, LockIcon, PeopleIcon } from './icons.tsx';
import { Menu } from './menu.tsx';

/** The name, topic and members of what is open. */
export const TopBar = ({ spot }: { readonly spot: PageSpot }): JSX.Element => {
  const desk = useDesk();
  const { app } = desk.state.snapshot;
  if (spot.kind === 'app') {
    return (
      <header class="topbar">
        <Avatar person={desk.person(app.botUser)} size="small" />
        <h2>{app.name}</h2>
        <span class="badge">APP</span>
      </header>
    );
  }
  const channel = desk.channel(spot.id);
  if (!channel) return <header class="topbar" />;
  if (channel.kind === 'dm') {
    const other = desk.person(otherIn(channel, desk.me.id));
    return (
      <header class="topbar">
        <Avatar person={other} size="small" />
        <h2>{channelLabel(channel, desk)}</h2>
        <span class="topic">{other?.title}</span>
      </header>
    );
  }
  return (
    <header class="topbar">
      {channel.kind === 'private' ? <LockIcon /> : <HashIcon />}
      <h2>{channel.name}</h2>
      <span class="topic">{channel.topic}</span>
      <Menu
        label={`${channel.members.length} members`}
        className="members"
        face={
          <>
            <PeopleIcon />
            <span>{channel.members.length}</span>
          </>
        }
        heading={`Members of #${channel.name}`}
        items={channel.members.map((id) => ({
          key: id,
          label: displayName(desk.person(id), id),
          note: desk.person(id)?.title,
          onPick: () => undefined,
        }))}
      />
    </header>
  );
};
