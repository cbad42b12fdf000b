/** How reminders reach Slack: each message carries its id as metadata, so that after a crash it can be looked for. */

import { toChannel } from '../flows/reminders/reminder-plan.ts';
import type { Outgoing, ReminderPost } from '../flows/reminders/reminder-post.ts';
import { messageGone, personGone } from '../slack/errors.ts';
import type { SlackOut } from '../slack/port.ts';
import type { Message } from '../views/blocks.ts';
import { alertMessage, digestMessage, directReminder } from '../views/reminders/reminder.ts';

type Slack = Pick<SlackOut, 'turn' | 'post' | 'update' | 'lookFor' | 'errorCode' | 'sendingProblem'>;

/** Where no message gets through until somebody changes a setting: meanwhile another reader is told. */
const inVain: readonly string[] = [...personGone, 'messages_tab_disabled', 'channel_not_found'];

const messageOf = (message: Outgoing): Message => {
  switch (message.kind) {
    case 'direct':
      return directReminder(message.lines, message.to);
    case 'alert':
      return alertMessage(message.lines);
    case 'digest':
      return digestMessage(message.digest);
  }
};

export const reminderPost = (slack: Slack, channel: string | null): ReminderPost => {
  const place = (reader: string): string => (reader === toChannel ? (channel ?? '') : reader);
  return {
    send: async (message) => {
      const to = place(message.kind === 'direct' ? message.to : toChannel);
      const mark = { type: 'privacy_reminder', key: message.id } as const;
      await slack.turn(to);
      return { ...(await slack.post({ channel: to }, messageOf(message), mark)), version: 0 };
    },
    edit: async ({ channel: at, ts }, message) => {
      try {
        await slack.update({ channel: at, ts }, messageOf(message));
        return true;
      } catch (error) {
        if (messageGone.includes(slack.errorCode(error) ?? '')) return false;
        throw error;
      }
    },
    find: async (reader, id) => {
      const looked = await slack.lookFor({ channel: place(reader) }, { type: 'privacy_reminder', key: id });
      return typeof looked === 'string' ? looked : { ...looked, version: 0 };
    },
    reason: (error) => {
      const problem = slack.sendingProblem(error);
      return { ...problem, inVain: inVain.includes(problem.code) };
    },
  };
};
