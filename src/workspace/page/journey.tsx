/** The list of what was posted while time was moved. */
import type { JSX } from 'preact';
import type { Channel, Journey } from '../contract.ts';
import { displayName, type PageSpot, useDesk } from './desk.ts';
import { CloseIcon } from './icons.tsx';
import { onEscape } from './kept-focus.ts';
import { type PostedStage, readerOf, renewedIn, type Stage, stagesOf } from './stages.ts';
import { Mrkdwn } from './text.tsx';
import { clockTime, dayAndTime, shortDay } from './when.ts';

type Visit = (person: string, spot: PageSpot) => void;

const messages = (count: number): string => (count === 1 ? 'one message' : `${count} messages`);

/** What the app said while time was moved, day by day; each message leads to where it stands. */
export const JourneyPane = ({
  journey,
  onVisit,
  onClose,
}: {
  readonly journey: Journey;
  readonly onVisit: Visit;
  readonly onClose: () => void;
}): JSX.Element => {
  const { zone, state } = useDesk();
  const stages = stagesOf(journey, zone);
  const posted = stages.reduce((sum, stage) => sum + stage.posted.length, 0);
  const renewed = renewedIn(journey);
  const moment = (at: string) => dayAndTime(Date.parse(at) / 1000, zone);
  return (
    <aside class="pane journey" aria-label="On the way" onKeyDown={onEscape(onClose)}>
      <header class="pane-head">
        <h2>On the way</h2>
        <button type="button" class="tool" aria-label="Close on the way" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <div class="pane-body">
        <p class="muted">From {moment(journey.from)}</p>
        <p class="arrived">It is {moment(journey.until)}</p>
        <p role="status">
          {journey.to === 'reminder' && posted === 0
            ? 'No reminder was due within a year.'
            : `${state.snapshot.app.name} posted ${posted === 0 ? 'nothing' : messages(posted)}${renewed === 0 ? '' : `, and brought ${messages(renewed)} up to date`}.`}
        </p>
        {stages.map((stage) => (
          <StageOnTheWay key={stage.first} stage={stage} onVisit={onVisit} />
        ))}
      </div>
    </aside>
  );
};

const StageOnTheWay = ({
  stage: { first, last, posted },
  onVisit,
}: {
  readonly stage: Stage;
  readonly onVisit: Visit;
}): JSX.Element => {
  const days = first === last ? shortDay(first) : `${shortDay(first)} – ${shortDay(last)}`;
  if (posted.length === 0) return <p class="quiet">{days} · nothing</p>;
  return (
    <section>
      <h3>{days}</h3>
      <ol>
        {posted.map((one) => (
          <PostedRow key={`${one.channel.id}/${one.ts}`} posted={one} onVisit={onVisit} />
        ))}
      </ol>
    </section>
  );
};

const PostedRow = ({
  posted,
  onVisit,
}: {
  readonly posted: PostedStage;
  readonly onVisit: Visit;
}): JSX.Element => {
  const { me, state, zone, person } = useDesk();
  const { botUser } = state.snapshot.app;
  const { channel, text, at, editedAt } = posted;
  const reader = readerOf(channel, me.id, botUser);
  const time = (moment: string) => clockTime(Date.parse(moment) / 1000, zone);
  return (
    <li>
      <button type="button" onClick={() => onVisit(reader, spotOf(channel, botUser))}>
        <span class="posted-head">
          <time>{time(at)}</time> <b>{placeOf(channel, botUser, (id) => displayName(person(id), id))}</b>
          {editedAt !== null && ` · edited ${time(editedAt)}`}
        </span>
        <span class="posted-text">
          <Mrkdwn text={text} />
        </span>
      </button>
    </li>
  );
};

const placeOf = ({ kind, name, members }: Channel, app: string, called: (id: string) => string): string =>
  kind === 'dm' ? `to ${called(members.find((id) => id !== app) ?? name)}` : `in #${name}`;

const spotOf = ({ id, kind, members }: Channel, app: string): PageSpot =>
  kind === 'dm' && members.includes(app) ? { kind: 'app', tab: 'messages' } : { kind: 'channel', id };
