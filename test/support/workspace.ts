import { join } from 'node:path';
import { type Clock, systemClock } from '../../src/base/clock.ts';
import { projectRoot } from '../../src/base/root.ts';
import type {
  ActResult,
  Change,
  OpenView,
  Snapshot,
  StateValues,
  WorkspaceMessage,
} from '../../src/workspace/contract.ts';
import { startWorkspace, type Workspace, type WorkspaceOptions } from '../../src/workspace/start.ts';
import { sampleManifest } from './sample-manifest.ts';

/** People and channels by the names tests use. */
/** How often `waitFor` looks, in milliseconds. */
const lookMs = 20;

const userIds = { sam: 'U0SAM00001', priya: 'U0PRIYA001', alex: 'U0ALEX0001', jo: 'U0JO000001' } as const;
const channelIds = {
  general: 'C0GENERAL1',
  support: 'C0SUPPORT1',
  privacy: 'C0PRIVACY1',
  random: 'C0RANDOM01',
} as const;
export type PersonName = keyof typeof userIds;
export type ChannelName = keyof typeof channelIds | 'dm';

/** What somebody does and sees, in the words of a test. */
export type PersonAtDesk = {
  readonly id: string;
  readonly state: () => Snapshot;
  readonly types: (channel: ChannelName, text: string, threadTs?: string) => Promise<ActResult>;
  /** Presses the button (or uses the element) with this action id on a message or on the visible view. */
  readonly presses: (
    where: WorkspaceMessage | OpenView,
    actionId: string,
    extra?: Record<string, unknown>,
    /** What stands in the other elements of a message. */
    state?: StateValues,
  ) => Promise<ActResult>;
  /** Presses the first button that shows this label, wherever it is. */
  readonly pressesLabel: (where: WorkspaceMessage | OpenView, label: string) => Promise<ActResult>;
  /** Submits the visible modal; `fields` is block id to the element's value object. */
  readonly submits: (fields?: StateValues) => Promise<ActResult>;
  readonly closes: (all?: boolean) => Promise<ActResult>;
  readonly opensHome: () => Promise<ActResult>;
  readonly usesShortcut: (callbackId: string, message?: WorkspaceMessage) => Promise<ActResult>;
  readonly view: () => OpenView | null;
  readonly home: () => OpenView | null;
  /** Everything this person can read, oldest first. */
  readonly messages: (channel: ChannelName) => readonly WorkspaceMessage[];
  readonly channelId: (channel: ChannelName) => string;
};

export type TestWorkspace = Workspace & {
  readonly person: (name: PersonName) => PersonAtDesk;
  /** Waits on the stream of changes until `look` answers something; says what it waited for when it does not come. */
  readonly waitFor: <T>(what: string, look: () => T | null | undefined | false, ms?: number) => Promise<T>;
  readonly changes: readonly Change[];
};

