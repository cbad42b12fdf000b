/** Who and how much comes in: one place for every event, button, form, shortcut and command, before anything is done with it. */
import { z } from 'zod';
import type { Message } from '../views/blocks.ts';
import { intakeForm } from '../views/cases/intake.ts';
import { floodNotice, strangerNotice } from '../views/notice.ts';
import { type Flood, type FloodVerdict, floodLimits } from './floods.ts';
import type { SlackPayload } from './payload-shape.ts';
import { originOf, type Strangers } from './strangers.ts';

/** `message` is null when the person has just read it, and a further one would be a flood of our own. */
export type TurnedAway = {
  readonly why: 'guest' | 'stranger' | 'too_much';
  readonly message: Message | null;
};

/** Null: come in. */
export type SlackGate = (body: SlackPayload) => Promise<TurnedAway | null>;

const counted = z.object({
  type: z.string().optional(),
  view: z.object({ callback_id: z.string().optional() }).optional(),
  event: z.object({ type: z.string(), channel: z.string().optional() }).optional(),
});

const spoken: readonly string[] = ['message', 'app_mention'];

/** What of this counts towards a limit; nothing where the payload is none of these. */
const countedAs = (body: SlackPayload): { readonly kinds: readonly Flood[]; readonly channel: string } => {
  const { type, view, event } = counted.safeParse(body).data ?? {};
  if (type === 'view_submission')
    return { kinds: view?.callback_id === intakeForm.id ? ['logged', 'forms'] : ['forms'], channel: '' };
  const channel = event?.channel ?? '';
  if (event?.type === 'app_mention') return { kinds: ['messages', 'mentions'], channel };
  return { kinds: event?.type === 'message' ? ['messages'] : [], channel };
};

/** Strangers first: theirs is turned away before it is counted against anybody's channel. */
export const gateFrom =
  ({ whoIs }: Pick<Strangers, 'whoIs'>, flood: (what: Flood, who: string) => FloodVerdict): SlackGate =>
  async (body) => {
    const { user } = originOf(body);
    if (user === null) return null;
    const belonging = await whoIs(body);
    const { kinds, channel } = countedAs(body);
    if (belonging !== 'colleague') {
      const told = kinds.includes('messages') && flood('strangers', user) !== 'pass';
      return { why: belonging, message: told ? null : strangerNotice() };
    }
    for (const kind of kinds) {
      const verdict = flood(kind, floodLimits[kind].by === 'channel' ? channel : user);
      if (verdict === 'pass') continue;
      const told = verdict === 'told' && body['event'] !== undefined;
      return { why: 'too_much', message: told ? null : floodNotice() };
    }
    return null;
  };

const withEvent = z.object({ event: z.object({ type: z.string(), bot_id: z.string().optional() }) });

/** Whether an event is something that a person said or opened, and so something for the gate: not our own message, not an edit. */
export const isSomebodys = (body: SlackPayload): boolean => {
  const read = withEvent.safeParse(body);
  if (!read.success) return true;
  const { type, bot_id: bot } = read.data.event;
  return bot === undefined && (spoken.includes(type) || type === 'app_home_opened');
};
