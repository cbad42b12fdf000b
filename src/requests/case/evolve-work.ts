/** What the events of work and of safeguards change in a case. */
import { type AskedSystem, type Case, type Search, type Task, workLeft } from './case.ts';
import type { CaseEvent, TeamResult } from './case-events.ts';
import { plannedTasks } from './checklists.ts';

const withTask = (request: Case, id: string, change: Partial<Task>): Case => ({
  ...request,
  tasks: request.tasks.map((task) => (task.id === id ? { ...task, ...change } : task)),
});

/** After a step: when it was the last that had to be done, the work was done then. */
const stepped = (request: Case, at: string): Case =>
  request.workDoneAt !== null || workLeft(request) ? request : { ...request, workDoneAt: at };

/** Whoever asks again about a system asks afresh. */
const ask = (asked: Case['asked'], more: readonly AskedSystem[]): Case['asked'] => [
  ...asked.filter(({ system }) => !more.some((each) => each.system === system)),
  ...more,
];

/** Something was taken out: a reason was given, or pieces were counted. */
export const takesOut = ({
  reason,
  items,
}: Extract<CaseEvent, { readonly type: 'redaction_logged' }>): boolean =>
  reason !== 'none_needed' || items > 0;

/** What came of a search, whoever says it; what is not theirs is no search. */
const searched = (
  request: Case,
  system: string,
  result: TeamResult,
  by: string,
  own: Pick<Search, 'own'> = {},
): Case => ({
  ...request,
  searches: result === 'not_ours' ? request.searches : [...request.searches, { system, result, ...own }],
  asked: request.asked.map((each) => (each.system === system ? { ...each, result, answeredBy: by } : each)),
});

/** Whoever has a conflict of interest neither owns the case nor holds a task of it. */
const withoutWork = (request: Case, user: string): Case => ({
  ...request,
  owner: request.owner === user ? null : request.owner,
  tasks: request.tasks.map((task) => (task.assignee === user ? { ...task, assignee: null } : task)),
});

export const evolveWork = (request: Case, event: CaseEvent): Case => {
  switch (event.type) {
    case 'right_named': {
      const planned = plannedTasks(event.checklist, request.systems, request.places).map((task): Task => {
        const known = request.tasks.find(({ id }) => id === task.id);
        if (known !== undefined && known.status !== 'open') return known;
        // Whoever was given a step keeps it where the same button still does it.
        const assignee = known?.act === task.act ? (known?.assignee ?? null) : null;
        return { ...task, assignee, status: 'open', result: null };
      });
      return {
        ...request,
        right: event.right,
        checklist: event.checklist,
        unsureRight: false,
        tasks: planned,
      };
    }
    case 'taken':
      return {
        ...request,
        owner: event.by,
        state: request.state === 'received' ? 'in_progress' : request.state,
      };
    case 'handed_over':
      return {
        ...request,
        owner: event.to,
        state: request.state === 'received' ? 'in_progress' : request.state,
      };
    case 'task_assigned':
      return withTask(request, event.task, { assignee: event.to });
    case 'task_done': {
      const task = request.tasks.find((each) => each.id === event.task);
      const searched =
        task?.system && (event.result === 'found' || event.result === 'not_found')
          ? [{ system: task.system, result: event.result, own: event.by }]
          : [];
      const done = withTask(request, event.task, { status: 'done', result: event.result });
      return stepped({ ...done, searches: [...request.searches, ...searched] }, event.at);
    }
    case 'task_waived':
      return stepped(withTask(request, event.task, { status: 'waived', result: event.reason }), event.at);
    case 'acknowledged':
      return { ...request, acknowledgedAt: event.sentAt };
    case 'search_logged':
      return searched(request, event.system, event.result, event.by, { own: event.by });
    case 'team_answered': {
      // What was answered by mistake counts no more, neither for a step nor for a letter; what others found themselves does.
      const kept =
        event.corrects === true
          ? request.searches.filter(
              ({ system, own }) => system !== event.system || (own !== undefined && own !== event.by),
            )
          : request.searches;
      const correctedAt = event.corrects === true ? event.at : request.correctedAt;
      return searched({ ...request, searches: kept, correctedAt }, event.system, event.result, event.by);
    }
    case 'teams_asked':
      return {
        ...request,
        asked: ask(
          request.asked,
          event.systems.map((system) => ({
            system,
            team: event.team,
            people: event.people,
            askedAt: event.at,
            result: null,
            answeredBy: null,
          })),
        ),
      };
    case 'redaction_logged':
      return {
        ...request,
        redactors: [...request.redactors, event.by],
        redacted: request.redacted || takesOut(event),
      };
    case 'exemption_logged':
      return { ...request, exemptions: [...request.exemptions, event.exemption] };
    case 'recipient_told':
      return {
        ...request,
        recipients: [...request.recipients, { recipient: event.recipient, result: event.result }],
      };
    case 'conflict_declared':
      return withoutWork({ ...request, conflicts: [...request.conflicts, event.user] }, event.user);
    case 'conflict_taken_back':
      return { ...request, conflicts: request.conflicts.filter((user) => user !== event.user) };
    case 'linked':
      return { ...request, links: [...request.links, { to: event.to, relation: event.relation }] };
    case 'restricted': {
      // An answer that was written before it tells nothing of its end.
      const review = request.review === null ? null : { ...request.review, endsRestriction: false };
      return { ...request, restricted: true, restrictionNoticeAt: null, review };
    }
    case 'restriction_notice_given':
      return { ...request, restrictionNoticeAt: event.sentAt };
    case 'restriction_lifted':
      return { ...request, restricted: false, restrictionNoticeAt: null };
    case 'frozen':
      return { ...request, frozen: true };
    case 'unfrozen':
      return { ...request, frozen: false };
    case 'hold_placed':
      return { ...request, hold: true };
    case 'hold_lifted':
      return { ...request, hold: false };
    case 'deletion_approved':
      return { ...request, deletionApproved: true };
    case 'personal_data_erased':
      return { ...request, erased: true };
    default:
      return request;
  }
};
