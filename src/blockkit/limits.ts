/**
 * Slack's limits as one table. Counts are Unicode code points (Slack does not say; assumed). As of 2026-11-22, from
 * docs.slack.dev (block kit reference, views, composition objects), @slack/types 3.2.0, the official Python models and
 * slackblocks' spec/limits.json. A property that is not in the table is an error on Slack's side.
 */
import type { LimitRule, Shape } from './rule.ts';

const id: LimitRule = { kind: 'string', min: 1, max: 255 };
const flag: LimitRule = { kind: 'boolean' };
const confirm: LimitRule = { kind: 'object', ref: 'confirm' };
const placeholder: LimitRule = { kind: 'plain_text', min: 1, max: 150 };

/** Blocks by their `type`. */
export const blocks: Readonly<Record<string, Shape>> = {
  actions: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      block_id: id,
      elements: {
        kind: 'array',
        items: {
          kind: 'element',
          types: [
            'button',
            'checkboxes',
            'datepicker',
            'datetimepicker',
            'timepicker',
            'overflow',
            'radio_buttons',
            'workflow_button',
            'rich_text_input',
            'static_select',
            'external_select',
            'users_select',
            'conversations_select',
            'channels_select',
            'multi_static_select',
            'multi_external_select',
            'multi_users_select',
            'multi_conversations_select',
            'multi_channels_select',
          ],
        },
        min: 1,
        max: 25,
        required: true,
      },
    },
  },
  context: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      block_id: id,
      elements: {
        kind: 'array',
        items: {
          kind: 'one_of',
          of: [
            { kind: 'text', min: 1, max: 3000 },
            { kind: 'element', types: ['image'] },
          ],
        },
        min: 1,
        max: 10,
        required: true,
      },
    },
  },
  divider: { surfaces: ['message', 'modal', 'home'], fields: { block_id: id } },
  header: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      block_id: id,
      text: { kind: 'plain_text', min: 1, max: 150, required: true },
      level: { kind: 'integer', min: 1, max: 4 },
    },
  },
  image: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      block_id: id,
      alt_text: { kind: 'string', min: 1, max: 2000, required: true },
      title: { kind: 'plain_text', min: 1, max: 2000 },
      image_url: { kind: 'string', min: 1, max: 3000, format: 'url' },
      slack_file: { kind: 'object', ref: 'slack_file' },
    },
    exactlyOneOf: [['image_url', 'slack_file']],
  },
  input: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      block_id: id,
      label: { kind: 'plain_text', min: 1, max: 2000, required: true },
      hint: { kind: 'plain_text', min: 1, max: 2000 },
      optional: flag,
      dispatch_action: flag,
      element: {
        kind: 'element',
        types: [
          'plain_text_input',
          'email_text_input',
          'url_text_input',
          'number_input',
          'rich_text_input',
          'file_input',
          'checkboxes',
          'radio_buttons',
          'datepicker',
          'datetimepicker',
          'timepicker',
          'static_select',
          'external_select',
          'users_select',
          'conversations_select',
          'channels_select',
          'multi_static_select',
          'multi_external_select',
          'multi_users_select',
          'multi_conversations_select',
          'multi_channels_select',
        ],
        required: true,
      },
    },
  },
  rich_text: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      block_id: id,
      elements: {
        kind: 'array',
        items: {
          kind: 'rich_text_container',
          types: ['rich_text_section', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote'],
        },
        min: 1,
        required: true,
      },
    },
  },
  section: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      block_id: id,
      text: { kind: 'text', min: 1, max: 3000 },
      fields: { kind: 'array', items: { kind: 'text', min: 1, max: 2000 }, min: 1, max: 10 },
      expand: flag,
      accessory: {
        kind: 'element',
        types: [
          'button',
          'checkboxes',
          'datepicker',
          'timepicker',
          'image',
          'overflow',
          'radio_buttons',
          'workflow_button',
          'static_select',
          'external_select',
          'users_select',
          'conversations_select',
          'channels_select',
          'multi_static_select',
          'multi_external_select',
          'multi_users_select',
          'multi_conversations_select',
          'multi_channels_select',
        ],
      },
    },
    atLeastOneOf: [['text', 'fields']],
  },
  video: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      block_id: id,
      alt_text: { kind: 'string', min: 1, max: 200, required: true },
      title: { kind: 'plain_text', min: 1, max: 199, required: true },
      thumbnail_url: { kind: 'string', min: 1, format: 'url', required: true },
      // Embedded, so Slack asks for https (docs `/reference/block-kit/blocks/video-block`).
      video_url: { kind: 'string', min: 1, format: 'https_url', required: true },
      author_name: { kind: 'string', min: 1, max: 49 },
      description: { kind: 'plain_text', min: 1, max: 200 },
      provider_icon_url: { kind: 'string', format: 'url' },
      provider_name: { kind: 'string', min: 0, max: 50 },
      title_url: { kind: 'string', format: 'https_url' },
    },
  },
  markdown: {
    surfaces: ['message'],
    fields: {
      block_id: { kind: 'string', min: 1, max: 255 },
      text: { kind: 'string', min: 1, max: 12000, required: true },
    },
  },
  table: {
    surfaces: ['message', 'home'],
    fields: {
      block_id: id,
      rows: {
        kind: 'array',
        items: {
          kind: 'array',
          items: { kind: 'table_cell', types: ['raw_text', 'raw_number', 'rich_text'] },
          min: 1,
          max: 20,
        },
        min: 1,
        max: 100,
        required: true,
      },
      column_settings: {
        kind: 'array',
        items: {
          kind: 'nullable',
          of: {
            kind: 'object',
            fields: { align: { kind: 'enum', values: ['left', 'center', 'right'] }, is_wrapped: flag },
          },
        },
        min: 0,
        max: 20,
      },
    },
  },
  data_table: {
    surfaces: ['message', 'home'],
    fields: {
      block_id: id,
      caption: { kind: 'string', min: 1, required: true },
      rows: {
        kind: 'array',
        items: {
          kind: 'array',
          items: { kind: 'table_cell', types: ['raw_text', 'raw_number', 'rich_text'] },
          min: 1,
          max: 20,
        },
        min: 2,
        max: 201,
        required: true,
      },
      row_header_column_index: { kind: 'integer', min: 0 },
      page_size: { kind: 'integer', min: 1, max: 100 },
    },
  },
  data_visualization: {
    surfaces: ['message'],
    fields: {
      block_id: id,
      title: { kind: 'string', min: 1, max: 50, required: true },
      chart: { kind: 'object', ref: 'chart', required: true },
    },
  },
  context_actions: {
    surfaces: ['message'],
    fields: {
      block_id: id,
      elements: {
        kind: 'array',
        items: { kind: 'element', types: ['feedback_buttons', 'icon_button'] },
        min: 1,
        max: 5,
        required: true,
      },
    },
  },
  plan: {
    surfaces: ['message'],
    fields: {
      block_id: id,
      title: { kind: 'string', min: 1, required: true },
      tasks: {
        kind: 'array',
        items: { kind: 'block', types: ['task_card'], implicitType: 'task_card' },
        min: 1,
      },
    },
  },
  task_card: {
    surfaces: ['message'],
    fields: {
      block_id: id,
      task_id: { kind: 'string', min: 1, required: true },
      title: { kind: 'string', min: 1, required: true },
      status: { kind: 'enum', values: ['pending', 'in_progress', 'complete', 'error'] },
      details: { kind: 'block', types: ['rich_text'] },
      output: { kind: 'block', types: ['rich_text'] },
      sources: { kind: 'array', items: { kind: 'element', types: ['url'] } },
    },
  },
  alert: {
    surfaces: ['modal'],
    fields: {
      block_id: id,
      text: { kind: 'text', min: 1, max: 200, required: true },
      level: { kind: 'enum', values: ['default', 'info', 'warning', 'error', 'success'] },
    },
  },
  card: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      block_id: id,
      title: { kind: 'text', min: 1, max: 150 },
      subtitle: { kind: 'text', min: 1, max: 150 },
      body: { kind: 'text', min: 1, max: 200 },
      subtext: { kind: 'text', min: 1, max: 200 },
      slack_icon: { kind: 'object', ref: 'icon_object' },
      hero_image: { kind: 'element', types: ['image'] },
      icon: { kind: 'element', types: ['image'] },
      actions: { kind: 'array', items: { kind: 'element', types: ['button'] }, min: 1, max: 3 },
    },
    atLeastOneOf: [['hero_image', 'title', 'actions', 'body']],
  },
  carousel: {
    surfaces: ['message', 'home'],
    fields: {
      block_id: id,
      elements: { kind: 'array', items: { kind: 'block', types: ['card'] }, min: 1, max: 10, required: true },
    },
  },
  container: {
    surfaces: ['message'],
    fields: {
      block_id: id,
      title: { kind: 'plain_text', min: 1, max: 150 },
      rich_text_title: { kind: 'block', types: ['rich_text'] },
      subtitle: { kind: 'text', min: 1, max: 150 },
      icon: { kind: 'element', types: ['image'] },
      width: { kind: 'enum', values: ['narrow', 'standard', 'wide', 'full'] },
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
      child_blocks: {
        kind: 'array',
        items: {
          kind: 'block',
          types: [
            'actions',
            'context',
            'divider',
            'file',
            'header',
            'image',
            'input',
            'rich_text',
            'section',
            'table',
            'video',
          ],
        },
        min: 1,
        max: 10,
        required: true,
      },
    },
  },
  /** A call of the Calls API, by the id that `calls.add` gave. */
  call: {
    surfaces: ['message'],
    fields: { block_id: id, call_id: { kind: 'string', min: 1, required: true } },
  },
  file: {
    surfaces: [],
    fields: {
      block_id: id,
      external_id: { kind: 'string', min: 1, required: true },
      source: { kind: 'enum', values: ['remote'], required: true },
    },
  },
};

