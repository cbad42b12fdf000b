/** The place of the app: its Home, its messages, what it is. */
import type { JSX } from 'preact';
import type { OpenView } from '../contract.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { Conversation } from './conversation.tsx';
import { type PageSpot, useDesk } from './desk.ts';
import { knownBlocks, useSurface } from './surface.ts';

const tabs = [
  { tab: 'home', label: 'Home' },
  { tab: 'messages', label: 'Messages' },
  { tab: 'about', label: 'About' },
] as const;

/** The app's own place: Home, Messages, About. */
export const AppPlace = ({
  tab,
}: {
  readonly tab: Extract<PageSpot, { kind: 'app' }>['tab'];
}): JSX.Element => {
  const { go, state } = useDesk();
  const { app, home, channels } = state.snapshot;
  const dm = channels.find((one) => one.kind === 'dm' && one.members.includes(app.botUser));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.findIndex((one) => one.tab === tab) + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    go({ kind: 'app', tab: next.tab });
    document.getElementById(`tab-${next.tab}`)?.focus();
  };
  return (
    <div class="app-place">
      <div class="tabs" role="tablist" aria-label={app.name} onKeyDown={onKeyDown}>
        {tabs.map((one) => (
          <button
            type="button"
            role="tab"
            key={one.tab}
            id={`tab-${one.tab}`}
            aria-selected={one.tab === tab}
            aria-controls="tab-panel"
            tabIndex={one.tab === tab ? 0 : -1}
            onClick={() => go({ kind: 'app', tab: one.tab })}
          >
            {one.label}
          </button>
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
        {tab === 'home' && (home ? <HomeView key={home.id} home={home} /> : <EmptyHome />)}
        {tab === 'messages' &&
          (dm ? <Conversation channel={dm} /> : <p class="empty">Opening the conversation…</p>)}
        {tab === 'about' && <About />}
      </div>
    </div>
  );
};

const HomeView = ({ home }: { readonly home: OpenView }): JSX.Element => {
  const blocks = knownBlocks(home.view.blocks);
  const surface = useSurface({ view: home.id }, blocks, home.errors);
  return (
    <div class="home">
      <Blocks blocks={blocks} surface={surface} />
    </div>
  );
};

const EmptyHome = (): JSX.Element => (
  <div class="empty">
    <h2>Nothing here yet</h2>
    <p>The app has not shown its Home tab. It does so the first time you open it, while it is connected.</p>
  </div>
);

const About = (): JSX.Element => {
  const { state, person } = useDesk();
  const { app, commands, shortcuts } = state.snapshot;
  return (
    <div class="about">
      <Avatar person={person(app.botUser)} size="large" />
      <h2>{app.name}</h2>
      <p class="muted">
        App {app.id}, {app.connected ? 'connected' : 'not connected'}
      </p>
      <h3>Commands</h3>
      <dl>
        {commands.map((one) => (
          <div key={one.command}>
            <dt>
              <code>
                {one.command} {one.usageHint}
              </code>
            </dt>
            <dd>{one.description}</dd>
          </div>
        ))}
      </dl>
      <h3>Shortcuts</h3>
      <dl>
        {shortcuts.map((one) => (
          <div key={one.callbackId}>
            <dt>
              {one.name} <span class="muted">({one.type === 'global' ? 'anywhere' : 'on a message'})</span>
            </dt>
            <dd>{one.description}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
