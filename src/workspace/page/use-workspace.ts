/** Keeps the state of one person in step with the server. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { apply, type State, start, visit } from './store.ts';
import { fetchState, follow } from './wire.ts';

export type WorkspaceView = {
  readonly state: State | null;
  readonly online: boolean;
  readonly visit: (channel: string | null) => void;
};

/** The workspace as one person sees it, kept up to date; `who` may be empty until the server has said who is there. */
export const useWorkspace = (who: string, onWho: (id: string) => void): WorkspaceView => {
  const [state, setState] = useState<State | null>(null);
  const [online, setOnline] = useState(true);
  const read = useCallback((channel: string | null) => setState((now) => now && visit(now, channel)), []);

  useEffect(() => {
    if (who === '') return askWho(onWho, setOnline);
    return follow(who, {
      snapshot: (snapshot) => setState((before) => start(snapshot, before)),
      change: (change) => setState((now) => now && apply(now, change)),
      online: setOnline,
    });
  }, [who]);

  return { state, online, visit: read };
};

const askWho = (onWho: (id: string) => void, onOnline: (online: boolean) => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    try {
      onWho((await fetchState('')).me);
    } catch {
      onOnline(false);
      timer = setTimeout(() => void ask(), 2000);
    }
  };
  void ask();
  return () => clearTimeout(timer);
};
