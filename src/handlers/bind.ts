import type { App, ViewSubmitAction } from '@slack/bolt';
import { troubleNotice } from '../views/notice.ts';
import type { Addressed, Gesture, Outcome, Typed } from './gesture.ts';
import type { Parts } from './parts.ts';
import {
  commandPayload,
  eventPayload,
  messageShortcutPayload,
  pressPayload,
  shortcutPayload,
  submissionPayload,
  suggestionPayload,
} from './payloads.ts';
import {
  guardMs,
  messageShortcutFrom,
  pressFrom,
  shortcutReply,
  submissionFrom,
  typedFrom,
} from './replies.ts';

/** What the edge tells the operator: one line per interaction, and a reference for what broke. */
export type Edge = {
  readonly done: (line: {
    readonly user: string;
    readonly did: string;
    readonly outcome: Outcome;
    readonly ms: number;
  }) => void;
  /** Logs an unexpected error without anybody's words and answers a reference for the person. */
  readonly trouble: (did: string, user: string, error: unknown) => string;
};

type Interaction = {
  readonly did: string;
  readonly user: string;
  readonly work: () => Promise<Outcome>;
  readonly sorry: (reference: string) => Promise<void>;
};

/** One interaction: timed, logged once; when it breaks the person reads a plain sentence with a reference. */
const running =
  (parts: Parts, edge: Edge) =>
  async ({ did, user, work, sorry }: Interaction): Promise<void> => {
    const started = parts.clock().getTime();
    const finish = (outcome: Outcome): void =>
      edge.done({ user, did, outcome, ms: parts.clock().getTime() - started });
    try {
      finish(await work());
    } catch (error) {
      const reference = edge.trouble(did, user, error);
      finish('trouble');
      await sorry(reference).catch((second: unknown) =>
        edge.trouble(`${did}, telling the person`, user, second),
      );
    }
  };

type Run = ReturnType<typeof running>;

/** Who listens to what, from all gestures; two listeners of one id are a mistake of ours. */
export const listeners = <T>(
  gestures: readonly Gesture[],
  pick: (gesture: Gesture) => Readonly<Record<string, T>> | undefined,
): ReadonlyMap<string, T> => {
  const all = new Map<string, T>();
  for (const gesture of gestures) {
    for (const [key, handler] of Object.entries(pick(gesture) ?? {})) {
      if (all.has(key)) throw new Error(`two gestures listen to ${key}`);
      all.set(key, handler);
    }
  }
  return all;
};

/** The id itself, or the id with a colon and a number behind it. */
const idOrNumbered = (id: string): RegExp => new RegExp(`^${id}(:.*)?$`);

const bindCommands = (app: App, gestures: readonly Gesture[], parts: Parts, run: Run): void => {
  for (const [name, handle] of listeners(gestures, ({ commands }) => commands)) {
    app.command(name, async ({ ack, body }) => {
      const typed = typedFrom(parts, commandPayload.parse(body), ack);
      void parts.after(guardMs).then(typed.late);
      await run({
        did: name,
        user: typed.user,
        work: () => handle(typed),
        sorry: (reference) => typed.privately(troubleNotice(reference)),
      });
      await typed.settle();
    });
  }
};

const bindPresses = (app: App, gestures: readonly Gesture[], parts: Parts, run: Run): void => {
  for (const [id, handle] of listeners(gestures, ({ presses }) => presses)) {
    app.action(idOrNumbered(id), async ({ ack, body }) => {
      await ack();
      const press = pressFrom(parts, pressPayload.parse(body));
      await run({
        did: `press ${id}`,
        user: press.user,
        work: () => handle(press),
        sorry: (reference) => press.privately(troubleNotice(reference)),
      });
    });
  }
};

/** The first field of a form, where an error can be shown without losing what was typed. */
const firstField = (fields: Readonly<Record<string, unknown>>): string | undefined => Object.keys(fields)[0];

const bindForms = (app: App, gestures: readonly Gesture[], parts: Parts, run: Run): void => {
  for (const [id, handle] of listeners(gestures, ({ forms }) => forms)) {
    app.view<ViewSubmitAction>({ callback_id: id, type: 'view_submission' }, async ({ ack, body }) => {
      const submission = submissionFrom(parts, submissionPayload.parse(body), ack);
      void parts.after(guardMs).then(submission.late);
      await run({
        did: `form ${id}`,
        user: submission.user,
        work: () => handle(submission),
        sorry: async (reference) => {
          const field = firstField(submission.fields);
          const message = troubleNotice(reference);
          if (field !== undefined) await submission.reject({ [field]: message.text.replaceAll('`', '') });
          else await parts.slack.post({ channel: submission.user }, message);
        },
      });
      await submission.settle();
    });
  }
};

