/** What the events of second persons, of letters and of a case's end change in it. */
import { type Case, type Task, workLeft } from './case.ts';
import type { CaseEvent } from './case-events.ts';

const tick = (request: Case, phase: Task['phase']): Case => ({
  ...request,
  tasks: request.tasks.map((task) =>
    task.phase === phase && task.status === 'open' ? { ...task, status: 'done', result: 'done' } : task,
  ),
});

const untick = (request: Case, phase: Task['phase']): Case => ({
  ...request,
  tasks: request.tasks.map((task) =>
    task.phase === phase && task.status === 'done' ? { ...task, status: 'open', result: null } : task,
  ),
});

const settle = (request: Case, id: string, status: 'given' | 'declined'): Case => ({
  ...request,
  approvals: request.approvals.map((each) => (each.id === id ? { ...each, status } : each)),
});

/** Ended cases wait for nobody: proposals still open fall away. */
const end = (request: Case, at: string): Case => ({
  ...request,
  endedAt: at,
  endedAs: request.state,
  waitingSince: null,
  approvals: request.approvals.map((each) =>
    each.status === 'pending' && each.proposal.kind !== 'lift_restriction'
      ? { ...each, status: 'declined' }
      : each,
  ),
});

export const evolveReview = (request: Case, event: CaseEvent): Case => {
  switch (event.type) {
    case 'approval_requested':
      return {
        ...request,
        approvals: [
          ...request.approvals,
          {
            id: event.id,
            by: event.by,
            proposal: event.proposal,
            askedAt: event.at,
            status: 'pending',
          },
        ],
      };
    case 'approval_given': {
      const given = settle(request, event.id, 'given');
      const agreed = request.approvals.find((each) => each.id === event.id)?.proposal;
      return agreed?.kind === 'extension'
        ? { ...given, extension: { reason: agreed.reason, sentAt: null } }
        : given;
    }
    case 'approval_declined':
      return settle(request, event.id, 'declined');
    case 'submitted_for_review':
      return {
        ...request,
        state: 'ready_for_review',
        objectedBasis: event.basis ?? request.objectedBasis,
        review: {
          by: event.by,
          sentAt: event.at,
          outcome: event.outcome,
          ground: event.ground,
          contentHash: event.contentHash,
          approvedBy: null,
          ...(event.endsRestriction === undefined ? {} : { endsRestriction: event.endsRestriction }),
        },
      };
    case 'returned':
      return untick(
        {
          ...request,
          state: 'in_progress',
          review: null,
          returns: request.returns + (event.reason === 'recalled' ? 0 : 1),
        },
        'review',
      );
    case 'approved':
      return tick(
        {
          ...request,
          state: 'approved',
          review: request.review ? { ...request.review, approvedBy: event.by } : null,
        },
        'review',
      );
    case 'response_recorded':
      return end(tick({ ...request, state: 'responded', outcome: event.outcome }, 'send'), event.sentAt);
    case 'refused':
      return end(
        tick(
          { ...request, state: 'refused', outcome: 'refused', refusalWasDue: event.wasDue ?? null },
          'send',
        ),
        event.sentAt,
      );
    case 'letter_approved':
    case 'letter_sent': {
      const sentAt = event.type === 'letter_sent' ? event.sentAt : null;
      return {
        ...request,
        letters: [...request.letters, { letter: event.letter, contentHash: event.contentHash, sentAt }],
      };
    }
    case 'withdrawn':
      return end({ ...request, state: 'withdrawn' }, event.at);
    case 'lapsed':
      return end({ ...request, state: 'lapsed' }, event.at);
    case 'forwarded':
      return end({ ...request, state: 'forwarded_to_controller' }, event.sentAt);
    case 'reopened': {
      const tasks = request.tasks.map(
        (task): Task => (event.tasks.includes(task.id) ? { ...task, status: 'open', result: null } : task),
      );
      const ended = { outcome: null, endedAt: null, endedAs: null, closedAt: null, retainUntil: null };
      const open = { ...request, ...ended, tasks, state: 'in_progress' as const };
      return { ...open, workDoneAt: workLeft(open) ? null : request.workDoneAt };
    }
    case 'closed':
      return { ...request, state: 'closed', closedAt: event.at, retainUntil: event.retainUntil };
    default:
      return request;
  }
};
