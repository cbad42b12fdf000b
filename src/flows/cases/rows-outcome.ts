/** Actions that say what was decided and done about the data itself. */
import { systemNamed } from '../../requests/case/systems.ts';
import { decideObjection, recordErasure, whereFound } from '../../requests/decisions/decide-outcome.ts';
import { needsRecipients } from '../../requests/decisions/guards.ts';
import {
  type ActionForm,
  choice,
  clipped,
  codeOf,
  type FormField,
  inWords,
  personal,
  type SeenCase,
  words,
} from './case-action-row.ts';
import { recipientResults } from './case-choices.ts';
import { recipientsOf } from './rows-log.ts';

const processing = words('processing', 'Which use is it?', {
  hint: 'As the letter to the person will say it, such as “statistics on the use of our site”.',
});

/** Slack shows ten boxes in one field. */
const most = 10;

const erasedFields = ({ request }: SeenCase): readonly FormField[] => {
  const found = whereFound(request);
  return Array.from({ length: Math.ceil(found.length / most) }, (_, at) => ({
    kind: 'ticks',
    id: `erased_${at}`,
    label: at === 0 ? 'Erased, kept out of use in backups, and looked at again' : 'And here',
    options: found
      .slice(at * most, (at + 1) * most)
      .map((id) => [id, clipped(systemNamed(id, request.places).name)] as const),
  }));
};

/** Whoever received the data is told of it in the same go (Art 19), unless that is on record. */
const asksRecipient = ({ request }: Pick<SeenCase, 'request'>): boolean =>
  needsRecipients.includes(request.right) && request.recipients.length === 0;

export const outcomeRows = {
  stopUse: {
    intro: () => ['Say it here once the use has stopped everywhere. Nothing has to be weighed then.'],
    fields: () => [processing],
    decide:
      ({ values }) =>
      (request, moment) =>
        decideObjection(
          request,
          { result: 'stopped', personal: inWords({ processing: values['processing'] }) },
          moment,
        ),
  },
  goOn: {
    intro: () => [
      'Only for compelling grounds that outweigh the person’s, or for legal claims. Somebody who did not design this use decides.',
    ],
    fields: () => [
      processing,
      words('grounds', 'The compelling grounds', { hint: 'One line for each. The letter gives them.' }),
      words('weighed', 'What you weighed about the person’s situation'),
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        decideObjection(
          request,
          {
            result: 'goes_on',
            personal: inWords({
              processing: values['processing'],
              grounds: values['grounds'],
              weighed: values['weighed'],
            }),
          },
          moment,
        ),
  },
  recordErasure: {
    intro: () => ['Tick a system once it is done there. I delete nothing myself.'],
    fields: (seen) => [
      ...erasedFields(seen),
      words('note', 'Not erased there, and why', { optional: true, hint: 'For each system without a tick.' }),
      ...(asksRecipient(seen)
        ? [
            choice('recipient', 'Who had received the data?', recipientsOf(seen)),
            choice('result', 'Were they told?', recipientResults),
          ]
        : []),
    ],
    decide:
      ({ values, entry }) =>
      (request, moment) =>
        recordErasure(
          request,
          {
            systems: Object.entries(values).flatMap(([id, ticked]) =>
              id.startsWith('erased_') && ticked !== '' ? ticked.split(' ') : [],
            ),
            ...personal({ note: values['note'] }),
            recipient:
              values['recipient'] === undefined
                ? null
                : {
                    entry,
                    recipient: values['recipient'],
                    result: codeOf(recipientResults, values['result']),
                  },
          },
          moment,
        ),
  },
} satisfies Record<string, ActionForm>;
