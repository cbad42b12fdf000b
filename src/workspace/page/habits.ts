/** What the page does by itself as Slack does: visits told to the app, panes opened and focus returned. */
import { useEffect, useRef } from 'preact/hooks';
import type { WorkspaceAct } from '../contract.ts';
import type { PageSpot } from './desk.ts';
import type { State } from './store.ts';
import { appChannel } from './where.ts';

/** Looking at the app's Home or Messages tells the app so, each time it is opened, when the app comes back, and after time was moved. */
export const useAppVisits = (
  spot: PageSpot | null,
  state: State | null,
  send: (as: string, act: WorkspaceAct) => void,
): void => {
  const me = state?.snapshot.me;
  const connected = state?.snapshot.app.connected ?? false;
  const moving = state?.snapshot.travel === 'under_way';
  const tab = spot?.kind === 'app' && spot.tab !== 'about' ? spot.tab : null;
  useEffect(() => {
    if (me === undefined || tab === null || !state) return;
    if (tab === 'messages' && !appChannel(state.snapshot)) {
      send(me, { type: 'open_dm', user: state.snapshot.app.botUser });
    }
    if (connected && !moving) send(me, { type: 'open_home', tab });
  }, [me, tab, connected, moving]);
};

/** The app answers a direct message in its thread: that thread opens by itself, so that the answer is seen. */
export const useAnswerPane = (
  spot: PageSpot | null,
  state: State | null,
  open: (channel: string, ts: string) => void,
): void => {
  const seen = useRef<string | null>(null);
  const dm = state ? appChannel(state.snapshot) : undefined;
  const watching = spot?.kind === 'app' && spot.tab === 'messages' && dm !== undefined;
  const last = watching
    ? state?.snapshot.messages.findLast(
        (one) => one.channel === dm.id && one.user === state.snapshot.app.botUser,
      )
    : undefined;
  useEffect(() => {
    if (!watching) {
      seen.current = null;
      return;
    }
    const before = seen.current;
    seen.current = last?.ts ?? '';
    if (before !== null && last && last.ts > before && last.threadTs !== null && last.threadTs !== last.ts) {
      open(last.channel, last.threadTs);
    }
  }, [watching, last?.ts, state?.snapshot.me]);
};
