/** What a person may see of the register: the team sees cases, an assignee only their task, anybody what they logged. */
import type { Company } from '../../company/company.ts';
import { type Case, isOpen, type Task } from '../../requests/case/case.ts';
import { caseClock } from '../../requests/case/case-clock.ts';
import type { CaseEvent, Personal } from '../../requests/case/case-events.ts';
import { replay } from '../../requests/case/replay.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import { has, type Moment, type Refusal, refuse } from '../../requests/decisions/decision.ts';
import { gate } from '../../requests/decisions/gate.ts';
import { isMarkable } from '../../requests/decisions/task-holder.ts';
import { actorOf, type Casework, isBarred, maySee, momentFor } from './casework.ts';
import { historyOf } from './change-case.ts';

export type CaseListRow = { readonly request: Case; readonly deadline: Deadline | null };

export const rowOf = (desk: Casework, request: Case): CaseListRow => {
  const clock = caseClock(request, desk.table);
  return { request, deadline: clock.ok ? clock.deadline : null };
};

/** The date to work to: the cautious one, or else the legal one; '9999' where none may be shown. */
const urgency = ({ deadline }: CaseListRow): string => deadline?.cautiousDue ?? deadline?.due ?? '9999';

const byUrgency = (a: CaseListRow, b: CaseListRow): number =>
  urgency(a).localeCompare(urgency(b)) || a.request.number.localeCompare(b.request.number);

/** Every open case that this person may see, most urgent first. */
export const openCases = async (
  desk: Casework,
  user: string,
): Promise<{ readonly ok: true; readonly rows: readonly CaseListRow[] } | Refusal> => {
  const actor = await actorOf(desk, user);
  if (!has(actor, 'team')) return refuse('team_only');
  const rows = (await desk.register.list())
    .map((head) => head.summary)
    .filter((request) => isOpen(request) && maySee(request, actor))
    .map((request) => rowOf(desk, request));
  return { ok: true, rows: rows.sort(byUrgency) };
};

export type SeenTask = { readonly number: string; readonly right: Case['right']; readonly task: Task };

/** The open tasks that somebody was given, and the requests they logged: no names, nothing of the person. */
export const myWork = async (
  desk: Casework,
  user: string,
): Promise<{
  readonly tasks: readonly SeenTask[];
  readonly logged: readonly CaseListRow[];
  readonly owned: readonly CaseListRow[];
}> => {
  const requests = (await desk.register.list())
    .map((head) => head.summary)
    .filter((request) => !isBarred(request, user));
  const rows = (some: readonly Case[]) => some.map((request) => rowOf(desk, request)).sort(byUrgency);
  return {
    tasks: requests.flatMap((request) =>
      request.tasks
        .filter((task) => task.assignee === user && task.status === 'open')
        .map((task) => ({ number: request.number, right: request.right, task })),
    ),
    logged: rows(requests.filter((request) => request.loggedBy === user)),
    owned: rows(requests.filter((request) => request.owner === user && isOpen(request))),
  };
};

export type SeenByReader =
  | {
      readonly ok: true;
      readonly sees: 'case';
      readonly request: Case;
      readonly history: readonly CaseEvent[];
      readonly deadline: Deadline | null;
      readonly moment: Moment;
      readonly company: Company;
    }
  | {
      readonly ok: true;
      readonly sees: 'tasks';
      readonly number: string;
      readonly right: Case['right'];
      readonly tasks: readonly Task[];
      /** Those of them that can be marked done now. */
      readonly markable: readonly string[];
      readonly company: Company;
    }
  /** Somebody who is asked to search: whose data it is, and where they look. */
  | {
      readonly ok: true;
      readonly sees: 'search';
      readonly request: Case;
      readonly asked: Case['asked'];
      readonly personal: Personal;
    }
  | Refusal
  | { readonly ok: false; readonly code: 'no_such_case'; readonly facts: { readonly number: string } };

/** One case, for whoever asks now: all of it, only their tasks, or a refusal that tells nothing of the case. */
export const seeCase = async (desk: Casework, number: string, user: string): Promise<SeenByReader> => {
  const actor = await actorOf(desk, user);
  const history = await historyOf(desk, number);
  if (history === null || isBarred(replay(history), user))
    return has(actor, 'team') ? { ok: false, code: 'no_such_case', facts: { number } } : refuse('team_only');
  const request = replay(history);
  const { company } = desk;
  if (maySee(request, actor)) {
    const moment = await momentFor(desk, user, request, history);
    return {
      ok: true,
      sees: 'case',
      request,
      history,
      deadline: rowOf(desk, request).deadline,
      moment,
      company,
    };
  }
  const asked = request.asked.filter(({ people, result }) => people.includes(user) && result === null);
  if (asked.length > 0 && isOpen(request)) {
    const { name, contact, words } = history.find(({ type }) => type === 'logged')?.personal ?? {};
    const personal = Object.fromEntries(
      Object.entries({ name, contact, words }).flatMap(([key, text]) =>
        text === undefined ? [] : [[key, text] as const],
      ),
    );
    return { ok: true, sees: 'search', request, asked, personal };
  }
  const tasks = request.tasks.filter((task) => task.assignee === user);
  if (tasks.length === 0) return refuse('team_only');
  const moment = await momentFor(desk, user, request, history);
  const markable =
    gate('markDone', request, moment) === null
      ? tasks.filter((task) => isMarkable(request, task)).map(({ id }) => id)
      : [];
  return { ok: true, sees: 'tasks', number, right: request.right, tasks, markable, company };
};
