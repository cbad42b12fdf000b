/** The edge of every handler: one log line, one reference for what broke. */
import { alarm } from '../../base/alarm.ts';
import { guardMs } from '../../slack/port.ts';
import { escaped, type Message } from '../../views/blocks.ts';
import { type Again, notice, tooDeepNotice, tooLateNotice, troubleNotice } from '../../views/notice.ts';
import type { Dependencies } from '../dependencies.ts';
import type { InteractionOutcome } from './interaction.ts';
import { cameTooLate } from './opened-forms.ts';

/** What the edge tells the operator: one line per interaction, and a reference for what broke. */
export type Edge = {
  readonly done: (line: {
    readonly user: string;
    readonly did: string;
    readonly outcome: InteractionOutcome;
    readonly ms: number;
  }) => void;
  /** Logs an unexpected error without anybody's words and answers a reference for the person. */
  readonly trouble: (did: string, user: string, error: unknown) => string;
  /** What a person may read of an error that was to be expected (the disk is full); null for all others. */
  readonly plainly: (error: unknown) => string | null;
};

type Interaction = {
  readonly did: string;
  readonly user: string;
  readonly work: () => Promise<InteractionOutcome>;
  /** How the person hears of it when it could not be done. */
  readonly tell: (message: Message) => Promise<void>;
  /** The button that makes the action once more, for a form that Slack would not open any more. */
  readonly again: Again | null;
};

/** One interaction: timed, logged once; when it breaks the person reads a plain sentence with a reference. */
export const running =
  (deps: Pick<Dependencies, 'clock' | 'slack'>, edge: Edge) =>
  async ({ did, user, work, tell, again }: Interaction): Promise<void> => {
    const started = deps.clock().getTime();
    const finish = (outcome: InteractionOutcome): void =>
      edge.done({ user, did, outcome, ms: deps.clock().getTime() - started });
    const tellSurely = (message: Message): Promise<void> =>
      tell(message).catch((second: unknown) => {
        edge.trouble(`${did}, telling the person`, user, second);
      });
    try {
      finish(await work());
    } catch (error) {
      if (cameTooLate(deps, error)) {
        finish('too_late');
        return tellSurely(tooLateNotice(again));
      }
      if (deps.slack.errorCode(error) === 'push_limit_reached') {
        finish('too_deep');
        return tellSurely(tooDeepNotice());
      }
      const reference = edge.trouble(did, user, error);
      const plain = edge.plainly(error);
      finish(plain === null ? 'trouble' : 'unavailable');
      await tellSurely(plain === null ? troubleNotice(reference) : notice(escaped(plain)));
    }
  };

export type RunHandler = ReturnType<typeof running>;

/** The button that opens what a command would have opened. */
export const reopening = (command: string, text: string): Again | null => {
  const [word = ''] = text.toLowerCase().split(/\s+/);
  if (command === '/privacy-request' || word === 'request') return { actionId: 'menu_request', value: '' };
  if (word === 'cases') return { actionId: 'menu_cases', value: '' };
  return null;
};

/** Says in time that it takes longer, where nothing has been said yet. Returns how to call that off. */
export const soon = (
  deps: Pick<Dependencies, 'after'>,
  edge: Edge,
  did: string,
  { user, late }: { readonly user: string; readonly late: () => Promise<void> },
): (() => void) => {
  const { rings, off } = alarm(deps.after, guardMs);
  void rings.then(late).catch((error: unknown) => edge.trouble(`${did}, asking for patience`, user, error));
  return off;
};
