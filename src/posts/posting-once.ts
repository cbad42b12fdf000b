/** What stands once, whoever is at it and whatever breaks: noted in the ledger before it is posted and after, and looked for in Slack when it was cut off between. */
import type { Clock } from '../base/clock.ts';
import type { Ledger, LedgerEntry } from '../register/ledger.ts';
import { betweenMs, mostTries, slowMs } from '../slack/answering.ts';
import { mayStillArrive } from '../slack/errors.ts';
import {
  type Destination,
  type MessageMark,
  type Posted,
  type PostOnce,
  type SlackOut,
  underWayMs,
} from '../slack/port.ts';

type Parts = {
  readonly ledger: Ledger;
  readonly slack: Pick<SlackOut, 'turn' | 'post' | 'lookFor' | 'keepFirst' | 'sendingProblem'>;
  readonly clock: Clock;
};

type Looked = 'stands' | 'absent' | 'unknown' | 'later';
/** `others`: they have claimed it. */
type Came = 'posted' | 'stands' | 'others';
/** `unsure`: another post of it was cut off, and may have gone out all the same. */
type Noted = { readonly key: string; readonly version: number; readonly unsure: boolean };

/** How the notes are kept around one message. */
export const noting = ({ ledger, slack, clock }: Parts) => {
  const lasted = (since: number): number => Math.abs(clock().getTime() - since);
  /** A card that could not be edited any more stands beside its successor: of cards none is taken away. */
  const lookOf = ({ type }: MessageMark) => (type === 'case_card' ? slack.lookFor : slack.keepFirst);

  return {
    /**
     * Claimed when it is its turn, so that nothing but the request comes after the claim. Given back when Slack did not take it, left to be looked
     * for when nobody knows. Whoever was slow may have been taken for gone, and whoever took over may have looked too early: both look once more.
     */
    post: async (
      { key, version, unsure }: Noted,
      to: Destination,
      message: Parameters<SlackOut['post']>[1],
      mark: MessageMark,
    ): Promise<Came> => {
      await slack.turn(to.channel);
      const began = clock().getTime();
      if (!(await ledger.claim(key))) return 'others';
      let posted: Posted;
      try {
        posted = await slack.post(to, message, mark);
      } catch (error) {
        if (slack.sendingProblem(error).mayStand) ledger.leave([key]);
        else await ledger.release(key);
        throw error;
      }
      const mayHaveTwin = mark.type !== 'case_card' && (unsure || lasted(began) >= slowMs);
      const first = mayHaveTwin ? await slack.keepFirst(to, mark) : posted;
      // Left as it is, so that whoever looks next counts once more.
      if (first === 'later') {
        ledger.leave([key]);
        return 'posted';
      }
      const stays = typeof first === 'string' ? posted : first;
      await ledger.confirm(key, { ...stays, version });
      return stays.ts === posted.ts ? 'posted' : 'stands';
    },
    /**
     * What was cut off between posting and noting it down: noted where it stands, else free to be said again; `later`: left as it is.
     * `ended`: its request is known to be over, so that there is nothing to wait for.
     */
    lookUp: async (
      { key, at }: LedgerEntry,
      to: Destination | null,
      mark: MessageMark,
      ended = false,
    ): Promise<Looked> => {
      const young = to !== null && !ended && lasted(Date.parse(at)) < underWayMs;
      const looked = to === null ? 'absent' : await lookOf(mark)(to, mark);
      if (looked === 'later' || (looked === 'absent' && young)) {
        ledger.leave([key]);
        return 'later';
      }
      if (typeof looked === 'string') await ledger.release(key);
      else await ledger.confirm(key, { ...looked, version: 0 });
      return typeof looked === 'string' ? looked : 'stands';
    },
  };
};

export const postingOnce = ({
  ledger,
  slack,
  clock,
  after,
}: {
  readonly ledger: Ledger;
  readonly slack: Parts['slack'] & Pick<SlackOut, 'mayFollow'>;
  readonly clock: Clock;
  readonly after: (ms: number) => Promise<void>;
}): PostOnce => {
  const { post, lookUp } = noting({ ledger, slack, clock });
  return async (key, to, message) => {
    const mark: MessageMark = { type: 'privacy_post', key };
    const others = () => (ledger.find(key)?.state === 'confirmed' ? 'stands' : 'perhaps');
    let unsure = false;
    let ended = false;
    for (let tries = 1; ; tries += 1) {
      await ledger.refresh();
      const [cutOff] = await ledger.adopt((entry) => entry.key === key);
      if (cutOff !== undefined) {
        const looked = await lookUp(cutOff, to, mark, ended);
        if (looked === 'stands') return tries > 1 ? 'posted' : 'stands';
        // Whoever reads there can tell, and may press again.
        if (looked !== 'absent') return 'perhaps';
        unsure = true;
      } else if (ledger.find(key) !== null) return others();
      try {
        const came = await post({ key, version: 0, unsure }, to, message, mark);
        if (came !== 'others') return came;
        await ledger.refresh();
        return others();
      } catch (error) {
        if (tries === mostTries || !slack.mayFollow(error)) throw error;
        const problem = slack.sendingProblem(error);
        ended = !mayStillArrive(problem);
        await after(Math.max(problem.waitMs, betweenMs));
      }
    }
  };
};
