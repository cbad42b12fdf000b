/** What every delivery passes: counting, acknowledging, replaying. */
import type { App, ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import { alarm } from '../base/alarm.ts';
import type { Message } from '../views/blocks.ts';
import { givenUpNotice, unknownActionNotice } from '../views/notice.ts';
import { leaving, otherBody, politeAck, refusingAck } from './acknowledgements.ts';
import { slackMoment } from './clock-watch.ts';
import { isSomebodys, type SlackGate, type TurnedAway } from './gate.ts';
import type { Inbox } from './inbox.ts';
import { payloadFrom, type SlackPayload } from './payload-shape.ts';
import { guardMs } from './port.ts';
import { originOf } from './strangers.ts';

/** What runs now, so that stopping can wait for it. */
export type Working = {
  readonly enter: () => () => void;
  readonly count: () => number;
  /** Resolves when nothing runs any more. */
  readonly idle: () => Promise<void>;
};

export const countWorking = (): Working => {
  let running = 0;
  let waiting: (() => void)[] = [];
  return {
    enter: () => {
      running += 1;
      return () => {
        running -= 1;
        if (running > 0) return;
        for (const resolve of waiting) resolve();
        waiting = [];
      };
    },
    count: () => running,
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
};

const eventBody = z.looseObject({ event_id: z.string(), event: z.looseObject({ type: z.string() }) });
/** Opening a tab needs no memory: redrawing it twice harms nobody. */
const worthKeeping = (type: string): boolean => type === 'app_mention' || type === 'message';

type Told = z.infer<typeof otherBody>;

/** Forms carry the id of what they make, so a second submission does no harm, and its answer may be the one that arrives. */
const answeredOnce = ({ type, command }: Told): boolean =>
  command !== undefined || type === 'block_actions' || type === 'shortcut' || type === 'message_action';

export type Door = {
  readonly inbox: Inbox;
  readonly working: Working;
  readonly draining: () => boolean;
  readonly after: (ms: number) => Promise<void>;
  readonly forget: (what: string, error: unknown) => void;
  /** Who and how much comes in. */
  readonly gate: SlackGate;
  /** Heard of what was turned away: an id and a reason, nothing else. */
  readonly turnedAway: (user: string | null, why: TurnedAway['why']) => void;
  /** Slack's own clock, as far as a payload tells it, in milliseconds. */
  readonly slackTime: (ms: number) => void;
  /** A word to whoever pressed, chose, wrote or opened; commands and forms are answered in their acknowledgement. */
  readonly tell: (body: unknown, message: Message) => Promise<void>;
  /** A delivery is given up: logged, and the reference that its person is told. */
  readonly gaveUp: (user: string | null) => string;
  /** Told once that a button press has come through: `doctor` can prove it then. */
  readonly pressSeen: () => Promise<void>;
};

/** How long a second delivery of an interaction may come after the first, at the least. */
const sameTriggerMs = 60_000;

/** Slack may bring an interaction twice; its trigger tells. Answers how the first was acknowledged, or null for the first itself. */
const rememberAnswers = (after: Door['after']) => {
  // Two halves that take turns, so that not each answer has a timer of its own for a minute.
  let answers = new Map<string, Promise<unknown>>();
  let older: typeof answers = new Map();
  let turning = false;
  const turn = async (): Promise<void> => {
    turning = true;
    while (answers.size + older.size > 0) {
      await after(sameTriggerMs);
      older = answers;
      answers = new Map();
    }
    turning = false;
  };
  return (
    trigger: string,
  ): { readonly first: Promise<unknown> | null; readonly remember: (answer: unknown) => void } => {
    const first = answers.get(trigger) ?? older.get(trigger) ?? null;
    let remember: (answer: unknown) => void = () => {};
    if (first === null) {
      answers.set(
        trigger,
        new Promise((resolve) => {
          remember = resolve;
        }),
      );
      if (!turning) void turn();
    }
    return { first, remember };
  };
};

/**
 * Stands between the receiver and Bolt, which acknowledges events before any listener runs (Bolt 5, App.processEvent) and never
 * acknowledges what nobody listens to. Here events are on disk before that, done once, and everything is acknowledged in time.
 */
export const guardDoor = (
  app: App,
  { inbox, working, draining, after, forget, gate, turnedAway, slackTime, tell, pressSeen }: Door,
): void => {
  const bolt = app.processEvent.bind(app);
  /** What Bolt cannot read at all is acknowledged: sent again it would be no better. */
  const process = (event: ReceiverEvent): Promise<void> =>
    bolt(event).catch((error: unknown) => forget('reading a payload', error));
  const answerTo = rememberAnswers(after);

  const say = (body: SlackPayload, message: Message): Promise<void> =>
    tell(body, message).catch((error: unknown) => {
      forget('a kind word', error);
    });

  const refuse = async (
    body: SlackPayload,
    { why, message }: TurnedAway,
    ack: ReceiverEvent['ack'],
  ): Promise<void> => {
    turnedAway(originOf(body).user, why);
    const answer = message === null ? undefined : refusingAck(body, message);
    await ack(answer);
    if (answer === undefined && message !== null) await say(body, message);
  };

  const interaction = async (event: ReceiverEvent, body: SlackPayload, told: Told): Promise<void> => {
    const { trigger_id: trigger } = told;
    const { first, remember } =
      trigger === undefined ? { first: null, remember: () => {} } : answerTo(trigger);
    if (first !== null) return event.ack(await first);
    let acked = false;
    // Handlers of ours answer sooner by themselves; this catches what they do not know.
    const { rings, off } = alarm(after, guardMs + 300);
    const ack: ReceiverEvent['ack'] = async (answer) => {
      acked = true;
      off();
      remember(answer);
      await event.ack(answer);
    };
    void rings
      .then(() => ack(politeAck(event.body)))
      .catch((error: unknown) => forget('late acknowledgement', error));
    // Another instance has it, and answers.
    if (trigger !== undefined && answeredOnce(told) && !(await inbox.first(trigger)))
      return acked ? undefined : ack(undefined);
    const away = await gate(body);
    if (away !== null) return refuse(body, away, ack);
    await process({ ...event, ack });
    if (acked) return;
    await ack(politeAck(event.body));
    await say(body, unknownActionNotice());
  };

  /** Opening a tab, and what is none of ours. */
  const passing = async (event: ReceiverEvent, body: SlackPayload): Promise<void> => {
    let acked = false;
    // Where it comes too late, or the connection is gone, Slack brings the event again and we know it: it must be done here all the same.
    const ack: ReceiverEvent['ack'] = async (answer) => {
      acked = true;
      await event.ack(answer).catch((error: unknown) => forget('late acknowledgement', error));
    };
    const away = isSomebodys(body) ? await gate(body) : null;
    if (away !== null) return refuse(body, away, ack);
    await process({ ...event, ack });
    // Bolt leaves `function_executed` to a listener, and nobody here listens to it.
    if (!acked) await ack();
  };

  const happening = async (event: ReceiverEvent, body: SlackPayload, id: string): Promise<void> => {
    // A failure here is thrown: unacknowledged, Slack delivers it again.
    if (!(await inbox.take(id, JSON.stringify(event.body)))) return event.ack();
    // Whoever had it first may have answered without the database hearing of it.
    if ((event.retryNum ?? 0) > 0) inbox.doubt(id);
    await passing(event, body);
    await inbox.finish(id);
  };

  let seen = false;
  const notePress = ({ type }: Told): void => {
    if (seen || type !== 'block_actions') return;
    seen = true;
    void pressSeen().catch((error: unknown) => forget('noting a press', error));
  };

  app.processEvent = async (sent) => {
    const body = payloadFrom(sent.body);
    if (body === null) return sent.ack();
    const event = { ...sent, body };
    // Not acknowledged while stopping: Slack brings events again, to the next process.
    if (draining()) return leaving(event);
    const leave = working.enter();
    try {
      const told = otherBody.safeParse(body).data ?? {};
      notePress(told);
      const moment = slackMoment(body, event.customProperties?.['sentAt']);
      if (moment !== null) slackTime(moment);
      // What is no event is not read as one: telling what is wrong with it costs more than the reading.
      const read = body['event'] === undefined ? undefined : eventBody.safeParse(body).data;
      if (read === undefined) await interaction(event, body, told);
      else if (worthKeeping(read.event.type)) await happening(event, body, read.event_id);
      else await passing(event, body);
    } finally {
      leave();
    }
  };
};

const parsed = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
};

/** Answers what a crash cut off, or Slack could not be told: as if Slack had just brought it. What was tried often enough is given up, and its person told. */
export const replayUnfinished = async (
  app: App,
  door: Pick<Door, 'inbox' | 'working' | 'forget' | 'gate' | 'tell' | 'gaveUp'>,
  process: App['processEvent'],
): Promise<number> => {
  const { inbox, working, forget } = door;
  let replayed = 0;
  for (const { key, content, last } of await inbox.unfinished()) {
    const leave = working.enter();
    try {
      const body = payloadFrom(last ? parsed(content) : JSON.parse(content));
      if (last) {
        const reference = door.gaveUp(body === null ? null : originOf(body).user);
        if (body !== null) await door.tell(body, givenUpNotice(reference));
      } else if (body !== null && (await door.gate(body)) === null) {
        await process.call(app, { body, ack: async () => {} });
        replayed += 1;
      }
      await inbox.finish(key);
    } catch (error) {
      if (!last) inbox.again(key);
      forget('replaying an event', error);
    } finally {
      leave();
    }
  }
  return replayed;
};