/** Elements by their `type`. */
export const elements: Readonly<Record<string, Shape>> = {
  button: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      text: { kind: 'plain_text', min: 1, max: 75, required: true },
      value: { kind: 'string', min: 1, max: 2000 },
      url: { kind: 'string', min: 1, max: 3000, format: 'url' },
      style: { kind: 'enum', values: ['primary', 'danger'] },
      accessibility_label: { kind: 'string', min: 1, max: 75 },
      confirm: confirm,
    },
  },
  workflow_button: {
    surfaces: ['message'],
    fields: {
      action_id: id,
      text: { kind: 'plain_text', min: 1, max: 75, required: true },
      workflow: { kind: 'object', required: true },
      style: { kind: 'enum', values: ['primary', 'danger'] },
      accessibility_label: { kind: 'string', min: 1, max: 75 },
    },
  },
  feedback_buttons: {
    surfaces: ['message'],
    inBlocks: ['context_actions'],
    fields: {
      action_id: id,
      positive_button: { kind: 'object', ref: 'feedback_button', required: true },
      negative_button: { kind: 'object', ref: 'feedback_button', required: true },
    },
  },
  icon_button: {
    surfaces: ['message'],
    inBlocks: ['context_actions'],
    fields: {
      action_id: id,
      icon: { kind: 'enum', values: ['trash'], required: true },
      text: { kind: 'plain_text', min: 1, max: 75, required: true },
      value: { kind: 'string', min: 1, max: 2000 },
      accessibility_label: { kind: 'string', min: 1, max: 75 },
      visible_to_user_ids: { kind: 'array', items: { kind: 'string' }, min: 1, max: 10 },
      confirm: confirm,
    },
  },
  image: {
    surfaces: ['message', 'modal', 'home'],
    inBlocks: ['section', 'context', 'card'],
    fields: {
      alt_text: { kind: 'string', min: 1, max: 2000, required: true },
      image_url: { kind: 'string', min: 1, max: 3000, format: 'url' },
      slack_file: { kind: 'object', ref: 'slack_file' },
    },
    exactlyOneOf: [['image_url', 'slack_file']],
  },
  overflow: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      options: { kind: 'array', items: { kind: 'object', ref: 'option' }, min: 1, max: 5, required: true },
      confirm: confirm,
    },
  },
  checkboxes: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      options: { kind: 'array', items: { kind: 'object', ref: 'option' }, min: 1, max: 10, required: true },
      initial_options: {
        kind: 'array',
        items: { kind: 'object', ref: 'option' },
        min: 1,
        max: 10,
        subsetOf: 'options',
      },
      confirm: confirm,
      focus_on_load: flag,
    },
  },
  radio_buttons: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      options: { kind: 'array', items: { kind: 'object', ref: 'option' }, min: 1, max: 10, required: true },
      initial_option: { kind: 'object', ref: 'option', memberOf: 'options' },
      confirm: confirm,
      focus_on_load: flag,
    },
  },
  datepicker: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      initial_date: { kind: 'string', min: 10, max: 10, pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' },
    },
  },
  timepicker: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      initial_time: { kind: 'string', min: 5, max: 5, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
      timezone: { kind: 'string', min: 1, format: 'time_zone' },
    },
  },
  datetimepicker: {
    surfaces: ['message', 'modal'],
    inBlocks: ['actions', 'input'],
    fields: {
      action_id: id,
      initial_date_time: { kind: 'integer', min: 1000000000, max: 9999999999 },
      confirm: confirm,
      focus_on_load: flag,
    },
  },
  plain_text_input: {
    surfaces: ['message', 'modal', 'home'],
    inBlocks: ['input'],
    fields: {
      action_id: id,
      placeholder: placeholder,
      focus_on_load: flag,
      initial_value: { kind: 'string', min: 0, max: 3000 },
      multiline: flag,
      min_length: { kind: 'integer', min: 0, max: 3000 },
      max_length: { kind: 'integer', min: 1, max: 3000 },
      dispatch_action_config: { kind: 'object', ref: 'dispatch_action_config' },
    },
  },
  email_text_input: {
    surfaces: ['modal'],
    inBlocks: ['input'],
    fields: {
      action_id: id,
      placeholder: placeholder,
      focus_on_load: flag,
      initial_value: { kind: 'string' },
      dispatch_action_config: { kind: 'object', ref: 'dispatch_action_config' },
    },
  },
  url_text_input: {
    surfaces: ['modal'],
    inBlocks: ['input'],
    fields: {
      action_id: id,
      placeholder: placeholder,
      focus_on_load: flag,
      initial_value: { kind: 'string' },
      dispatch_action_config: { kind: 'object', ref: 'dispatch_action_config' },
    },
  },
  number_input: {
    surfaces: ['modal'],
    inBlocks: ['input'],
    fields: {
      action_id: id,
      placeholder: placeholder,
      focus_on_load: flag,
      is_decimal_allowed: { kind: 'boolean', required: true },
      initial_value: { kind: 'string', format: 'number_string' },
      min_value: { kind: 'string', format: 'number_string' },
      max_value: { kind: 'string', format: 'number_string' },
      dispatch_action_config: { kind: 'object', ref: 'dispatch_action_config' },
    },
  },
  rich_text_input: {
    surfaces: ['modal', 'home'],
    inBlocks: ['input', 'actions'],
    fields: {
      action_id: id,
      placeholder: placeholder,
      focus_on_load: flag,
      initial_value: { kind: 'block', types: ['rich_text'] },
      min_lines: { kind: 'integer', min: 1, max: 100 },
      max_lines: { kind: 'integer', min: 1, max: 100 },
      dispatch_action_config: { kind: 'object', ref: 'dispatch_action_config' },
    },
  },
  file_input: {
    surfaces: ['modal'],
    inBlocks: ['input'],
    fields: {
      action_id: id,
      filetypes: { kind: 'array', items: { kind: 'string' }, min: 1 },
      max_files: { kind: 'integer', min: 1, max: 10 },
    },
  },
  static_select: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      options: { kind: 'array', items: { kind: 'object', ref: 'option' }, min: 1, max: 100 },
      option_groups: { kind: 'array', items: { kind: 'object', ref: 'option_group' }, min: 1, max: 100 },
      initial_option: { kind: 'object', ref: 'option', memberOf: 'options' },
    },
    exactlyOneOf: [['options', 'option_groups']],
  },
  multi_static_select: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      max_selected_items: { kind: 'integer', min: 1 },
      options: { kind: 'array', items: { kind: 'object', ref: 'option' }, min: 1, max: 100 },
      option_groups: { kind: 'array', items: { kind: 'object', ref: 'option_group' }, min: 1, max: 100 },
      initial_options: {
        kind: 'array',
        items: { kind: 'object', ref: 'option' },
        min: 1,
        max: 100,
        subsetOf: 'options',
      },
    },
    exactlyOneOf: [['options', 'option_groups']],
  },
  external_select: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      min_query_length: { kind: 'integer', min: 0 },
      initial_option: { kind: 'object', ref: 'option' },
    },
  },
  multi_external_select: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      max_selected_items: { kind: 'integer', min: 1 },
      min_query_length: { kind: 'integer', min: 0 },
      initial_options: { kind: 'array', items: { kind: 'object', ref: 'option' }, min: 1, max: 100 },
    },
  },
  users_select: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      initial_user: { kind: 'string', min: 1 },
    },
  },
  multi_users_select: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      max_selected_items: { kind: 'integer', min: 1 },
      initial_users: { kind: 'array', items: { kind: 'string' }, min: 1 },
    },
  },
  conversations_select: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      default_to_current_conversation: flag,
      filter: { kind: 'object', ref: 'conversation_filter' },
      initial_conversation: { kind: 'string', min: 1 },
      response_url_enabled: { kind: 'boolean', only: { surface: 'modal', block: 'input' } },
    },
  },
  multi_conversations_select: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      max_selected_items: { kind: 'integer', min: 1 },
      default_to_current_conversation: flag,
      filter: { kind: 'object', ref: 'conversation_filter' },
      initial_conversations: { kind: 'array', items: { kind: 'string' }, min: 1 },
    },
  },
  channels_select: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      initial_channel: { kind: 'string', min: 1 },
      response_url_enabled: { kind: 'boolean', only: { surface: 'modal', block: 'input' } },
    },
  },
  multi_channels_select: {
    surfaces: ['message', 'modal', 'home'],
    fields: {
      action_id: id,
      confirm: confirm,
      placeholder: placeholder,
      focus_on_load: flag,
      max_selected_items: { kind: 'integer', min: 1 },
      initial_channels: { kind: 'array', items: { kind: 'string' }, min: 1 },
    },
  },
  url: {
    surfaces: ['message'],
    inBlocks: ['task_card'],
    fields: {
      url: { kind: 'string', min: 1, required: true },
      text: { kind: 'string', min: 1, required: true },
    },
  },
};

