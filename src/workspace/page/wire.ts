/** The page's requests to its server. */
import type {
  ActResult,
  Change,
  InjectedFault,
  Snapshot,
  TravelResult,
  TravelTarget,
  WorkspaceAct,
} from '../contract.ts';

const post = async (path: string, body: unknown): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const lost: ActResult = {
  ok: false,
  error: 'The local workspace does not answer. Is it still running?',
  waitMs: 0,
};

export const fetchState = async (as: string): Promise<Snapshot> => {
  const response = await fetch(`/ui/state${as === '' ? '' : `?as=${encodeURIComponent(as)}`}`);
  if (!response.ok) throw new Error(`The workspace answered ${response.status}`);
  const snapshot: Snapshot = await response.json();
  return snapshot;
};

/** Does what a person did. Never throws: a workspace that is gone is an error like any other. */
export const sendAct = async (as: string, act: WorkspaceAct): Promise<ActResult> => {
  try {
    const response = await post('/ui/act', { as, act });
    const result: ActResult = await response.json();
    return result;
  } catch {
    return lost;
  }
};

export const sendFault = async (fault: InjectedFault): Promise<boolean> => {
  try {
    return (await post('/ui/fault', fault)).ok;
  } catch {
    return false;
  }
};

/** Resolves on arrival; null when the workspace does not answer. */
export const sendTravel = async (to: TravelTarget): Promise<TravelResult | null> => {
  try {
    const result: TravelResult = await (await post('/ui/travel', { to })).json();
    return result;
  } catch {
    return null;
  }
};

export type ChangeListener = {
  readonly snapshot: (snapshot: Snapshot) => void;
  readonly change: (change: Change) => void;
  readonly online: (online: boolean) => void;
};

/** Follows the workspace as one person. Reconnects by itself, and takes a new snapshot each time, so that nothing is missed. */
export const follow = (as: string, listener: ChangeListener): (() => void) => {
  let waiting: Change[] | null = [];
  let stopped = false;
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const refresh = async () => {
    waiting = [];
    try {
      const snapshot = await fetchState(as);
      if (stopped) return;
      listener.snapshot(snapshot);
      for (const change of waiting ?? []) listener.change(change);
      waiting = null;
      listener.online(true);
    } catch {
      if (!stopped) listener.online(false);
    }
  };
  const open = () => {
    const stream = new EventSource(`/ui/events?as=${encodeURIComponent(as)}`);
    source = stream;
    stream.onopen = () => void refresh();
    stream.onmessage = (event) => {
      const change: Change = JSON.parse(event.data);
      if (waiting) waiting.push(change);
      else listener.change(change);
    };
    stream.onerror = () => {
      listener.online(false);
      if (stream.readyState === EventSource.CLOSED && !stopped) retry = setTimeout(open, 2000);
    };
  };
  open();
  return () => {
    stopped = true;
    clearTimeout(retry);
    source?.close();
  };
};
