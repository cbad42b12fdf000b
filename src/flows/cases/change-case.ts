/** One action on a case: read, decide, append. Two clicks of one button are one event. */
import { NoSuchCase, StaleHistory } from '../../register/errors.ts';
import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { replay } from '../../requests/case/replay.ts';
import type { Decision, Moment, Refusal } from '../../requests/decisions/decision.ts';
import { has } from '../../requests/decisions/decision.ts';
import { type Casework, isBarred, maySee, momentFor } from './casework.ts';
import { clockBehind } from './clock-behind.ts';

export type Changed =
  | { readonly ok: true; readonly request: Case }
  | Refusal
  | { readonly ok: false; readonly code: 'no_such_case'; readonly facts: { readonly number: string } };

/** Several teams may answer in the same second. */
const attempts = 8;

/** Whoever may not see the case learns nothing of it; an assignee or an asked team may do what the decision itself allows. */
const hidden = (request: Case, moment: Moment): boolean =>
  isBarred(request, moment.actor.id) ||
  (!maySee(request, moment.actor) &&
    !request.tasks.some((task) => task.assignee === moment.actor.id) &&
    !request.asked.some(({ people }) => people.includes(moment.actor.id)));

/**
 * Decides on the case as it is now and appends what was decided. Somebody faster makes it decide again, on the case as they left it;
 * then what was done already is refused as such.
 */
export const changeCase = async (
  desk: Casework,
  number: string,
  user: string,
  decide: (request: Case, moment: Moment) => Decision,
): Promise<Changed> => {
  for (let attempt = 1; ; attempt += 1) {
    const history = await historyOf(desk, number);
    if (history === null) return { ok: false, code: 'no_such_case', facts: { number } };
    const request = replay(history);
    const moment = await momentFor(desk, user, request, history);
    // As if there were no such case.
    if (isBarred(request, user) && has(moment.actor, 'team'))
      return { ok: false, code: 'no_such_case', facts: { number } };
    if (hidden(request, moment)) return { ok: false, code: 'team_only', facts: {} };
    const behind = clockBehind(desk, request.lastAt);
    if (behind !== null) return behind;
    const decision = decide(request, moment);
    if (!decision.ok) return decision;
    const [first, ...rest] = decision.events;
    if (first === undefined) return { ok: true, request };
    try {
      await desk.register.append(number, history.length, first, ...rest);
      return { ok: true, request: replay([...history, ...decision.events]) };
    } catch (error) {
      if (!(error instanceof StaleHistory) || attempt === attempts) throw error;
    }
  }
};

/** Null where there is no such case. */
export const historyOf = async (desk: Casework, number: string): Promise<readonly CaseEvent[] | null> => {
  try {
    return await desk.register.history(number);
  } catch (error) {
    if (error instanceof NoSuchCase) return null;
    throw error;
  }
};
