/** What was decided and done about the data itself: an objection stopped or gone on with, an erasure carried out. */
import type { Case, Task } from '../case/case.ts';
import type { CaseEvent, Personal, RecipientResult } from '../case/case-events.ts';
import { allow, type Decision, kept, type Moment, refuse, stamp } from './decision.ts';
import { gate } from './gate.ts';

const openNow = (request: Case, ids: readonly string[]): readonly Task[] =>
  request.tasks.filter(({ id, status }) => ids.includes(id) && status === 'open');

/** Art 21(1): the use stops, or goes on for compelling grounds that were weighed; either way the use is named. */
export const decideObjection = (
  request: Case,
  input: { readonly result: 'stopped' | 'goes_on'; readonly personal: Personal },
  moment: Moment,
): Decision => {
  const { personal, result } = input;
  const shut = gate(result === 'stopped' ? 'stopUse' : 'goOn', request, moment);
  if (shut) return shut;
  if (!personal['processing']) return refuse('text_missing', { what: 'which use it is' });
  if (result === 'goes_on' && (!personal['grounds'] || !personal['weighed']))
    return refuse('text_missing', { what: 'the grounds, and what was weighed' });
  const [first, ...rest] = openNow(request, ['balancing', 'stop']).map(
    ({ id }): CaseEvent => ({
      type: 'task_done',
      ...stamp(moment),
      task: id,
      result: id === 'stop' ? result : 'done',
    }),
  );
  return first === undefined ? refuse('already_done') : allow({ ...first, personal }, ...rest);
};

/** Where something was found, by its id. */
export const whereFound = ({ searches }: Pick<Case, 'searches'>): readonly string[] => [
  ...new Set(searches.filter(({ result }) => result === 'found').map(({ system }) => system)),
];

/** Each system in which something was found is named as erased, or it is said why not; whoever received the data is told (Art 19). */
export const recordErasure = (
  request: Case,
  input: {
    readonly systems: readonly string[];
    readonly personal?: Personal;
    readonly recipient: {
      readonly entry: string;
      readonly recipient: string;
      readonly result: RecipientResult;
    } | null;
  },
  moment: Moment,
): Decision => {
  const shut = gate('recordErasure', request, moment);
  if (shut) return shut;
  const found = whereFound(request);
  const systems = found.filter((system) => input.systems.includes(system));
  if (systems.length < found.length && !input.personal?.['note'])
    return refuse('text_missing', { what: 'where it was not erased, and why' });
  const base = stamp(moment);
  return allow(
    {
      type: 'task_done',
      ...base,
      task: 'delete',
      result: 'done',
      systems,
      ...kept(input.personal),
    },
    ...(input.recipient === null ? [] : [{ type: 'recipient_told', ...base, ...input.recipient } as const]),
  );
};
