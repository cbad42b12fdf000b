/** The days that the history tells a letter, as the letter writes them. */
import type { FactName } from '../../letters/fact-fields.ts';
import { writeDate } from '../../letters/letter-dates.ts';
import type { CaseClockEvent } from '../../requests/case/case.ts';
import { localDate } from '../../requests/clock/zone.ts';
import type { PrefillSource } from './prefilled.ts';
import type { Texts } from './usual-words.ts';

const clientDays: Readonly<Partial<Record<CaseClockEvent['type'], FactName>>> = {
  client_receipt_confirmed: 'confirmedOn',
  client_deletion_requested: 'deletionAskedOn',
  agreement_terminated: 'terminatedOn',
};

/** Only those that are known. */
export const daysOf = ({ request, history }: Pick<PrefillSource, 'request' | 'history'>): Texts => {
  const doneAt = (task: string): string | undefined =>
    history.findLast((event) => event.type === 'task_done' && event.task === task)?.at;
  const searched = history.findLast(
    ({ type }) => type === 'search_logged' || type === 'team_answered' || type === 'task_done',
  )?.at;
  const restricted = history.findLast(({ type }) => type === 'restricted')?.at;
  const known: readonly (readonly [FactName | undefined, string | undefined])[] = [
    ['searchedOn', searched],
    ['erasedOn', doneAt('delete')],
    ['deletedOn', doneAt('delete')],
    ['changedOn', doneAt('correct') ?? doneAt('stop') ?? doneAt('lock')],
    ['effectiveOn', doneAt('stop') ?? restricted],
    ...request.clockEvents.map(({ type, at }) => [clientDays[type], at] as const),
  ];
  return Object.fromEntries(
    known.flatMap(([name, at]) =>
      name === undefined || at === undefined
        ? []
        : [[name, writeDate(localDate(new Date(at), request.timeZone))] as const],
    ),
  );
};
