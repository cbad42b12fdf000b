/** Decisions that end a case without an answer, and the closing of every case. */
import type { Case } from '../case/case.ts';
import type { CaseEvent, Personal } from '../case/case-events.ts';
import { monthsLater, retentionOf } from '../case/retention.ts';
import { allow, type Decision, instantTrouble, type Moment, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';
import { propose } from './two-persons.ts';

/** Whatever ends a case also ends the freeze on deletion. */
export const thaw = (request: Case, moment: Moment): readonly CaseEvent[] =>
  request.frozen ? [{ type: 'unfrozen', ...stamp(moment) }] : [];

/** Only the requester's own words or a confirmed call; silence is no withdrawal. An agent's needs a second person. */
export const withdraw = (
  request: Case,
  input: {
    readonly confirmed: 'written' | 'call' | 'silence';
    readonly byAgent: boolean;
    readonly personal: Personal;
  },
  moment: Moment,
): Decision => {
  const shut = gate('withdraw', request, moment);
  if (shut) return shut;
  const { confirmed, byAgent, personal } = input;
  if (confirmed === 'silence' || !personal['words']) return refuse('requesters_words_missing');
  if (byAgent) return propose(request, { kind: 'agent_withdrawal', confirmed }, moment, personal);
  return allow(
    { type: 'withdrawn', ...stamp(moment), confirmed, byAgent, personal },
    ...thaw(request, moment),
  );
};

/** After two chasers, thirty days and a notice that says how to revive the request. */
export const lapse = (request: Case, noticeSentAt: string, moment: Moment): Decision =>
  gate('lapse', request, moment) ??
  instantTrouble(noticeSentAt, moment, request.chasers.at(-1) ?? request.receivedAt) ??
  propose(request, { kind: 'lapse', noticeSentAt }, moment);

/** Data in a client's workspace: the client is the controller, and is named in `personal.client`. */
export const forward = (
  request: Case,
  input: { readonly sentAt: string; readonly personal: Personal },
  moment: Moment,
): Decision => {
  const shut = gate('forward', request, moment);
  if (shut) return shut;
  if (!input.personal['client']) return refuse('text_missing', { what: 'the client' });
  if (!input.personal['evidence']) return refuse('text_missing', { what: 'how it was forwarded' });
  return (
    instantTrouble(input.sentAt, moment, request.receivedAt) ??
    allow(
      { type: 'forwarded', ...stamp(moment), sentAt: input.sentAt, personal: input.personal },
      ...thaw(request, moment),
    )
  );
};

/** Sets how long the register keeps the case; the dates are local ones. */
export const close = (request: Case, moment: Moment): Decision => {
  const shut = gate('close', request, moment);
  if (shut) return shut;
  const kept = retentionOf(request);
  const today = moment.dateOf(moment.at);
  return allow({
    type: 'closed',
    ...stamp(moment),
    retainUntil: monthsLater(today, kept.years * 12),
    bundleUntil: kept.bundleMonths === null ? null : monthsLater(today, kept.bundleMonths),
  });
};
