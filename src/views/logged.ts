import type { KnownBlock, ModalView } from '@slack/types';
import type { Case } from '../requests/case/case.ts';
import type { IntakeHint } from '../requests/case/intake.ts';
import { describeDate } from '../requests/clock/calendar-date.ts';
import type { Deadline } from '../requests/clock/clock-case.ts';
import { actions, button, context, escaped, header, plain, section } from './blocks.ts';
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
  if (deadline === null) return 'No due date can be worked out; the privacy team will look at it.';
  const { due, state, cautiousDue, houseActionBy } = deadline;
  if (state === 'no_statutory_clock')
    return houseActionBy === null
      ? 'Takes effect at once.'
      : `Takes effect at once; done here by *${describeDate(houseActionBy)}*.`;
  if (due === null)
    return cautiousDue === null
      ? 'No due date yet: it appears when what we wait for arrives.'
      : `No due date yet; we work towards *${describeDate(cautiousDue)}*.`;
  return `Due by the end of *${describeDate(due)}*.`;
};

export type LoggedRow = { readonly request: Case; readonly deadline: Deadline | null };

const caseBlocks = ({ request, deadline }: LoggedRow): readonly KnownBlock[] => [
  section(`*${request.number}* · ${rightNames[request.right]}\n${dueLine(deadline)}`),
  ...(deadline === null ? [] : [context(...deadline.explanation.slice(0, 3).map(escaped))]),
];

/** One letter for each case: each has its own reference and date. A client's end of contract has none. */
const acknowledgements = (rows: readonly LoggedRow[]): readonly KnownBlock[] => {
  const letters = rows
    .slice(0, 5)
    .flatMap(({ request: { number, right } }) =>
      right === 'client_data_deletion' || right === 'client_information_retention'
        ? []
        : [
            button(
              rows.length === 1 ? 'Acknowledgement letter' : `Acknowledgement letter ${number}`,
              `${right === 'complaint' ? 'open_complaint_acknowledgement' : 'open_acknowledgement'}:${number}`,
              number,
            ),
          ],
    );
  return letters.length === 0 ? [] : [actions('logged_letters', letters)];
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
    header(rows.length === 1 ? 'It is in the register' : `${rows.length} cases are in the register`),
    ...rows.flatMap(caseBlocks),
    ...found.map((hint) => section(hints[hint])),
    ...(maybeSame.length === 0
      ? []
      : [
          section(
            `:mag: Perhaps the same person: ${maybeSame.slice(0, 10).join(', ')}. The privacy team will compare; nothing was left out because of it.`,
          ),
        ]),
    { type: 'divider' },
    section(
      'The privacy team has been told. Tell the person that we received it and will answer by the date above; *promise nothing else*.',
    ),
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
