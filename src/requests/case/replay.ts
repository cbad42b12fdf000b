/** From a history to the case it tells; the same history always tells the same case. */
import type { Case } from './case.ts';
import type { CaseEvent, LoggedEvent } from './case-events.ts';
import { plannedTasks } from './checklists.ts';
import { alsoUnder, evolveClock } from './evolve-clock.ts';
import { evolveReview } from './evolve-review.ts';
import { evolveWork } from './evolve-work.ts';
import { refitted } from './fit-tasks.ts';

const begin = (event: LoggedEvent): Case => ({
  number: event.number,
  right: event.right,
  state: 'received',
  receivedAt: event.receivedAt,
  loggedAt: event.at,
  loggedBy: event.by,
  timeZone: event.timeZone,
  regime: event.regime,
  jurisdiction: event.jurisdiction,
  also: alsoUnder(event.also),
  people: event.people,
  clientWorkspace: event.clientWorkspace,
  agent: event.agent,
  unknownRequester: event.requester === 'unknown',
  unsureRight: event.unsure === true,
  checklist: event.checklist,
  systems: event.systems,
  places: event.places ?? [],
  owner: null,
  conflicts: [],
  tasks: plannedTasks(event.checklist, event.systems, event.places ?? []).map((task) => ({
    ...task,
    assignee: null,
    status: 'open',
    result: null,
  })),
  approvals: [],
  review: null,
  returns: 0,
  workDoneAt: null,
  clockEvents: [],
  extension: null,
  identityRequests: 0,
  sawIdDocument: false,
  waitingSince: null,
  chasers: [],
  acknowledgedAt: null,
  restricted: false,
  restrictionNoticeAt: null,
  frozen: false,
  hold: false,
  deletionApproved: false,
  erased: false,
  searches: [],
  asked: [],
  correctedAt: null,
  redactors: [],
  exemptions: [],
  redacted: false,
  letters: [],
  recipients: [],
  links: [],
  entries: [],
  outcome: null,
  refusalWasDue: null,
  objectedBasis: null,
  endedAt: null,
  endedAs: null,
  closedAt: null,
  retainUntil: null,
  lastAt: event.at,
  lastBy: event.by,
  recordedBy: { [event.by]: 1 },
});

/** One event further. A first event that is not `logged`, or a second `logged`, is a broken history and throws. */
export const evolve = (request: Case | null, event: CaseEvent): Case => {
  if (event.type === 'logged') {
    if (request) throw new Error(`${request.number} was logged twice`);
    return refitted(begin(event), event);
  }
  if (!request) throw new Error(`a history begins with 'logged', not '${event.type}'`);
  const known = 'entry' in event ? { entries: [...request.entries, event.entry] } : {};
  const recordedBy = { ...request.recordedBy, [event.by]: (request.recordedBy[event.by] ?? 0) + 1 };
  return {
    ...refitted(evolveClock(evolveReview(evolveWork(request, event), event), event), event),
    ...known,
    lastAt: event.at,
    lastBy: event.by,
    recordedBy,
  };
};

export const replay = (events: readonly CaseEvent[]): Case => {
  const request = events.reduce<Case | null>(evolve, null);
  if (!request) throw new Error('an empty history is no case');
  return request;
};
