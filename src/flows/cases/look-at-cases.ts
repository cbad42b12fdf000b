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

/** What somebody of an asked team sees: whose data it is, where they look, or what was answered there. */
export type SeenQuestion = {
  readonly ok: true;
  readonly sees: 'search';
  readonly request: Case;
  /** Of one or several teams: all still out, or all answered. */
  readonly asked: Case['asked'];
  /** What this person's other teams have answered. */
  readonly answered: Case['asked'];
  readonly personal: Personal;
};

const questionOf = (
  request: Case,
  history: readonly CaseEvent[],
  user: string,
  asked: Case['asked'],
): SeenQuestion => {
  const teams = new Set(asked.map(({ team }) => team));
  const answered = request.asked.filter(
    ({ people, result, team }) => people.includes(user) && result !== null && !teams.has(team),
  );
  const { name, contact, words } = history.find(({ type }) => type === 'logged')?.personal ?? {};
  const personal = Object.fromEntries(
    Object.entries({ name, contact, words }).flatMap(([key, text]) =>
      text === undefined ? [] : [[key, text] as const],
    ),
  );
  return { ok: true, sees: 'search', request, asked, answered, personal };
};

/** What a team was asked and has not answered, or else what it has answered, for one of its people while the case is open. */
export const seeQuestion = async (
  desk: Casework,
  number: string,
  user: string,
  team: string,
): Promise<SeenQuestion | Refusal> => {
  const history = await historyOf(desk, number);
  if (history === null) return refuse('team_only');
  const request = replay(history);
  if (isBarred(request, user)) return refuse('team_only');
  const own = request.asked.filter((each) => each.team === team && each.people.includes(user));
  if (own.length === 0) return refuse('team_only');
  if (!isOpen(request)) return refuse('answer_gone_out');
  const out = own.filter(({ result }) => result === null);
  return questionOf(request, history, user, out.length > 0 ? out : own);
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
  | SeenQuestion
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
  const asked = isOpen(request) ? request.asked.filter(({ people }) => people.includes(user)) : [];
  const out = asked.filter(({ result }) => result === null);
  if (out.length > 0) return questionOf(request, history, user, out);
  const tasks = request.tasks.filter((task) => task.assignee === user);
  // What they answered can still be put right; a step that is theirs comes first.
  if (asked.length > 0 && !tasks.some(({ status }) => status === 'open'))
    return questionOf(request, history, user, asked);
  if (tasks.length === 0) return refuse('team_only');
  const moment = await momentFor(desk, user, request, history);
  const markable =
    gate('markDone', request, moment) === null
      ? tasks.filter((task) => isMarkable(request, task)).map(({ id }) => id)
      : [];
  return { ok: true, sees: 'tasks', number, right: request.right, tasks, markable, company };
};
