/** What the events that move or stop the clock change in a case; `clockEvents` is what the deadline is derived from. */
import type { Case, CaseClockEvent, CaseState } from './case.ts';
import type { CaseEvent } from './case-events.ts';

const wait = (request: Case, state: CaseState, since: string, event: CaseClockEvent): Case => ({
  ...request,
  state,
  waitingSince: since,
  chasers: [],
  clockEvents: [...request.clockEvents, event],
});

const resume = (request: Case, from: CaseState, event: CaseClockEvent): Case => ({
  ...request,
  state: request.state === from ? 'in_progress' : request.state,
  waitingSince: null,
  chasers: [],
  clockEvents: [...request.clockEvents, event],
});

const note = (request: Case, event: CaseClockEvent): Case => ({
  ...request,
  clockEvents: [...request.clockEvents, event],
});

const judged = (reasonable: boolean): { readonly reasonable?: false } =>
  reasonable ? {} : { reasonable: false };

/** "eu/ireland" of an event as a regime and its place. */
export const alsoUnder = (written: readonly string[] | undefined): Case['also'] =>
  (written ?? []).map((one) => {
    const [regime = '', jurisdiction = ''] = one.split('/');
    return { regime, jurisdiction };
  });

export const evolveClock = (request: Case, event: CaseEvent): Case => {
  switch (event.type) {
    case 'identity_requested':
      return {
        ...wait(request, 'awaiting_identity', event.sentAt, {
          type: event.type,
          at: event.sentAt,
          ...judged(event.reasonable),
        }),
        identityRequests: request.identityRequests + 1,
      };
    case 'identity_received':
      return {
        ...resume(request, 'awaiting_identity', { type: event.type, at: event.receivedAt }),
        sawIdDocument: request.sawIdDocument || event.method === 'id_document_redacted',
      };
    case 'authority_requested':
      return wait(request, 'awaiting_authority', event.sentAt, { type: event.type, at: event.sentAt });
    case 'authority_received':
      return resume(request, 'awaiting_authority', { type: event.type, at: event.receivedAt });
    case 'fee_requested':
      return wait(request, 'awaiting_fee', event.sentAt, { type: event.type, at: event.sentAt });
    case 'fee_paid':
      return resume(request, 'awaiting_fee', { type: event.type, at: event.paidAt });
    case 'clarification_requested': {
      const asked = { type: event.type, at: event.sentAt, ...judged(event.reasonable) };
      return event.pauses
        ? wait(request, 'awaiting_clarification', event.sentAt, asked)
        : { ...note(request, asked), waitingSince: event.sentAt, chasers: [] };
    }
    case 'clarification_received': {
      const answered = { type: event.type, at: event.receivedAt } as const;
      return event.stillOpen === true
        ? note(request, { ...answered, stillOpen: true })
        : resume(request, 'awaiting_clarification', answered);
    }
    case 'chased':
      return { ...request, chasers: [...request.chasers, event.sentAt] };
    case 'extended':
      return {
        ...note(request, { type: 'extension_notified', at: event.noticeSentAt, reason: event.reason }),
        extension: { reason: event.reason, sentAt: event.noticeSentAt },
      };
    case 'receipt_corrected':
      return { ...request, receivedAt: event.receivedAt };
    case 'regime_changed':
      return { ...request, regime: event.regime, also: alsoUnder(event.also) };
    case 'jurisdiction_changed':
      return { ...request, jurisdiction: event.jurisdiction };
    case 'client_receipt_confirmed':
    case 'client_deletion_requested':
      return note(request, { type: event.type, at: event.receivedAt });
    case 'agreement_terminated':
      return note(request, { type: event.type, at: event.terminatedAt });
    default:
      return request;
  }
};
