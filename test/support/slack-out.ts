import type { SlackOut } from '../../src/slack/port.ts';

/** A Slack that takes everything, or refuses each post with a word of its own. */
export const slackDouble = (posted: string[], refusal: string | null = null): SlackOut => {
  const taken = async () => {};
  return {
    post: async ({ channel }) => {
      if (refusal !== null) throw new Error(refusal);
      posted.push(channel);
      return { channel, ts: '9.000001' };
    },
    turn: taken,
    lookFor: async () => 'absent',
    keepFirst: async () => 'absent',
    update: taken,
    whisper: taken,
    respond: taken,
    sendFile: taken,
    openView: async () => 'V1',
    pushView: async () => 'V1',
    updateView: taken,
    publishHome: taken,
    showStatus: taken,
    suggestPrompts: taken,
    sharedWithOthers: async () => false,
    safeView: (view) => view,
    safeMessage: (message) => message,
    errorCode: (error) => (error instanceof Error ? error.message : null),
    sendingProblem: () => ({ code: '', mayStand: false, waitMs: 0 }),
    answer: async () => 'said',
    sign: async ({ channel }) => ({ channel, ts: '9.000001' }),
    mayFollow: () => false,
  };
};
