/** What is read of Slack's payloads, checked. */
import { z } from 'zod';

/** The few fields of Slack's payloads that this bot reads; everything else stays unseen. */
const person = z.object({ id: z.string(), team_id: z.string().optional() });

export const commandPayload = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
});

/** The value object of one element, whatever its kind. */
const elementValue = z.looseObject({ type: z.string() });

const stateValues = z.record(z.string(), z.record(z.string(), elementValue));

const viewPayload = z.object({
  id: z.string(),
  hash: z.string().default(''),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  type: z.string(),
  blocks: z.array(z.unknown()).default([]),
  state: z.object({ values: stateValues }).default({ values: {} }),
});

export type ViewPayload = z.infer<typeof viewPayload>;

export const pressPayload = z.object({
  user: person,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  container: z
    .looseObject({
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
      channel_id: z.string().optional(),
    })
    .default({}),
  message: z
    .looseObject({
      ts: z.string(),
      thread_ts: z.string().optional(),
      blocks: z.array(z.unknown()).default([]),
    })
    .optional(),
  view: viewPayload.optional(),
  state: z.object({ values: stateValues }).optional(),
  actions: z.array(z.looseObject({ action_id: z.string(), type: z.string() })).min(1),
});

export const submissionPayload = z.object({ user: person, trigger_id: z.string(), view: viewPayload });

export const closedPayload = z.object({ user: person, view: viewPayload });

export const shortcutPayload = z.object({ user: person, trigger_id: z.string() });

export const messageShortcutPayload = z.object({
  user: person,
  trigger_id: z.string(),
  response_url: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.looseObject({
    ts: z.string(),
    text: z.string().default(''),
    user: z.string().optional(),
    bot_id: z.string().optional(),
    thread_ts: z.string().optional(),
  }),
});

export const suggestionPayload = z.object({
  user: person,
  action_id: z.string(),
  value: z.string().default(''),
});

export const eventPayload = z.object({
  event_id: z.string().default(''),
  team_id: z.string().default(''),
  is_ext_shared_channel: z.boolean().default(false),
  event: z.looseObject({
    type: z.string(),
    subtype: z.string().optional(),
    user: z.string().optional(),
    user_team: z.string().optional(),
    bot_id: z.string().optional(),
    channel: z.string().optional(),
    channel_type: z.string().optional(),
    text: z.string().optional(),
    ts: z.string().optional(),
    thread_ts: z.string().optional(),
    tab: z.string().optional(),
  }),
});

export type FieldValue = string | readonly string[] | null;
/** Block id to what stands in it. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

const option = z.object({ value: z.string() });

const selected = z.object({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date_time: z.number().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).nullish(),
  selected_channel: z.string().nullish(),
});

const fieldValue = (element: z.infer<typeof elementValue>): FieldValue => {
  const read = selected.safeParse(element);
  if (!read.success) return null;
  const { data } = read;
  return (
    data.value ??
    data.selected_option?.value ??
    data.selected_options?.map(({ value }) => value) ??
    data.selected_date ??
    data.selected_time ??
    data.selected_date_time?.toString() ??
    data.selected_user ??
    data.selected_users ??
    data.selected_conversation ??
    data.selected_conversations ??
    data.selected_channel ??
    null
  );
};

/** What a person filled in, by block id (a block of ours holds one element): the shape a form's `submission` schema reads. */
export const fieldsOf = (values: z.infer<typeof stateValues>): FieldValues =>
  Object.fromEntries(
    Object.entries(values).map(([block, elements]) => {
      const [element] = Object.values(elements);
      return [block, element === undefined ? null : fieldValue(element)];
    }),
  );

const richText = z.object({
  block_id: z.string(),
  type: z.literal('rich_text'),
  elements: z.array(
    z.object({ elements: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })) }),
  ),
});

/** The words of one of our rich text blocks, read back from a message or view. */
export const textOfBlock = (blocks: readonly unknown[], blockId: string): string => {
  for (const block of blocks) {
    const read = richText.safeParse(block);
    if (read.success && read.data.block_id === blockId) {
      return read.data.elements.flatMap(({ elements }) => elements.map(({ text }) => text ?? '')).join('');
    }
  }
  return '';
};