/** Composition objects by name. */
export const objects: Readonly<Record<string, Shape>> = {
  plain_text: {
    fields: {
      type: { kind: 'enum', values: ['plain_text'], required: true },
      text: { kind: 'string', min: 1, max: 3000, required: true },
      emoji: flag,
    },
  },
  mrkdwn: {
    fields: {
      type: { kind: 'enum', values: ['mrkdwn'], required: true },
      text: { kind: 'string', min: 1, max: 3000, required: true },
      verbatim: { kind: 'boolean' },
    },
  },
  option: {
    fields: {
      text: { kind: 'text', min: 1, max: 75, required: true },
      value: { kind: 'string', min: 1, max: 150, required: true },
      description: { kind: 'text', min: 1, max: 75 },
      url: { kind: 'string', min: 1, max: 3000, only: { element: 'overflow' } },
    },
  },
  option_group: {
    fields: {
      label: { kind: 'plain_text', min: 1, max: 75, required: true },
      options: { kind: 'array', items: { kind: 'object', ref: 'option' }, min: 1, max: 100, required: true },
    },
  },
  confirm: {
    fields: {
      // Slack has words of its own for what is left out (@slack/types: only the text is asked for).
      title: { kind: 'plain_text', min: 1, max: 100 },
      text: { kind: 'text', min: 1, max: 300, required: true },
      confirm: { kind: 'plain_text', min: 1, max: 30 },
      deny: { kind: 'plain_text', min: 1, max: 30 },
      style: { kind: 'enum', values: ['primary', 'danger'] },
    },
  },
  conversation_filter: {
    fields: {
      include: {
        kind: 'array',
        items: { kind: 'enum', values: ['im', 'mpim', 'private', 'public'] },
        min: 1,
        max: 4,
      },
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
    atLeastOneOf: [['include', 'exclude_external_shared_channels', 'exclude_bot_users']],
  },
  dispatch_action_config: {
    fields: {
      trigger_actions_on: {
        kind: 'array',
        items: { kind: 'enum', values: ['on_enter_pressed', 'on_character_entered'] },
        min: 1,
        max: 2,
      },
    },
  },
  icon_object: {
    fields: {
      type: { kind: 'enum', values: ['icon'], required: true },
      name: { kind: 'string', min: 1, required: true },
    },
  },
  chart: {
    byType: {
      pie: { needs: ['segments'], never: ['series', 'axis_config'] },
      bar: { needs: ['series', 'axis_config'], never: ['segments'] },
      line: { needs: ['series', 'axis_config'], never: ['segments'] },
      area: { needs: ['series', 'axis_config'], never: ['segments'] },
    },
    fields: {
      type: { kind: 'enum', values: ['bar', 'line', 'area', 'pie'], required: true },
      segments: {
        kind: 'array',
        items: {
          kind: 'object',
          fields: {
            label: { kind: 'string', min: 1, max: 20, required: true },
            value: { kind: 'number', above: 0, required: true },
          },
        },
        min: 1,
        max: 12,
      },
      series: {
        kind: 'array',
        items: {
          kind: 'object',
          fields: {
            name: { kind: 'string', min: 1, max: 20, required: true },
            data: {
              kind: 'array',
              items: {
                kind: 'object',
                fields: {
                  label: { kind: 'string', min: 1, max: 20, required: true },
                  value: { kind: 'number', required: true },
                },
              },
              min: 1,
              max: 20,
              required: true,
            },
          },
        },
        min: 1,
        max: 12,
      },
      axis_config: {
        kind: 'object',
        fields: {
          categories: { kind: 'array', items: { kind: 'string', min: 1, max: 20 }, min: 1, max: 20 },
          x_label: { kind: 'string', min: 0, max: 50 },
          y_label: { kind: 'string', min: 0, max: 50 },
        },
      },
    },
  },
  slack_file: {
    fields: { id: { kind: 'string', min: 1 }, url: { kind: 'string', min: 1 } },
    exactlyOneOf: [['id', 'url']],
  },
  feedback_button: {
    fields: {
      text: { kind: 'plain_text', min: 1, max: 75, required: true },
      value: { kind: 'string', min: 1, max: 2000, required: true },
      accessibility_label: { kind: 'string', min: 1, max: 75 },
    },
  },
};

const style: LimitRule = {
  kind: 'object',
  fields: {
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  },
};
const border: LimitRule = { kind: 'integer', min: 0, max: 1 };
const inline: LimitRule = {
  kind: 'array',
  items: {
    kind: 'leaf',
    types: ['text', 'link', 'user', 'usergroup', 'team', 'channel', 'emoji', 'broadcast', 'color', 'date'],
  },
  required: true,
};
const needed: LimitRule = { kind: 'string', min: 1, required: true };

/** What a rich_text block is made of. */
export const containers: Readonly<Record<string, Shape>> = {
  rich_text_section: { fields: { elements: inline } },
  rich_text_list: {
    fields: {
      style: { kind: 'enum', values: ['bullet', 'ordered'], required: true },
      indent: { kind: 'integer', min: 0, max: 8 },
      offset: { kind: 'integer', min: 0 },
      border,
      elements: { kind: 'array', items: { kind: 'container', types: ['rich_text_section'] }, required: true },
    },
  },
  rich_text_preformatted: {
    fields: {
      border,
      language: { kind: 'string' },
      elements: { kind: 'array', items: { kind: 'leaf', types: ['text', 'link'] }, required: true },
    },
  },
  rich_text_quote: { fields: { border, elements: inline } },
};

/** The leaves of rich text: their text is never parsed for mentions. */
export const leaves: Readonly<Record<string, Shape>> = {
  text: { fields: { text: needed, style } },
  link: { fields: { url: needed, text: { kind: 'string' }, unsafe: flag, style } },
  user: { fields: { user_id: needed, style } },
  usergroup: { fields: { usergroup_id: needed, style } },
  team: { fields: { team_id: needed, style } },
  channel: { fields: { channel_id: needed, style } },
  emoji: {
    fields: {
      name: needed,
      unicode: { kind: 'string' },
      url: { kind: 'string' },
      skin_tone: { kind: 'integer', min: 1, max: 6 },
      style,
    },
  },
  broadcast: {
    fields: { range: { kind: 'enum', values: ['here', 'channel', 'everyone'], required: true }, style },
  },
  color: { fields: { value: needed, style } },
  date: {
    fields: {
      timestamp: { kind: 'integer', required: true },
      format: needed,
      url: { kind: 'string' },
      fallback: { kind: 'string' },
      style,
    },
  },
};

/** Cells of a table. */
export const cells: Readonly<Record<string, Shape>> = {
  raw_text: { fields: { text: needed } },
  raw_number: { fields: { value: { kind: 'number', required: true }, text: { kind: 'string' } } },
};

/** A view as a whole: docs `/reference/views`. */
export const modal: Shape = {
  fields: {
    type: { kind: 'enum', values: ['modal'], required: true },
    title: { kind: 'plain_text', min: 1, max: 24, required: true },
    submit: { kind: 'plain_text', min: 1, max: 24 },
    close: { kind: 'plain_text', min: 1, max: 24 },
    blocks: { kind: 'array', items: { kind: 'block' }, min: 1, max: 100, required: true },
    callback_id: { kind: 'string', max: 255 },
    private_metadata: { kind: 'string', max: 3000 },
    external_id: { kind: 'string', max: 255 },
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  },
};
export const home: Shape = {
  fields: {
    type: { kind: 'enum', values: ['home'], required: true },
    blocks: { kind: 'array', items: { kind: 'block' }, min: 1, max: 100, required: true },
    callback_id: { kind: 'string', max: 255 },
    private_metadata: { kind: 'string', max: 3000 },
    external_id: { kind: 'string', max: 255 },
  },
};

/** Numbers that stand for themselves. */
export const limits = {
  messageBlocks: 50,
  messageText: 40_000,
  updateText: 4_000,
  markdownText: 12_000,
  attachments: 100,
  viewBytes: 250_000,
  viewStack: 3,
  tableText: 10_000,
  tables: 1,
  plans: 1,
  charts: 2,
  loadingMessages: 10,
  suggestedPrompts: 4,
  suggestionOptions: 100,
  ackMs: 3_000,
  triggerMs: 3_000,
  responseUrlUses: 5,
  responseUrlMs: 30 * 60_000,
  scheduleAheadDays: 120,
  scheduleInFiveMinutes: 30,
  scheduleDeleteSeconds: 60,
  connections: 10,
} as const;
