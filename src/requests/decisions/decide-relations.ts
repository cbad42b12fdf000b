/** Decisions on who is kept from a case, and on which cases belong together. */

import type { Case } from '../case/case.ts';
import type { Relation } from '../case/case-events.ts';
import { allow, type Decision, type Moment, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';

export const declareConflict = (
  request: Case,
  input: { readonly user: string; readonly why: 'named_in_data' | 'named_in_complaint' },
  moment: Moment,
): Decision => {
  const shut = gate('declareConflict', request, moment);
  if (shut) return shut;
  if (request.conflicts.includes(input.user)) return refuse('already_done');
  return allow({ type: 'conflict_declared', ...stamp(moment), ...input });
};

export const liftConflict = (request: Case, input: { readonly user: string }, moment: Moment): Decision => {
  const shut = gate('liftConflict', request, moment);
  if (shut) return shut;
  if (!request.conflicts.includes(input.user)) return refuse('already_done');
  return allow({ type: 'conflict_taken_back', ...stamp(moment), user: input.user });
};

export const link = (
  request: Case,
  input: { readonly to: string; readonly relation: Relation },
  moment: Moment,
): Decision => {
  const shut = gate('link', request, moment);
  if (shut) return shut;
  if (request.links.some((each) => each.to === input.to)) return refuse('already_done');
  return allow({ type: 'linked', ...stamp(moment), ...input });
};
