/** Who sees a case at all: the privacy team, but for whoever is named in it, and fewer where it is about a colleague. */
import type { Case } from '../case/case.ts';
import { type Actor, has } from './decision.ts';

/** Whoever has a declared conflict of interest sees and touches nothing of the case, whatever else they are to it. */
export const isBarred = (request: Case, user: string): boolean => request.conflicts.includes(user);

/** Staff and applicants have their own notice: only the owner and the approvers work on such a case, and the team until it has an owner. */
export const maySee = (request: Case, actor: Actor): boolean => {
  if (!has(actor, 'team') || isBarred(request, actor.id)) return false;
  if (request.people !== 'staff_or_applicant') return true;
  return has(actor, 'approver') || request.owner === null || request.owner === actor.id;
};
