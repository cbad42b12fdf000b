import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Act, ActResult, StateValues } from '../contract.ts';
import { ConfirmDialog } from './confirm.tsx';
import { Conversation } from './conversation.tsx';
import { type Desk, DeskProvider, type Question, type Spot } from './desk.ts';
import { useAnswerPane, useAppVisits, useReturnFocus } from './habits.ts';
import { AppPlace } from './home.tsx';
import { type Gesture, gestureName, Inspector } from './inspector.tsx';
import { Modal } from './modal.tsx';
import { readPlace, writePlace } from './place-in-address.ts';
import { Sidebar } from './sidebar.tsx';
import { Strip, Trouble, Waiting } from './strip.tsx';
import { ThreadPane } from './thread.tsx';
import { Toasts, useToasts } from './toasts.tsx';
import { TopBar } from './topbar.tsx';
import { sentenceFor } from './trouble.ts';
import { useWorkspace } from './use-workspace.ts';
import { channelAt, whereToBe } from './where.ts';
import { sendAct } from './wire.ts';

type Thread = { readonly channel: string; readonly ts: string };
type Asked = Question & { readonly answer: (yes: boolean) => void };

/** The whole page, for whoever one is at the moment. */
export const App = (): JSX.Element => {
  const begin = useMemo(() => readPlace(location.hash), []);
  const [who, setWho] = useState(begin.person);
  const [wanted, setWanted] = useState<Spot | null>(begin.spot);
  const [thread, setThread] = useState<Thread | null>(null);
  const [hood, setHood] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [gestures, setGestures] = useState<readonly Gesture[]>([]);
  const rack = useToasts();
  const typed = useRef(new Map<string, StateValues>());
  const { state, online, visit } = useWorkspace(who, setWho);

  const snapshot = state?.snapshot;
  const spot = snapshot ? whereToBe(wanted, snapshot.channels) : null;
  const at = spot && snapshot ? channelAt(spot, snapshot) : null;
  const me = snapshot?.people.find((one) => one.id === snapshot.me);
  useEffect(() => visit(at), [at, snapshot?.me]);
  useEffect(() => {
    if (spot && snapshot) history.replaceState(null, '', writePlace(snapshot.me, spot));
  });
  useAppVisits(spot, state, (as, act) => void sendAct(as, act));
  useAnswerPane(spot, state, (channel, ts) => setThread({ channel, ts }));
  useReturnFocus((snapshot?.views.length ?? 0) + (asked ? 1 : 0));

  if (!state || !snapshot || !spot || !me) return <Waiting online={online} />;

  const perform = async (act: Act): Promise<ActResult> => {
    const result = await sendAct(me.id, act);
    setGestures((before) => [{ what: gestureName(act), result }, ...before].slice(0, 12));
    const sentence = result.error === null ? null : sentenceFor(result.error, snapshot.app.name);
    if (sentence !== null) rack.toast(sentence);
    return result;
  };
  const desk: Desk = {
    state,
    me,
    zone: me.timeZone,
    now: Date.parse(snapshot.now) / 1000,
    person: (id) => snapshot.people.find((one) => one.id === id),
    channel: (id) => snapshot.channels.find((one) => one.id === id),
    do: perform,
    go: (next) => {
      setWanted(next);
      setDrawer(false);
      setThread(null);
    },
    openThread: (channel, ts) => {
      setThread({ channel, ts });
      setHood(false);
    },
    ask: (question) => new Promise((answer) => setAsked({ ...question, answer })),
    toast: rack.toast,
    typed: typed.current,
  };
  const view = snapshot.views.at(-1);
  const channel = spot.kind === 'channel' ? desk.channel(spot.id) : undefined;
  const shownThread = thread && snapshot.channels.some((one) => one.id === thread.channel) ? thread : null;

  return (
    <DeskProvider value={desk}>
      <div class="shell" inert={view !== undefined || asked !== null}>
        <Strip
          drawer={drawer}
          onDrawer={() => setDrawer(!drawer)}
          onHood={() => setHood(!hood)}
          hood={hood}
        />
        <div class="floor">
          <Sidebar
            spot={spot}
            open={drawer}
            onPerson={(id) => {
              setWho(id);
              setThread(null);
              setDrawer(false);
            }}
          />
          <main class="main">
            <TopBar spot={spot} />
            <Trouble online={online} connected={snapshot.app.connected} app={snapshot.app.name} />
            {spot.kind === 'app' && <AppPlace tab={spot.tab} />}
            {channel && <Conversation key={channel.id} channel={channel} />}
          </main>
          {hood ? (
            <Inspector gestures={gestures} onClose={() => setHood(false)} />
          ) : (
            shownThread && <ThreadPane {...shownThread} onClose={() => setThread(null)} />
          )}
        </div>
      </div>
      {view && (
        <div inert={asked !== null}>
          <Modal key={view.id} open={view} depth={snapshot.views.length} />
        </div>
      )}
      {asked && (
        <ConfirmDialog
          question={asked}
          onAnswer={(yes) => {
            setAsked(null);
            asked.answer(yes);
          }}
        />
      )}
      <Toasts rack={rack} />
    </DeskProvider>
  );
};
