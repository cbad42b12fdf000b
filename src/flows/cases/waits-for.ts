/** Whom a case waits for, other than its owner. */
import { type Case, waitingStates } from '../../requests/case/case.ts';
import { pending } from '../../requests/decisions/two-persons.ts';

export const waitsForRequester = ({ state }: Case): boolean => waitingStates.includes(state);

export const waitsForSecondPerson = (request: Case): boolean =>
  request.state === 'ready_for_review' || pending(request).length > 0;