const bindShortcuts = (app: App, gestures: readonly Gesture[], parts: Parts, run: Run): void => {
  for (const [id, handle] of listeners(gestures, ({ shortcuts }) => shortcuts)) {
    app.shortcut({ callback_id: id, type: 'shortcut' }, async ({ ack, body }) => {
      await ack();
      const { user, trigger_id: trigger } = shortcutPayload.parse(body);
      await run({
        did: `shortcut ${id}`,
        user: user.id,
        work: () => handle(shortcutReply(parts, user.id, trigger)),
        sorry: async (reference) => {
          await parts.slack.post({ channel: user.id }, troubleNotice(reference));
        },
      });
    });
  }
  for (const [id, handle] of listeners(gestures, ({ messageShortcuts }) => messageShortcuts)) {
    app.shortcut({ callback_id: id, type: 'message_action' }, async ({ ack, body }) => {
      await ack();
      const shortcut = messageShortcutFrom(parts, messageShortcutPayload.parse(body));
      await run({
        did: `message shortcut ${id}`,
        user: shortcut.user,
        work: () => handle(shortcut),
        sorry: (reference) => shortcut.privately(troubleNotice(reference)),
      });
    });
  }
};

const bindSuggestions = (app: App, gestures: readonly Gesture[], edge: Edge): void => {
  for (const [id, handle] of listeners(gestures, ({ suggestions }) => suggestions)) {
    app.options(idOrNumbered(id), async ({ ack, body }) => {
      const { user, action_id: actionId, value } = suggestionPayload.parse(body);
      const options = await handle({ user: user.id, actionId, typed: value }).catch((error: unknown) => {
        edge.trouble(`suggestions ${id}`, user.id, error);
        return [];
      });
      await ack({
        options: options.slice(0, 100).map((option) => ({
          text: { type: 'plain_text', text: [...option.text].slice(0, 75).join('') },
          value: option.value,
        })),
      });
    });
  }
};

const addressedFrom = (body: unknown): Addressed | null => {
  const { event, is_ext_shared_channel: shared, team_id: team } = eventPayload.parse(body);
  const { user, channel, text, ts } = event;
  const fromPerson =
    event.bot_id === undefined && (event.subtype === undefined || event.subtype === 'file_share');
  if (!fromPerson || user === undefined || channel === undefined || text === undefined || ts === undefined)
    return null;
  const stranger = event.user_team !== undefined && team !== '' && event.user_team !== team;
  return { user, channel, text, ts, threadTs: event.thread_ts ?? ts, sharedWithOthers: shared || stranger };
};

const bindEvents = (app: App, gestures: readonly Gesture[], parts: Parts, run: Run): void => {
  const answering = async (did: string, body: unknown, handle: (message: Addressed) => Promise<Outcome>) => {
    const message = addressedFrom(body);
    if (message === null) return;
    await run({
      did,
      user: message.user,
      work: () => handle(message),
      sorry: async (reference) => {
        const { channel, threadTs, user } = message;
        if (channel.startsWith('D')) await parts.slack.post({ channel, threadTs }, troubleNotice(reference));
        else await parts.slack.whisper({ channel, threadTs, user }, troubleNotice(reference));
      },
    });
  };
  for (const { onDirectMessage, onMention, onOpened } of gestures) {
    if (onDirectMessage !== undefined) {
      app.message(async ({ body, event }) => {
        if (event.channel_type === 'im') await answering('direct message', body, onDirectMessage);
      });
    }
    if (onMention !== undefined) {
      app.event('app_mention', ({ body }) => answering('mention', body, onMention));
    }
    if (onOpened !== undefined) {
      app.event('app_home_opened', async ({ event: { user, channel, tab = 'home' } }) => {
        await run({
          did: `open ${tab}`,
          user,
          work: () => onOpened({ user, channel, tab }),
          sorry: async () => {},
        });
      });
    }
  }
};

/**
 * `/privacy`: the first word decides, if what follows fits it ("cases" opens the list, "cases where we share data?" is a question);
 * everything else is a question, and nothing at all asks for help.
 */
export const privacyCommand =
  (
    gestures: readonly Gesture[],
    help: (typed: Typed) => Promise<Outcome>,
    question: (typed: Typed) => Promise<Outcome>,
  ): ((typed: Typed) => Promise<Outcome>) =>
  (typed) => {
    if (typed.text === '') return help(typed);
    const [first = '', ...others] = typed.text.split(/\s+/);
    const rest = others.join(' ');
    const word = listeners(gestures, ({ words }) => words).get(first.toLowerCase());
    if (word === undefined || (rest !== '' && !word.takes?.test(rest))) return question(typed);
    return word.handle({ ...typed, text: rest });
  };

/** Lets every gesture hear what it listens to. */
export const bindGestures = (app: App, gestures: readonly Gesture[], parts: Parts, edge: Edge): void => {
  const run = running(parts, edge);
  bindCommands(app, gestures, parts, run);
  bindPresses(app, gestures, parts, run);
  bindForms(app, gestures, parts, run);
  bindShortcuts(app, gestures, parts, run);
  bindSuggestions(app, gestures, edge);
  bindEvents(app, gestures, parts, run);
};
