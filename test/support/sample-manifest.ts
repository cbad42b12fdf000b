/** A small app for the workspace's own tests; the product's manifest lies at the root of the repository. */
export const sampleManifest = {
  _metadata: { major_version: 2 },
  display_information: { name: 'Sample App' },
  features: {
    bot_user: { display_name: 'Sample App', always_online: true },
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    slash_commands: [
      { command: '/sample', description: 'Try it', usage_hint: '[text]', should_escape: false },
      { command: '/escaped', description: 'With mentions resolved', should_escape: true },
    ],
    shortcuts: [
      { name: 'Do it', type: 'global', callback_id: 'do_it', description: 'Anywhere' },
      { name: 'Look at it', type: 'message', callback_id: 'look_at_it', description: 'On a message' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'assistant:write',
        'channels:history',
        'channels:read',
        'chat:write',
        'commands',
        'files:write',
        'groups:read',
        'im:history',
        'im:write',
        'users:read',
      ],
    },
  },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened', 'app_mention', 'message.im', 'message.channels'] },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
} as const;
