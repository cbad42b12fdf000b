/** The clock as a letter states it: as it stands once this letter is out. */
import type { Template } from '../../letters/template.ts';
import { caseClock } from '../../requests/case/case-clock.ts';
import type { ClockEventType, Deadline } from '../../requests/clock/clock-case.ts';
import type { LetterSource } from './letter-source.ts';

/** An extension is announced with the date that it will give. */
export const clocks = (template: Template, { request, table, now }: LetterSource) => {
  const clock = caseClock(request, table);
  if (template.moment !== 'extend' || !clock.ok || clock.deadline.extended)
    return { clock, before: undefined };
  const reason = request.extension?.reason ?? 'complexity';
  const told = { type: 'extension_notified', at: now.toISOString(), reason } as const;
  const longer = caseClock({ ...request, clockEvents: [...request.clockEvents, told] }, table);
  return { clock: longer, before: clock.deadline };
};

/** The question that a letter puts, as the clock knows it. */
const asks: Readonly<Record<string, ClockEventType | undefined>> = {
  'identity-request': 'identity_requested',
  'authority-request': 'authority_requested',
  fee: 'fee_requested',
  clarification: 'clarification_requested',
};

/** The clock once the question of this letter is out: as it stands where it is out already, else as if it went out now. */
export const askedClock = (
  template: Template,
  { request, table, now }: LetterSource,
  clock: Deadline,
): Deadline => {
  const type = asks[template.id];
  if (type === undefined || request.waitingSince !== null) return clock;
  const told = { type, at: now.toISOString() } as const;
  const asked = caseClock({ ...request, clockEvents: [...request.clockEvents, told] }, table);
  return asked.ok ? asked.deadline : clock;
};
