/** What is said when a request is logged. */
import type { KnownBlock, ModalView } from '@slack/types';
import { type Case, isClient } from '../../requests/case/case.ts';
import type { IntakeHint } from '../../requests/case/intake.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import { stopRights } from '../../requests/decisions/case-actions.ts';
import { actions, button, context, header, plain, section } from '../blocks.ts';
import { rightNames } from './right-names.ts';

const hints: Readonly<Record<IntakeHint, string>> = {
  logged_late:
    ':hourglass: It reached us days ago, and the clock has been running since. Next time log it the same day.',
  forward_to_client:
    ':arrow_right: This is about data in a client’s workspace. The client decides; the privacy team passes it on without delay.',
  limit_who_sees_it:
    ':lock: This is about staff or an applicant, so only the owner and the approvers will see it.',
  suspected_breach:
    ':rotating_light: If data was lost or leaked, tell the privacy team *now*, not only through this form: a separate 72-hour duty may have begun.',
  copy_first_then_erase:
    ':scales: They want a copy *and* erasure: the copy comes first. Nothing may be deleted before it is answered.',
  stop_marketing_now: ':no_entry_sign: Stop sending marketing at once; do not wait for the month to pass.',
  act_on_receipt: ':zap: A withdrawal of consent takes effect the moment it arrives.',
  restrict_meanwhile: ':double_vertical_bar: Until this is decided, do not use the data for anything else.',
  acknowledge_complaint: ':mailbox: A complaint has to be acknowledged within 30 days.',
};

const dueLine = (deadline: Deadline | null): string => {
  if (deadline === null) return 'The privacy team works out the date.';
  const { due, state, cautiousDue, houseActionBy } = deadline;
  if (state === 'no_statutory_clock')
    return houseActionBy === null
      ? 'It takes effect at once.'
      : `It takes effect at once; done here by *${describeDate(houseActionBy)}*.`;
  if (due === null)
    return cautiousDue === null
      ? 'No date yet: it appears when what we wait for arrives.'
      : `We work towards *${describeDate(cautiousDue)}*.`;
  return `Answer by *${describeDate(due)}*.`;
};

/** The sentence for the person, whatever and however much they asked for. */
const sayThis = (rows: readonly LoggedRow[]): string => {
  const stops = rows.filter(({ request }) => stopRights.includes(request.right));
  const reference = rows.map(({ request }) => request.number).join(', ');
  const dues = rows.flatMap(({ deadline }) => (deadline?.due == null ? [] : [deadline.due])).toSorted();
  const complaint = rows.every(({ request }) => request.right === 'complaint');
  const last = dues.at(-1);
  const when = complaint
    ? 'We look into it and write to you about it'
    : last === undefined
      ? 'You hear from us in writing'
      : `You hear from us in writing by ${describeDate(last)} at the latest`;
  if (stops.length === rows.length)
    return `“Thank you, I have noted that. It stops now, and we confirm it to you. Your reference is ${reference}.”`;
  return `“Thank you, I have passed that on to our privacy team. ${when}. Your reference is ${reference}.”`;
};

export type LoggedRow = { readonly request: Case; readonly deadline: Deadline | null };

const caseBlocks = ({ request, deadline }: LoggedRow): readonly KnownBlock[] => [
  section(`*${request.number}* · ${rightNames[request.right]}\n${dueLine(deadline)}`),
];

/** One letter for all that was asked in one message: it names every reference. A client's end of contract has none. */
const acknowledgements = (rows: readonly LoggedRow[]): readonly KnownBlock[] => {
  const waits = ({ request: { right } }: LoggedRow): boolean => !isClient(right) && right !== 'complaint';
  // The letter on what waits for an answer speaks of what stops at once as well, not the other way round.
  const first =
    rows.find((row) => waits(row) && !stopRights.includes(row.request.right)) ??
    rows.find(waits) ??
    rows.find(({ request: { right } }) => right === 'complaint');
  if (first === undefined) return [];
  const { number, right } = first.request;
  const action = right === 'complaint' ? 'open_complaint_acknowledgement' : 'open_acknowledgement';
  return [actions('logged_letters', [button('Acknowledgement letter', `${action}:${number}`, number)])];
};

/** What the person sees the moment it is safely in the register. Holds nothing of the data subject. */
export const loggedView = (
  rows: readonly LoggedRow[],
  found: readonly IntakeHint[],
  maybeSame: readonly string[],
  /** Only the privacy team can open the case. */
  mayOpen: boolean,
): ModalView => ({
  type: 'modal',
  title: plain('Logged'),
  close: plain('Done'),
  blocks: [
    section(`*Say this:* ${sayThis(rows)}`),
    context('Promise nothing else. The privacy team has been told.'),
    { type: 'divider' },
    header(rows.length === 1 ? 'It is in the register' : `${rows.length} cases are in the register`),
    ...rows.flatMap(caseBlocks),
    ...found.map((hint) => section(hints[hint])),
    ...(maybeSame.length === 0
      ? []
      : [
          section(
            `:mag: Perhaps it is logged already: ${maybeSame.slice(0, 10).join(', ')} may be of the same person. Compare them; nothing was left out because of it.`,
          ),
        ]),
    ...(mayOpen
      ? [
          actions(
            'logged_next',
            rows
              .slice(0, 5)
              .map(({ request }) =>
                button(`Open ${request.number}`, `open_case:${request.number}`, request.number),
              ),
          ),
        ]
      : []),
    ...acknowledgements(rows),
  ],
});
