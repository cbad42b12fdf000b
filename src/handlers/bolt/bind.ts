/** Binds every feature to what Slack sends. */
import type { App, ViewClosedAction, ViewSubmitAction } from '@slack/bolt';
import type { Dependencies } from '../dependencies.ts';
import { addressedFrom } from './addressed.ts';
import { type Edge, type RunHandler, reopening, running, soon } from './edge.ts';
import type { Addressed, Feature, InteractionOutcome } from './interaction.ts';
import { exactly, listeners, upToColon } from './listeners.ts';
import {
  closedPayload,
  commandPayload,
  fieldsOf,
  messageShortcutPayload,
  pressPayload,
  shortcutPayload,
  submissionPayload,
  suggestionPayload,
} from './payloads.ts';
import { messageShortcutFrom, pressFrom, shortcutReply, typedFrom } from './replies.ts';
import { submissionFrom } from './submission-reply.ts';

/** What every reply needs, whatever the feature. */
type Binding = Pick<Dependencies, 'slack' | 'clock' | 'after' | 'answering'>;

const bindCommands = (
  app: App,
  features: readonly Feature[],
  deps: Binding,
  run: RunHandler,
  edge: Edge,
): void => {
  const { pattern, find } = exactly(listeners(features, ({ commands }) => commands));
  // Before the listeners, all of which Bolt starts for each payload: a fifth of what an answer costs was made there.
  app.use(async (given) => {
    if (!('command' in given) || !pattern.test(given.command.command)) return given.next();
    const { ack, body } = given;
    const [name, handle] = find(body.command);
    const typed = typedFrom(deps, commandPayload.parse(body), ack);
    const inTime = soon(deps, edge, name, typed);
    await run({
      did: name,
      user: typed.user,
      work: () => handle(typed),
      tell: typed.privately,
      again: reopening(name, typed.text),
    });
    await typed.settle();
    inTime();
  });
};

const bindPresses = (app: App, features: readonly Feature[], deps: Binding, run: RunHandler): void => {
  const { pattern, find } = upToColon(listeners(features, ({ presses }) => presses));
  app.action(pattern, async ({ ack, body }) => {
    await ack();
    const payload = pressPayload.parse(body);
    const press = pressFrom(deps, payload);
    const [id, handle] = find(press.actionId);
    const typed = payload.actions[0]?.type === 'plain_text_input';
    await run({
      did: `press ${id}`,
      user: press.user,
      work: () => handle(press),
      tell: press.privately,
      // What somebody typed stands in no button of a message; where it matters it is kept as a draft.
      again: typed ? { actionId: press.actionId, value: '' } : press,
    });
  });
};

const bindKeeps = (app: App, features: readonly Feature[], deps: Binding, run: RunHandler): void => {
  const { pattern, find } = upToColon(listeners(features, ({ keeps }) => keeps));
  app.action(pattern, async ({ ack, body }) => {
    const press = pressFrom(deps, pressPayload.parse(body));
    const [id, handle] = find(press.actionId);
    await run({
      did: `keep ${id}`,
      user: press.user,
      work: () => handle(press),
      tell: press.privately,
      again: null,
    });
    await ack();
  });
};

/** The first field of a form, where an error can be shown without losing what was typed. */
const firstField = (fields: Readonly<Record<string, unknown>>): string | undefined => Object.keys(fields)[0];

const bindForms = (
  app: App,
  features: readonly Feature[],
  deps: Binding,
  run: RunHandler,
  edge: Edge,
): void => {
  const { pattern, find } = exactly(listeners(features, ({ forms }) => forms));
  app.view<ViewSubmitAction>({ callback_id: pattern, type: 'view_submission' }, async ({ ack, body }) => {
    const [id, handle] = find(body.view.callback_id);
    const submission = submissionFrom(deps, submissionPayload.parse(body), ack);
    const inTime = soon(deps, edge, `form ${id}`, submission);
    await run({
      did: `form ${id}`,
      user: submission.user,
      work: () => handle(submission),
      tell: async (message) => {
        const field = firstField(submission.fields);
        if (field !== undefined) await submission.reject({ [field]: message.text.replaceAll('`', '') });
        else await deps.slack.post({ channel: submission.user }, message);
      },
      again: null,
    });
    await submission.settle();
    inTime();
  });
};

