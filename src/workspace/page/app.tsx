/** The root of the page: sidebar, the place in the middle, side panes and dialogs for one person. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ActResult, Journey, StateValues, TravelTarget, WorkspaceAct } from '../contract.ts';
import { ConfirmDialog } from './confirm.tsx';
import { Conversation } from './conversation.tsx';
import { DeskProvider, type PageDesk, type PageSpot, type Question } from './desk.ts';
import { useAnswerPane, useAppVisits } from './habits.ts';
import { AppPlace } from './home.tsx';
import { type InspectedInteraction, Inspector, interactionName } from './inspector.tsx';
import { JourneyPane } from './journey.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { Modal } from './modal.tsx';
import { readPlace, writePlace } from './place-in-address.ts';
import { Sidebar } from './sidebar.tsx';
import { Strip, Trouble, Waiting } from './strip.tsx';
import { ThreadPane } from './thread.tsx';
import { TimeControl } from './time-control.tsx';
import { Toasts, useToasts } from './toasts.tsx';
import { TopBar } from './topbar.tsx';
import { sentenceFor, sentenceForTravel } from './trouble.ts';
import { useNow } from './use-now.ts';
import { useWorkspace } from './use-workspace.ts';
import { channelAt, whereToBe } from './where.ts';
import { sendAct, sendTravel } from './wire.ts';

/** `byHand`: somebody opened it, and goes on in it. */
type Thread = { readonly channel: string; readonly ts: string; readonly byHand: boolean };
/** The field one types in, or else the tab that is shown. */
const toMain = (): void => {
  const to = document.querySelector<HTMLElement>(
    '.main .composer textarea, .main [role="tab"][aria-selected="true"]',
  );
  (to ?? document.getElementById('main'))?.focus();
};

type AppAction = Question & { readonly answer: (yes: boolean) => void };

/** The whole page, for whoever one is at the moment. */
export const App = (): JSX.Element => {
  const begin = useMemo(() => readPlace(location.hash), []);
  const [who, setWho] = useState(begin.person);
  const [wanted, setWanted] = useState<PageSpot | null>(begin.spot);
  const [thread, setThread] = useState<Thread | null>(null);
  const [side, setSide] = useState<'hood' | 'journey' | null>(null);
  const [journey, setJourney] = useState<Journey | null>(null);
  const [drawer, setDrawer] = useState(false);
  const [asked, setAsked] = useState<AppAction | null>(null);
  const [interactions, setInteractions] = useState<readonly InspectedInteraction[]>([]);
  const rack = useToasts();
  const typed = useRef(new Map<string, StateValues>());
  const { state, online, visit } = useWorkspace(who, setWho);

  const snapshot = state?.snapshot;
  const spot = snapshot ? whereToBe(wanted, snapshot.channels) : null;
  const at = spot && snapshot ? channelAt(spot, snapshot) : null;
  const me = snapshot?.people.find((one) => one.id === snapshot.me);
  const now = useNow(snapshot?.now);
  useEffect(() => visit(at), [at, snapshot?.me]);
  useEffect(() => {
    if (spot && snapshot) history.replaceState(null, '', writePlace(snapshot.me, spot));
  });
  useAppVisits(spot, state, (as, act) => void sendAct(as, act));
  useAnswerPane(spot, state, (channel, ts) => setThread({ channel, ts, byHand: false }));
  useKeptFocus((snapshot?.views.length ?? 0) + (asked ? 1 : 0));

  if (!state || !snapshot || !spot || !me) return <Waiting online={online} />;

  const perform = async (act: WorkspaceAct): Promise<ActResult> => {
    const result = await sendAct(me.id, act);
    setInteractions((before) => [{ what: interactionName(act), result }, ...before].slice(0, 12));
    const sentence = result.error === null ? null : sentenceFor(result.error, snapshot.app.name);
    if (sentence !== null) rack.toast(sentence);
    return result;
  };
  const desk: PageDesk = {
    state,
    me,
    zone: me.timeZone,
    now,
    person: (id) => snapshot.people.find((one) => one.id === id),
    channel: (id) => snapshot.channels.find((one) => one.id === id),
    do: perform,
    go: (next) => {
      setWanted(next);
      setDrawer(false);
      setThread(null);
    },
    openThread: (channel, ts) => {
      setThread({ channel, ts, byHand: true });
      setSide(null);
    },
    ask: (question) => new Promise((answer) => setAsked({ ...question, answer })),
    toast: rack.toast,
    typed: typed.current,
  };
  const travelTo = async (to: TravelTarget): Promise<void> => {
    const result = await sendTravel(to);
    if (result?.ok !== true) return rack.toast(sentenceForTravel(result));
    setJourney(result.journey);
    setSide('journey');
  };
  const turn = (to: 'hood' | 'journey'): void => setSide(side === to ? null : to);
  const beSomebody = (id: string): void => {
    setWho(id);
    setThread(null);
    setDrawer(false);
  };
  const view = snapshot.views.at(-1);
  const channel = spot.kind === 'channel' ? desk.channel(spot.id) : undefined;
  const shownThread = thread && snapshot.channels.some((one) => one.id === thread.channel) ? thread : null;

  return (
    <DeskProvider value={desk}>
      <div class="shell" inert={view !== undefined || asked !== null}>
        <button type="button" class="skip" onClick={toMain}>
          Skip to what is open
        </button>
        <Strip
          drawer={drawer}
          onDrawer={() => setDrawer(!drawer)}
          onHood={() => turn('hood')}
          hood={side === 'hood'}
        >
          <TimeControl
            shown={journey && side === 'journey'}
            onShow={() => turn('journey')}
            onTravel={travelTo}
          />
        </Strip>
        <div class="floor">
          <Sidebar spot={spot} open={drawer} onPerson={beSomebody} onClose={() => setDrawer(false)} />
          <main class="main" id="main" tabIndex={-1}>
            <TopBar spot={spot} />
            <Trouble online={online} connected={snapshot.app.connected} app={snapshot.app.name} />
            {spot.kind === 'app' && <AppPlace tab={spot.tab} />}
            {channel && <Conversation key={channel.id} channel={channel} />}
          </main>
          {side === 'hood' ? (
            <Inspector interactions={interactions} onClose={() => setSide(null)} />
          ) : journey && side === 'journey' ? (
            <JourneyPane
              journey={journey}
              onVisit={(person, next) => {
                beSomebody(person);
                setWanted(next);
              }}
              onClose={() => setSide(null)}
            />
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
