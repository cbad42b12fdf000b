/** Reads the app manifest. */
import { z } from 'zod';

const command = z.object({
  command: z.string(),
  description: z.string().default(''),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});
const shortcut = z.object({
  name: z.string(),
  type: z.enum(['global', 'message']),
  callback_id: z.string(),
  description: z.string().default(''),
});
const agent = z.object({
  suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })).default([]),
});

/** The parts of an app manifest that decide what the workspace offers, delivers and allows. */
export const manifestSchema = z.object({
  display_information: z.object({ name: z.string() }),
  features: z
    .object({
      bot_user: z.object({ display_name: z.string() }).optional(),
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(false),
          messages_tab_read_only_enabled: z.boolean().default(true),
        })
        .prefault({}),
      slash_commands: z.array(command).default([]),
      shortcuts: z.array(shortcut).default([]),
      agent_view: agent.optional(),
      assistant_view: agent.optional(),
    })
    .prefault({}),
  oauth_config: z
    .object({ scopes: z.object({ bot: z.array(z.string()).default([]) }).prefault({}) })
    .prefault({}),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}),
      interactivity: z.object({ is_enabled: z.boolean() }).optional(),
    })
    .prefault({}),
});

export type Manifest = z.infer<typeof manifestSchema>;
