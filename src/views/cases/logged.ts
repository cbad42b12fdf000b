/** What is said when a request is logged. */

import type { KnownBlock, ModalView } from '@slack/types';
import { type Case, isClient } from '../../requests/case/case.ts';
import type { IntakeHint } from '../../requests/case/intake.ts';
import { describeDate } from '../../requests/clock/calendar-date.ts';
import type { Deadline } from '../../requests/clock/clock-case.ts';
import { type HolidayTable, regimeOf } from '../../requests/clock/holidays.ts';
import { acknowledgeWithin } from '../../requests/clock/law-in-words.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { localDate } from '../../requests/clock/zone.ts';
import { stopRights } from '../../requests/decisions/case-actions.ts';
import { actions, button, context, header, plain, section } from '../blocks.ts';
import { inOneBreath } from './case-words.ts';
import { rightOf } from './right-names.ts';

const hints: Readonly<Record<Exclude<IntakeHint, 'acknowledge_complaint'>, string>> = {
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
  stop_marketing_now:
    ':no_entry_sign: Marketing stops at once, on every list; nobody waits for the month to pass. The case has the button for it.',
  act_on_receipt:
    ':zap: A withdrawal of consent takes effect the moment it arrives. The case has the button for it.',
  restrict_meanwhile: ':double_vertical_bar: Until this is decided, do not use the data for anything else.',
};

/** The period is that of the complaint's own law; some laws set none. */
const toAcknowledge = (rows: readonly LoggedRow[], law: HolidayTable): string => {
  const complaint = rows.find(({ request }) => request.right === 'complaint')?.request;
  const regime = complaint && regimeOf(law, complaint.regime);
  const within =
    regime && acknowledgeWithin(regime, localDate(new Date(complaint.receivedAt), complaint.timeZone));
  return `:mailbox: A complaint has to be acknowledged${within === undefined ? '' : ` within ${within}`}.`;
};

/** To whoever cannot open the case: who does it, and that nothing is asked of them. */
const hintsToOthers: Readonly<Partial<Record<IntakeHint, string>>> = {
  stop_marketing_now:
    ':no_entry_sign: Marketing stops at once. The privacy team does that now; you need do nothing more.',
  act_on_receipt:
    ':zap: A withdrawal of consent takes effect the moment it arrives. The privacy team acts on it now; you need do nothing more.',
};

/** What a date waits for, where the law gives none yet. */
const waitsFor = (right: Right): string =>
  isClient(right)
    ? 'No date yet. It begins once the client has confirmed that it has its copy and has asked for deletion in writing.'
    : 'No date yet: the case says what it waits for.';

const dueLine = ({ request: { right }, deadline }: LoggedRow): string => {
  if (deadline === null) return 'The privacy team works out the date.';
  const { due, state, cautiousDue, houseActionBy } = deadline;
  if (state === 'no_statutory_clock')
    return houseActionBy === null
      ? 'It takes effect at once.'
      : `It takes effect at once; done here by *${describeDate(houseActionBy)}*.`;
  if (due === null)
    return cautiousDue === null ? waitsFor(right) : `We work towards *${describeDate(cautiousDue)}*.`;
  // A complaint is acknowledged by that day; its outcome has none in the law (DPA 2018 s 164A).
  return right === 'complaint'
    ? `Acknowledge by *${describeDate(due)}*, then answer without undue delay.`
    : `Answer by *${describeDate(due)}*.`;
};

/** "30 December", as it is read aloud; the year only where it is another. */
const spoken = (date: string, today: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(`${date}T12:00:00Z`));

/** The sentence for the person, whatever and however much they asked for. */
const sayThis = (rows: readonly LoggedRow[]): string => {
  const stops = rows.filter(({ request }) => stopRights.includes(request.right));
  const numbers = inOneBreath(rows.map(({ request }) => request.number));
  const reference = rows.length === 1 ? `Your reference is ${numbers}` : `Your references are ${numbers}`;
  const dues = rows.flatMap(({ deadline }) => (deadline?.due == null ? [] : [deadline.due])).toSorted();
  const complaint = rows.every(({ request }) => request.right === 'complaint');
  const last = dues.at(-1);
  const when = complaint
    ? 'We look into it and write to you about it'
    : last === undefined
      ? 'You hear from us in writing'
      : `You hear from us in writing by ${spoken(last, rows[0]?.request.loggedAt ?? '')} at the latest`;
  if (stops.length === rows.length)
    return `“Thank you, I have noted that. It stops now, and we confirm it to you. ${reference}.”`;
  const stopsToo = stops.length > 0 ? ' What you want stopped stops now.' : '';
  return `“Thank you, I have passed that on to our privacy team. ${when}.${stopsToo} ${reference}.”`;
};

export type LoggedRow = { readonly request: Case; readonly deadline: Deadline | null };

const caseBlocks = (row: LoggedRow): readonly KnownBlock[] => [
  section(`*${row.request.number}* · ${rightOf(row.request)}\n${dueLine(row)}`),
];

/** One letter for all that was asked in one message: it names every reference. A client's end of contract has none. */
const acknowledgements = (rows: readonly LoggedRow[]): readonly KnownBlock[] => {
  // A letter names the right: it waits until that is named.
  const waits = ({ request: { right, unsureRight } }: LoggedRow): boolean =>
    !isClient(right) && right !== 'complaint' && !unsureRight;
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
  law: HolidayTable,
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
    ...found.map((hint) =>
      section(
        (mayOpen ? undefined : hintsToOthers[hint]) ??
          (hint === 'acknowledge_complaint' ? toAcknowledge(rows, law) : hints[hint]),
      ),
    ),
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
