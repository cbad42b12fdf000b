/** A person in front of one handler, without Slack: what they did, and everything they were shown. */
import type { Press, Submission, TypedCommand } from '../../src/handlers/bolt/interaction.ts';
import type { Message } from '../../src/views/blocks.ts';

export const personAlone = (user = 'U0SAM') => {
  const shown: string[] = [];
  const note =
    (how: string) =>
    async (what?: unknown): Promise<void> => {
      shown.push(`${how} ${JSON.stringify(what ?? '')}`);
    };
  const reply = {
    user,
    mine: async () => true,
    privately: (message: Message) => note('privately')(message.text),
    open: async (view: unknown) => {
      await note('open')(view);
      return 'V1';
    },
  };
  const typed = (text: string): TypedCommand => ({
    ...reply,
    channel: 'C0DESK',
    text,
    hear: async () => {},
  });
  const press = (actionId: string, value: string, over: Partial<Press> = {}): Press => ({
    ...reply,
    actionId,
    value,
    channel: 'C0DESK',
    messageTs: '1.000001',
    threadTs: null,
    blocks: [],
    view: null,
    fields: {},
    madeRoom: () => false,
    replace: async () => false,
    ...over,
  });
  const form = (fields: Submission['fields'], metadata = ''): Submission => ({
    user,
    fields,
    view: {
      id: 'V1',
      hash: '',
      callback_id: '',
      private_metadata: metadata,
      type: 'modal',
      blocks: [],
      state: { values: {} },
    },
    reject: note('reject'),
    show: note('show'),
    close: note('close'),
    closeAll: note('closeAll'),
  });
  return { shown, typed, press, form };
};