const bindClosed = (app: App, features: readonly Feature[], run: RunHandler): void => {
  const { pattern, find } = exactly(listeners(features, ({ closed }) => closed));
  app.view<ViewClosedAction>({ callback_id: pattern, type: 'view_closed' }, async ({ ack, body }) => {
    await ack();
    const { user, view } = closedPayload.parse(body);
    const [id, handle] = find(view.callback_id);
    await run({
      did: `close ${id}`,
      user: user.id,
      work: () => handle({ user: user.id, view, fields: fieldsOf(view.state.values) }),
      tell: async () => {},
      again: null,
    });
  });
};

const bindShortcuts = (app: App, features: readonly Feature[], deps: Binding, run: RunHandler): void => {
  const plain = exactly(listeners(features, ({ shortcuts }) => shortcuts));
  app.shortcut({ callback_id: plain.pattern, type: 'shortcut' }, async ({ ack, body }) => {
    await ack();
    const [id, handle] = plain.find(body.callback_id);
    const { user, trigger_id: trigger } = shortcutPayload.parse(body);
    const shortcut = shortcutReply(deps, user.id, trigger);
    await run({
      did: `shortcut ${id}`,
      user: user.id,
      work: () => handle(shortcut),
      tell: shortcut.privately,
      again: id === 'log_rights_request' ? { actionId: 'menu_request', value: '' } : null,
    });
  });
  const onMessages = exactly(listeners(features, ({ messageShortcuts }) => messageShortcuts));
  app.shortcut({ callback_id: onMessages.pattern, type: 'message_action' }, async ({ ack, body }) => {
    await ack();
    const [id, handle] = onMessages.find(body.callback_id);
    const shortcut = messageShortcutFrom(deps, messageShortcutPayload.parse(body));
    await run({
      did: `message shortcut ${id}`,
      user: shortcut.user,
      work: () => handle(shortcut),
      tell: shortcut.privately,
      again: null,
    });
  });
};

const bindSuggestions = (app: App, features: readonly Feature[], edge: Edge): void => {
  const { pattern, find } = upToColon(listeners(features, ({ suggestions }) => suggestions));
  app.options(pattern, async ({ ack, body }) => {
    const { user, action_id: actionId, value } = suggestionPayload.parse(body);
    const [id, handle] = find(actionId);
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
};

const bindEvents = (app: App, features: readonly Feature[], deps: Binding, run: RunHandler): void => {
  const answering = async (
    did: string,
    body: unknown,
    handle: (message: Addressed) => Promise<InteractionOutcome>,
  ) => {
    const addressed = addressedFrom(deps, body);
    if (addressed === null) return;
    const { message, sorry } = addressed;
    await run({ did, user: message.user, work: () => handle(message), tell: sorry, again: null });
  };
  for (const { onDirectMessage, onMention, onOpened } of features) {
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
          tell: async () => {},
          again: null,
        });
      });
    }
  }
};

/** Lets every action hear what it listens to. */
export const bindInteractions = (app: App, features: readonly Feature[], deps: Binding, edge: Edge): void => {
  const run = running(deps, edge);
  bindCommands(app, features, deps, run, edge);
  bindPresses(app, features, deps, run);
  bindKeeps(app, features, deps, run);
  bindForms(app, features, deps, run, edge);
  bindClosed(app, features, run);
  bindShortcuts(app, features, deps, run);
  bindSuggestions(app, features, edge);
  bindEvents(app, features, deps, run);
};
