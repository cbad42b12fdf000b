/** The steps of a case as its facts want them: rows come and go with their conditions, and a recorded act ticks its step. */
import { type Case, type Task, workLeft } from './case.ts';
import type { CaseEvent } from './case-events.ts';
import { linesOf } from './checklists.ts';
import type { CaseFact, TaskTemplate, TickedBy } from './task-template.ts';

const factsOf = (request: Case): Readonly<Record<CaseFact, boolean>> => {
  const sources = new Set(
    request.searches.filter(({ result }) => result === 'found').map(({ system }) => system),
  );
  return {
    agent: request.agent,
    doubt: request.identityRequests > 0 || request.unknownRequester,
    idDocument: request.sawIdDocument,
    found: sources.size > 0,
    severalSources: sources.size > 1,
    heldBack: request.exemptions.length > 0,
  };
};

/** A round is over when every system that was asked about has been searched. */
export const allSearched = ({ asked, searches }: Pick<Case, 'asked' | 'searches'>): boolean =>
  searches.length > 0 && asked.every(({ result }) => result === 'found' || result === 'not_found');

const tickedBy = (event: CaseEvent, request: Case): TickedBy | null => {
  switch (event.type) {
    case 'acknowledged':
    case 'authority_received':
    case 'identity_received':
    case 'restricted':
    case 'recipient_told':
    case 'deletion_approved':
    case 'client_receipt_confirmed':
    case 'client_deletion_requested':
    case 'agreement_terminated':
      return event.type;
    case 'search_logged':
    case 'team_answered':
      return allSearched(request) ? 'searched' : null;
    case 'redaction_logged':
      return 'held_back';
    case 'submitted_for_review':
      return 'submitted';
    default:
      return null;
  }
};

const facets: readonly CaseFact[] = ['agent', 'doubt', 'idDocument', 'found', 'severalSources', 'heldBack'];

const fits = ({ when = {} }: TaskTemplate, facts: Readonly<Record<CaseFact, boolean>>): boolean =>
  facets.every((fact) => when[fact] === undefined || when[fact] === facts[fact]);

const fresh = (line: TaskTemplate): Task => ({
  ...line,
  system: null,
  assignee: null,
  status: 'open',
  result: null,
});

const ticked = (task: Task, by: TickedBy | null): Task =>
  by !== null && task.by === by && task.status === 'open'
    ? { ...task, status: 'done', result: 'done' }
    : task;

/** A new question to a team opens the search again, and so does a team that takes its answer back. */
const reopened = (task: Task, event: CaseEvent, request: Case): Task =>
  (event.type === 'teams_asked' || (event.type === 'team_answered' && !allSearched(request))) &&
  task.by === 'searched' &&
  task.status === 'done'
    ? { ...task, status: 'open', result: null }
    : task;

/** Lists without conditions and acts stay as they were planned. */
export const refitted = (request: Case, event: CaseEvent): Case => {
  const lines = linesOf(request.checklist);
  if (!lines.some(({ by, when }) => by !== undefined || when !== undefined)) return request;
  const facts = factsOf(request);
  const by = tickedBy(event, request);
  const tasks = lines.flatMap((line): readonly Task[] => {
    const known = request.tasks.find(({ id }) => id === line.id);
    if (known !== undefined && known.status !== 'open') return [reopened(known, event, request)];
    return fits(line, facts) ? [ticked(known ?? fresh(line), by)] : [];
  });
  const done = request.workDoneAt === null && !workLeft({ tasks }) ? event.at : request.workDoneAt;
  return { ...request, tasks, workDoneAt: done };
};
