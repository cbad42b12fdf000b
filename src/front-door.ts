import type { App, ReceiverEvent } from '@slack/bolt';
import { z } from 'zod';
import { guardMs } from './handlers/replies.ts';
import type { Inbox } from './inbox.ts';
import type { Message } from './views/blocks.ts';
import { noticeView, restartingNotice, unknownGestureNotice } from './views/notice.ts';

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
const otherBody = z.looseObject({ type: z.string().optional(), command: z.string().optional() });

/** Opening a tab needs no memory: redrawing it twice harms nobody. */
const worthKeeping = (type: string): boolean => type === 'app_mention' || type === 'message';

const ephemeral = ({ text, blocks }: Message) => ({ response_type: 'ephemeral', text, blocks });

/** What Slack is told when no handler of ours took an interaction, so that nobody reads "operation_timeout". */
const politeAck = (body: unknown): unknown => {
  const { type, command } = otherBody.safeParse(body).data ?? {};
  if (command !== undefined) return ephemeral(unknownGestureNotice());
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
  /** Told once that a button press has come through: `doctor` can prove it then. */
  readonly pressSeen: () => Promise<void>;
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

  const interaction = async (event: ReceiverEvent): Promise<void> => {
    let acked = false;
    const ack: ReceiverEvent['ack'] = async (answer) => {
      acked = true;
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

/** Answers what a crash cut off: each once, as if Slack had just brought it. */
export const replayUnfinished = async (
  app: App,
  { inbox, working, forget }: Door,
  process: App['processEvent'],
): Promise<number> => {
  const entries = await inbox.unfinished();
  for (const { key, content } of entries) {
    const leave = working.enter();
    try {
      await process.call(app, { body: JSON.parse(content), ack: async () => {} });
      await inbox.finish(key);
    } catch (error) {
      forget('replaying an event', error);
    } finally {
      leave();
    }
  }
  return entries.length;
};
