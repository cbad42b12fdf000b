/** Puts the events of a clock in order and refuses impossible ones. */
import type { CalendarDate } from './calendar-date.ts';
import type { ClockCase, ClockEvent, ClockEventType, ClockProblem } from './clock-case.ts';
import type { RightLaw } from './regime.ts';
import { localDate } from './zone.ts';

/** An event with its calendar date and its place in the input. */
export type DatedEvent = ClockEvent & { readonly on: CalendarDate; readonly index: number };

/** Which answer belongs to which question. */
const questionOf: Partial<Record<ClockEventType, ClockEventType>> = {
  identity_received: 'identity_requested',
  authority_received: 'authority_requested',
  fee_paid: 'fee_requested',
  clarification_received: 'clarification_requested',
};

const policyEvents: readonly ClockEventType[] = [
  'client_receipt_confirmed',
  'client_deletion_requested',
  'agreement_terminated',
];

/** By instant, not by date: two events can share a day. At one instant a question comes before its answer. */
export const inOrder = (input: ClockCase): readonly DatedEvent[] =>
  input.events
    .map((event, index) => ({ ...event, on: localDate(event.at, input.zone), index }))
    .sort(
      (a, b) =>
        a.at.getTime() - b.at.getTime() ||
        Number(questionOf[a.type] !== undefined) - Number(questionOf[b.type] !== undefined) ||
        a.index - b.index,
    );

const problemOf = (
  code: ClockProblem['code'],
  event: DatedEvent,
  field: string,
  message: string,
): ClockProblem => ({ code, message, field: `events.${event.index}.${field}` });

const words = (type: ClockEventType): string => type.replaceAll('_', ' ');

/**
 * The first thing about the events that cannot have happened, or undefined: an event before the day of receipt, an answer
 * that nobody asked for, a client's event on somebody's rights request. Identity and the like may arrive in several
 * parts after one question; a clarification answers exactly one question.
 */
export const impossibleEvent = (
  input: ClockCase,
  events: readonly DatedEvent[],
  rule: RightLaw,
): ClockProblem | undefined => {
  const asked = new Map<ClockEventType, number>();
  const policyClock = rule.clock === 'ceiling';
  // Days decide, not hours: a receipt known by its day alone stands at noon, and the first question may be earlier that day.
  const received = localDate(input.receivedAt, input.zone);
  for (const event of events) {
    const ofPolicy = policyEvents.includes(event.type);
    if (ofPolicy && !policyClock) {
      return problemOf(
        'event_not_for_right',
        event,
        'type',
        `"${words(event.type)}" does not belong to this right.`,
      );
    }
    if (!ofPolicy && event.on < received) {
      return problemOf(
        'event_before_receipt',
        event,
        'at',
        `"${words(event.type)}" is before the day of receipt.`,
      );
    }
    const question = questionOf[event.type];
    if (question === undefined) {
      asked.set(event.type, (asked.get(event.type) ?? 0) + 1);
      continue;
    }
    const open = asked.get(question) ?? 0;
    if (open === 0) {
      return problemOf(
        'answer_without_question',
        event,
        'at',
        `"${words(event.type)}" has no "${words(question)}" before it.`,
      );
    }
    if (event.type === 'clarification_received') asked.set(question, open - 1);
  }
  return undefined;
};
