/** The strip at the top: what this place is, and its switches. */
import type { JSX } from 'preact';
import { useDesk } from './desk.ts';
import { CloseIcon, HoodIcon, LockIcon, MenuIcon } from './icons.tsx';
import { ThemeSwitch } from './theme.tsx';

/** The strip on top: what this is, said plainly, and the two switches of the page itself. */
export const Strip = ({
  drawer,
  onDrawer,
  hood,
  onHood,
  children,
}: {
  readonly drawer: boolean;
  readonly onDrawer: () => void;
  readonly hood: boolean;
  readonly onHood: () => void;
  readonly children: JSX.Element;
}): JSX.Element => {
  const { state } = useDesk();
  const problems = state.snapshot.problems.length;
  return (
    <div class="strip">
      <button
        type="button"
        class="strip-button for-narrow"
        aria-label={drawer ? 'Close the sidebar' : 'Open the sidebar'}
        aria-expanded={drawer}
        onClick={onDrawer}
      >
        {drawer ? <CloseIcon /> : <MenuIcon />}
      </button>
      {children}
      <p class="ribbon">
        <LockIcon />
        Local workspace: nothing leaves this machine
      </p>
      <button type="button" class="strip-button" aria-pressed={hood} title="Under the hood" onClick={onHood}>
        <HoodIcon />
        <span class="for-wide">Under the hood</span>
        {problems > 0 && (
          <span class="unread">
            {problems}
            <span class="unseen"> problems</span>
          </span>
        )}
      </button>
      <ThemeSwitch />
    </div>
  );
};

/** Says so when there is nobody to answer. */
export const Trouble = ({
  online,
  connected,
  app,
}: {
  readonly online: boolean;
  readonly connected: boolean;
  readonly app: string;
}): JSX.Element | null => {
  if (online && connected) return null;
  return (
    <p class="connection" role="status">
      {online
        ? `${app} is not connected. Commands and buttons will not be answered until it is back.`
        : 'The local workspace does not answer. Trying again…'}
    </p>
  );
};

export const Waiting = ({ online }: { readonly online: boolean }): JSX.Element => (
  <div class="waiting" role="status">
    <p>
      {online
        ? 'Opening the workspace…'
        : 'The local workspace does not answer. Is it still running? Trying again…'}
    </p>
  </div>
);
