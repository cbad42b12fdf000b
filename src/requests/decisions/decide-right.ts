/** Which right it is, where whoever logged it was not sure: named by the team once, and the case goes on by its list. */
import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/case-events.ts';
import { seriesOf } from '../case/case-number.ts';
import { checklistFor } from '../case/checklists.ts';
import { allRights, type Right } from '../clock/rights.ts';
import { allow, type Decision, type Moment, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';

const copies: readonly Right[] = ['access', 'portability'];

/** Those whose cases are numbered alike: a complaint, or a client's end, is logged anew. */
export const namable = (request: Pick<Case, 'right'>): readonly Right[] =>
  allRights.filter((right) => seriesOf(right) === seriesOf(request.right));

/** Deletion is frozen for as long as a copy is asked for (DPA 2018 s 173). */
const freezing = ({ frozen }: Case, right: Right, moment: Moment): readonly CaseEvent[] => {
  if (copies.includes(right) === frozen) return [];
  return [{ type: frozen ? 'unfrozen' : 'frozen', ...stamp(moment) }];
};

export const nameRight = (request: Case, right: Right, moment: Moment): Decision => {
  const shut = gate('nameRight', request, moment);
  if (shut) return shut;
  if (!namable(request).includes(right)) return refuse('not_for_this_right', { instead: 'Log it anew.' });
  return allow(
    { type: 'right_named', ...stamp(moment), right, checklist: checklistFor(right).id },
    ...freezing(request, right, moment),
  );
};
