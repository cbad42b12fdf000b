/**
 * The short way for an objection to direct marketing (Art 21(2)-(3); procedure B8): it cannot be refused, costs nothing and needs no
 * identification, so there is nothing for a second person to weigh. Stop it, tell the person, done.
 */
import { type Case, openTasks } from '../case/case.ts';
import type { CaseEvent } from '../case/case-events.ts';
import { evolve } from '../case/replay.ts';
import { monthsLater, retentionOf } from '../case/retention.ts';
import { allow, type Decision, type Moment, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Every step that has to be done to stop it, in one action; whoever does it owns the case from then on. */
export const markStopped = (request: Case, moment: Moment): Decision => {
  const shut = gate('markStopped', request, moment);
  if (shut) return shut;
  const base = stamp(moment);
  const open = openTasks(request, ['work']);
  return allow(
    ...(request.state === 'received' ? [{ type: 'taken', ...base } as const] : []),
    ...open.map((task): CaseEvent => ({ type: 'task_done', ...base, task: task.id, result: 'done' })),
  );
};

/** `contentHash` is the fingerprint of the confirmation (SHA-256, hex). The review does not apply here, and the history says so. */
export const confirmStopped = (request: Case, contentHash: string, moment: Moment): Decision => {
  const shut = gate('confirmStopped', request, moment);
  if (shut) return shut;
  if (!isHash(contentHash)) return refuse('hash_malformed');
  const base = stamp(moment);
  const review = request.tasks.filter((task) => task.phase === 'review' && task.status === 'open');
  const kept = retentionOf({ ...request, outcome: 'full' });
  return allow(
    ...review.map(
      (task): CaseEvent => ({ type: 'task_waived', ...base, task: task.id, reason: 'not_applicable' }),
    ),
    {
      type: 'response_recorded',
      ...base,
      outcome: 'full',
      sentAt: moment.at,
      contentHash,
      proof: 'email_sent',
    },
    {
      type: 'closed',
      ...base,
      retainUntil: monthsLater(moment.dateOf(moment.at), kept.years * 12),
      bundleUntil: null,
    },
  );
};

/** Both in one: whoever stops it has told the person as well. */
export const stopAndTell = (request: Case, contentHash: string, moment: Moment): Decision => {
  const shut = gate('stopAndTell', request, moment);
  if (shut) return shut;
  const stopped = markStopped(request, moment);
  if (!stopped.ok) return stopped;
  const told = confirmStopped(stopped.events.reduce<Case>(evolve, request), contentHash, moment);
  return told.ok ? allow(...stopped.events, ...told.events) : told;
};