type Found = {
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  readonly label: string;
  /** Of the two feedback buttons, which are one element. */
  readonly value?: string;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every element with an action id, with the label a person reads on it. */
export const controlsOf = (blocks: readonly unknown[]): readonly Found[] =>
  blocks.filter(isRecord).flatMap((block) => {
    const many: readonly unknown[] = Array.isArray(block['elements']) ? block['elements'] : [];
    return [block['element'], block['accessory'], ...many].filter(isRecord).flatMap((element) => {
      if (typeof element['action_id'] !== 'string') return [];
      const { action_id: actionId } = element;
      if (element['type'] === 'feedback_buttons')
        return [element['positive_button'], element['negative_button']].filter(isRecord).map((one) => ({
          blockId: String(block['block_id']),
          actionId,
          type: 'feedback_buttons',
          label: isRecord(one['text']) ? String(one['text']['text']) : '',
          value: String(one['value']),
        }));
      const text = element['text'];
      const label = isRecord(text) ? String(text['text']) : '';
      return [
        {
          blockId: String(block['block_id']),
          actionId: element['action_id'],
          type: String(element['type']),
          label,
        },
      ];
    });
  });

const person = (workspace: Workspace, name: PersonName): PersonAtDesk => {
  const id = userIds[name];
  const { act, state } = workspace.as(id);
  const channelId = (channel: ChannelName) =>
    channel === 'dm' ? id.replace(/^U/, 'D') : channelIds[channel];
  const view = () => state().views.at(-1) ?? null;
  const press = async (
    where: WorkspaceMessage | OpenView,
    found: Found | undefined,
    extra: Record<string, unknown>,
    state?: StateValues,
  ) => {
    if (found === undefined) throw new Error('no such control here');
    const place = 'ts' in where ? { channel: where.channel, ts: where.ts } : { view: where.id };
    const given = state ?? ('state' in where ? where.state : {});
    const action = {
      ...extra,
      type: found.type,
      ...(found.value === undefined ? {} : { value: found.value }),
    };
    return await act({
      type: 'act',
      place,
      blockId: found.blockId,
      actionId: found.actionId,
      action,
      state: given,
    });
  };
  const controls = (where: WorkspaceMessage | OpenView) =>
    controlsOf('ts' in where ? where.blocks : where.view.blocks);
  return {
    id,
    state,
    channelId,
    view,
    home: () => state().home,
    types: (channel, text, threadTs) =>
      act({
        type: 'say',
        channel: channelId(channel),
        text,
        ...(threadTs === undefined ? {} : { threadTs }),
      }),
    presses: (where, actionId, extra = {}, state) =>
      press(
        where,
        controls(where).find((control) => control.actionId === actionId),
        extra,
        state,
      ),
    pressesLabel: (where, label) =>
      press(
        where,
        controls(where).find((control) => control.label === label),
        {},
      ),
    submits: (fields = {}) => act({ type: 'submit', view: view()?.id ?? '', state: fields }),
    closes: (all = false) => act({ type: 'close', view: view()?.id ?? '', all }),
    opensHome: () => act({ type: 'open_home', tab: 'home' }),
    usesShortcut: (callbackId, message) =>
      message === undefined
        ? act({ type: 'shortcut', callbackId })
        : act({ type: 'message_shortcut', callbackId, channel: message.channel, ts: message.ts }),
    messages: (channel) => state().messages.filter((message) => message.channel === channelId(channel)),
  };
};

/** A workspace on a free port for one test; events that are not acknowledged come again quickly. */
export const startTestWorkspace = async (
  options: Partial<WorkspaceOptions> & { readonly clock?: Clock } = {},
): Promise<TestWorkspace> => {
  const workspace = await startWorkspace({
    port: 0,
    clock: systemClock,
    manifest: sampleManifest,
    pages: {
      roots: [join(projectRoot, 'src/workspace/page')],
      vendorRoot: join(projectRoot, 'node_modules'),
    },
    eventRetryMs: [50, 100, 200],
    ...options,
  });
  const changes: Change[] = [];
  const looks = new Set<() => void>();
  const stopListening = workspace.listen((change) => {
    changes.push(change);
    for (const look of looks) look();
  });
  // Counted in looks, not on the wall: on a machine that is busy elsewhere a look comes late, and so does the end.
  const waitFor: TestWorkspace['waitFor'] = (what, look, ms = 5_000) =>
    new Promise((resolve, reject) => {
      let left = Math.ceil(ms / lookMs);
      const end = (finish: () => void) => {
        clearInterval(again);
        looks.delete(check);
        finish();
      };
      const check = () => {
        const found = look();
        if (found) end(() => resolve(found));
      };
      const giveUp = (): void =>
        end(() =>
          reject(
            new Error(
              `looked for ${ms} ms, as often as a free machine would, for ${what}; problems: ${JSON.stringify(workspace.problems())}`,
            ),
          ),
        );
      // What the app keeps for itself makes no change here, so it is looked at now and then as well.
      const again = setInterval(() => {
        left -= 1;
        check();
        if (left <= 0) giveUp();
      }, lookMs);
      looks.add(check);
      check();
    });
  return {
    ...workspace,
    changes,
    waitFor,
    person: (name) => person(workspace, name),
    stop: async () => {
      stopListening();
      await workspace.stop();
    },
  };
};
