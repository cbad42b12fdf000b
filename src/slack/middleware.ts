import type { App, ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import type { Message } from '../views/blocks.ts';
import { noticeView, restartingNotice, unknownCommandNotice, unknownGestureNotice } from '../views/notice.ts';
import type { Inbox } from './inbox.ts';
import { guardMs } from './port.ts';

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

const eventEnvelope = z.record(z.string(), z.unknown());
const eventBody = z.looseObject({ event_id: z.string(), event: z.looseObject({ type: z.string() }) });
const otherBody = z.looseObject({
  type: z.string().optional(),
  command: z.string().optional(),
  trigger_id: z.string().optional(),
});
const directMessage = z.object({
  event: z.object({
    channel: z.string().startsWith('D'),
    ts: z.string(),
    thread_ts: z.string().optional(),
  }),
});

/** Opening a tab needs no memory: redrawing it twice harms nobody. */
const worthKeeping = (type: string): boolean => type === 'app_mention' || type === 'message';

const ephemeral = ({ text, blocks }: Message) => ({ response_type: 'ephemeral', text, blocks });

/** What Slack is told when no handler of ours took an interaction, so that nobody reads "operation_timeout". */
const politeAck = (body: unknown): unknown => {
  const { type, command } = otherBody.safeParse(body).data ?? {};
  if (command !== undefined) return ephemeral(unknownCommandNotice());
  if (type === 'block_suggestion') return { options: [] };
  if (type === 'view_submission') {
    return { response_action: 'update', view: noticeView('Privacy Assistant', unknownGestureNotice()) };
  }
  return undefined;
};

const formBody = z.object({
  type: z.literal('view_submission'),
  view: z.object({ state: z.object({ values: z.record(z.string(), z.unknown()) }) }),
});

/** While stopping, nothing new is begun: people are told, forms keep what was typed, and events come again to the next process. */
const leaving = async (event: ReceiverEvent): Promise<void> => {
  const form = formBody.safeParse(event.body);
  const [field] = form.success ? Object.keys(form.data.view.state.values) : [];
  if (field !== undefined)
    return event.ack({ response_action: 'errors', errors: { [field]: restartingNotice().text } });
  if (otherBody.safeParse(event.body).data?.command !== undefined)
    return event.ack(ephemeral(restartingNotice()));
};

export type Door = {
  readonly inbox: Inbox;
  readonly working: Working;
  readonly draining: () => boolean;
  readonly after: (ms: number) => Promise<void>;
  readonly forget: (what: string, error: unknown) => void;
  /** A kind word for a button or shortcut that nobody listens to. */
  readonly unknown: (body: unknown) => Promise<void>;
  /** Whether we said anything in a thread of a direct message since then. */
  readonly answeredIn: (channel: string, threadTs: string, since: string) => Promise<boolean>;
  /** Told once that a button press has come through: `doctor` can prove it then. */
  readonly pressSeen: () => Promise<void>;
};

/** How long a second delivery of an interaction may come after the first. */
const sameTriggerMs = 60_000;

/** Slack may bring an interaction twice; its trigger tells. Answers how the first was acknowledged, or null for the first itself. */
const rememberAnswers = (after: Door['after']) => {
  const answers = new Map<string, Promise<unknown>>();
  return (
    trigger: string,
  ): { readonly first: Promise<unknown> | null; readonly tell: (answer: unknown) => void } => {
    const first = answers.get(trigger) ?? null;
    let tell: (answer: unknown) => void = () => {};
    if (first === null) {
      answers.set(
        trigger,
        new Promise((resolve) => {
          tell = resolve;
        }),
      );
      void after(sameTriggerMs).then(() => answers.delete(trigger));
    }
    return { first, tell };
  };
};

/**
 * Stands between the receiver and Bolt, which acknowledges events before any listener runs (Bolt 5, App.processEvent) and never
 * acknowledges what nobody listens to. Here events are on disk before that, done once, and everything is acknowledged in time.
 */
export const guardDoor = (
  app: App,
  { inbox, working, draining, after, forget, unknown, pressSeen }: Door,
): void => {
  const process = app.processEvent.bind(app);
  const answerTo = rememberAnswers(after);

  const interaction = async (event: ReceiverEvent): Promise<void> => {
    const { trigger_id: trigger } = otherBody.safeParse(event.body).data ?? {};
    const { first, tell } = trigger === undefined ? { first: null, tell: () => {} } : answerTo(trigger);
    if (first !== null) return event.ack(await first);
    let acked = false;
    const ack: ReceiverEvent['ack'] = async (answer) => {
      acked = true;
      tell(answer);
      await event.ack(answer);
    };
    // Handlers of ours answer sooner by themselves; this catches what they do not know.
    void after(guardMs + 300)
      .then(() => (acked ? undefined : ack(politeAck(event.body))))
      .catch((error: unknown) => forget('late acknowledgement', error));
    await process({ ...event, ack });
    if (acked) return;
    await ack(politeAck(event.body));
    await unknown(event.body);
  };

  const happening = async (event: ReceiverEvent, id: string): Promise<void> => {
    // A failure here is thrown: unacknowledged, Slack delivers it again.
    if (!(await inbox.take(id, JSON.stringify(event.body)))) return event.ack();
    await process(event);
    await inbox.finish(id);
  };

  let seen = false;
  const notePress = (body: unknown): void => {
    if (seen || otherBody.safeParse(body).data?.type !== 'block_actions') return;
    seen = true;
    void pressSeen().catch((error: unknown) => forget('noting a press', error));
  };

  app.processEvent = async (event) => {
    // Not acknowledged while stopping: Slack brings events again, to the next process.
    if (draining()) return leaving(event);
    const leave = working.enter();
    try {
      notePress(event.body);
      const read = eventBody.safeParse(event.body);
      if (!read.success) await interaction(event);
      else if (worthKeeping(read.data.event.type)) await happening(event, read.data.event_id);
      else await process(event);
    } finally {
      leave();
    }
  };
};

/**
 * A crash between the answer and its note would answer twice, so the thread is looked at first. In channels the bot may not read
 * (it does not ask for that), there the very rare second answer is better than none.
 */
const answeredAlready = async (body: unknown, { answeredIn }: Door): Promise<boolean> => {
  const read = directMessage.safeParse(body);
  if (!read.success) return false;
  const { channel, ts, thread_ts: threadTs = ts } = read.data.event;
  return answeredIn(channel, threadTs, ts);
};

/** Answers what a crash cut off: each once, as if Slack had just brought it. */
export const replayUnfinished = async (
  app: App,
  door: Door,
  process: App['processEvent'],
): Promise<number> => {
  const { inbox, working, forget } = door;
  let replayed = 0;
  const entries = await inbox.unfinished();
  for (const { key, content } of entries) {
    const leave = working.enter();
    try {
      const body: unknown = JSON.parse(content);
      if (!(await answeredAlready(body, door))) {
        await process.call(app, { body: eventEnvelope.parse(body), ack: async () => {} });
        replayed += 1;
      }
      await inbox.finish(key);
    } catch (error) {
      forget('replaying an event', error);
    } finally {
      leave();
    }
  }
  return replayed;
};
