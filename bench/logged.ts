/** The event with which a case of the benches begins. */
import type { CaseEvent } from '../src/requests/case/case-events.ts';
import { checklistFor } from '../src/requests/case/checklists.ts';

type Logged = Extract<CaseEvent, { type: 'logged' }>;

/** A request of a customer, by e-mail, in England; nothing personal in it. */
export const loggedEvent = (number: string, at: string, right: Logged['right'] = 'access'): Logged => ({
  type: 'logged',
  at,
  by: 'U0SAM',
  number,
  right,
  receivedAt: at,
  timeZone: 'Europe/London',
  channel: 'email',
  regime: 'uk',
  jurisdiction: 'england-and-wales',
  people: 'customer',
  clientWorkspace: false,
  agent: false,
  checklist: checklistFor('access').id,
  systems: [],
});
