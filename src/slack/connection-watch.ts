/** Notices a connection that stays away. */
import type { SocketModeReceiver } from '@slack/bolt';

type Client = Pick<SocketModeReceiver['client'], 'on'>;

/**
 * Resolves once there has been no connection for `patienceMs`. The client stops reconnecting without a word when Slack cannot be
 * asked for a new socket (@slack/socket-mode 3.1, SocketModeClient.delayReconnectAttempt), so somebody else has to notice.
 */
export const lostConnection = (client: Client, patienceMs: number): Promise<void> =>
  new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let leaving = false;
    const calm = (): void => {
      clearTimeout(timer);
      timer = undefined;
    };
    client.on('connected', calm);
    client.on('disconnecting', () => {
      leaving = true;
      calm();
    });
    client.on('close', () => {
      if (leaving || timer !== undefined) return;
      timer = setTimeout(resolve, patienceMs);
      timer.unref();
    });
  });
