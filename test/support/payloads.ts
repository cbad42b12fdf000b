/** What Slack sends for each thing a feature listens to, made from the features themselves. */
import type { Feature } from '../../src/handlers/bolt/interaction.ts';
import type { BotAtDesk } from './bot.ts';

export type Action = { readonly key: string; readonly body: (by: Sender) => Record<string, unknown> };
export type Sender = { readonly user: string; readonly team: string };

let triggers = 0;

const leaf = (blockId: string, text: string) => ({
  type: 'rich_text',
  block_id: blockId,
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** One payload for each word, command, press, form, shortcut, suggestion and event. `number` is a case that exists. */
export const actionsOf = (
  features: readonly Feature[],
  place: {
    readonly number: string;
    readonly channel: string;
    /** A message that stands in the channel, and one in a direct message. */
    readonly posted: { readonly ts: string };
    readonly direct: { readonly channel: string; readonly ts: string };
    readonly value?: (action: string) => string;
    /** Actions that are typed and not pressed. */
    readonly types?: readonly string[];
    readonly metadata?: (form: string) => string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly questions?: readonly (readonly [block: string, text: string])[];
  },
): readonly Action[] => {
  const from = ({ user, team }: Sender) => ({
    user: { id: user, team_id: team },
    team: { id: team },
    api_app_id: 'A1',
    trigger_id: `matrix.${++triggers}`,
  });
  const typed =
    (command: string, text: string) =>
    ({ user, team }: Sender) => ({
      command,
      text,
      user_id: user,
      team_id: team,
      channel_id: place.channel,
      api_app_id: 'A1',
      trigger_id: `matrix.${++triggers}`,
      response_url: 'http://127.0.0.1:9/none',
    });
  const message = {
    ts: place.posted.ts,
    blocks: (place.questions ?? []).map(([block, text]) => leaf(block, text)),
  };
  const view = (id: string) => ({
    id: 'V0MATRIX',
    type: 'modal',
    callback_id: id,
    private_metadata: place.metadata?.(id) ?? '',
    blocks: message.blocks,
    state: {
      values: Object.fromEntries(
        Object.entries(place.fields ?? {}).map(([block, value]) => [
          block,
          { value: { type: 'plain_text_input', value } },
        ]),
      ),
    },
  });
  const keys = (pick: (feature: Feature) => object | undefined): readonly string[] =>
    features.flatMap((feature) => Object.keys(pick(feature) ?? {}));
  const event =
    (type: string, more: object) =>
    ({ user, team }: Sender) => ({
      type: 'event_callback',
      team_id: 'T0DESK0001',
      event_id: `Ev${++triggers}`,
      event: {
        type,
        user,
        user_team: team,
        channel: place.channel,
        ts: place.posted.ts,
        text: 'who can see client data?',
        ...more,
      },
    });
  return [
    ...keys(({ words }) => words).map((word) => ({
      key: `word ${word}`,
      body: typed(
        '/privacy',
        word === 'case' ? `case ${place.number}` : word === 'deadline' ? 'deadline today' : word,
      ),
    })),
    ...keys(({ commands }) => commands).map((name) => ({ key: `command ${name}`, body: typed(name, '') })),
    ...keys(({ presses }) => presses).map((id) => ({
      key: `press ${id}`,
      body: (by: Sender) => ({
        type: 'block_actions',
        ...from(by),
        channel: { id: place.channel },
        container: { type: 'message', message_ts: message.ts, channel_id: place.channel },
        message,
        actions: [
          {
            type: place.types?.includes(id) === true ? 'plain_text_input' : 'button',
            action_id: id,
            block_id: 'b',
            value: place.value?.(id) ?? place.number,
          },
        ],
      }),
    })),
    ...keys(({ forms }) => forms).map((id) => ({
      key: `form ${id}`,
      body: (by: Sender) => ({ type: 'view_submission', ...from(by), view: view(id) }),
    })),
    ...keys(({ keeps }) => keeps).map((id) => ({
      key: `keep ${id}`,
      body: (by: Sender) => ({
        type: 'block_actions',
        ...from(by),
        container: { type: 'view', view_id: 'V0MATRIX' },
        view: view('letter_of_case'),
        actions: [{ type: 'plain_text_input', action_id: id, block_id: 'b', value: 'x' }],
      }),
    })),
    ...keys(({ closed }) => closed).map((id) => ({
      key: `close ${id}`,
      body: (by: Sender) => ({ type: 'view_closed', ...from(by), view: view(id), is_cleared: false }),
    })),
    ...keys(({ shortcuts }) => shortcuts).map((id) => ({
      key: `shortcut ${id}`,
      body: (by: Sender) => ({ type: 'shortcut', callback_id: id, ...from(by) }),
    })),
    ...keys(({ messageShortcuts }) => messageShortcuts).map((id) => ({
      key: `message shortcut ${id}`,
      body: (by: Sender) => ({
        type: 'message_action',
        callback_id: id,
        ...from(by),
        channel: { id: place.channel },
        response_url: 'http://127.0.0.1:9/none',
        message: { ts: '1.000001', text: 'please delete my data', user: by.user },
      }),
    })),
    ...keys(({ suggestions }) => suggestions).map((id) => ({
      key: `suggestion ${id}`,
      body: (by: Sender) => ({
        type: 'block_suggestion',
        ...from(by),
        action_id: id,
        block_id: 'b',
        value: 'a',
      }),
    })),
    ...(features.some(({ onDirectMessage }) => onDirectMessage !== undefined)
      ? [{ key: 'direct message', body: event('message', { ...place.direct, channel_type: 'im' }) }]
      : []),
    ...(features.some(({ onMention }) => onMention !== undefined)
      ? [{ key: 'mention', body: event('app_mention', {}) }]
      : []),
    ...(features.some(({ onOpened }) => onOpened !== undefined)
      ? [{ key: 'opened', body: event('app_home_opened', { tab: 'home' }) }]
      : []),
  ];
};

export type Came = {
  readonly acked: boolean;
  readonly answer: string;
  readonly lines: readonly Record<string, unknown>[];
};

/** Lets a payload in where Slack's would come in; what the bot acknowledged, and what it logged meanwhile. */
export const comesIn = async (at: BotAtDesk, body: unknown): Promise<Came> => {
  const before = at.logLines().length;
  let acked = false;
  let answer: unknown = null;
  await at.bot.app.processEvent({
    body: body as Record<string, unknown>,
    ack: async (given: unknown) => {
      acked = true;
      answer = given ?? null;
    },
  });
  await at.bot.working.idle();
  const lines = at
    .logLines()
    .slice(before)
    .map((line) => JSON.parse(line));
  return { acked, answer: JSON.stringify(answer), lines };
};
