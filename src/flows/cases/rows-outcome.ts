/** Actions that say what was decided and done about the data itself. */
import { teamName } from '../../company/company.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import { decideObjection, recordErasure, whereFound } from '../../requests/decisions/decide-outcome.ts';
import { needsRecipients } from '../../requests/decisions/guards.ts';
import {
  type ActionForm,
  choice,
  clipped,
  codeOf,
  type FieldChoice,
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

const erasedOrNot: readonly FieldChoice<'erased' | 'kept'>[] = [
  ['erased', 'Erased, and looked at again', 'Also kept out of use in backups'],
  ['kept', 'Not erased there: I say why below'],
];

/** By the system and not by its place: a team may correct its answer while the form is open. */
const erasedField = (system: string): string => `erased_${system}`;

/** One question for each system in which something was found, with the team that keeps it. */
const erasedFields = ({ request, company }: SeenCase): readonly FormField[] =>
  whereFound(request).map((id) => {
    const { name, team } = systemNamed(id, request.places);
    return choice(erasedField(id), clipped(`${name} (${teamName(company, team)})`), erasedOrNot);
  });

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
    intro: () => ['Say it here once each team has done it. I delete nothing myself.'],
    fields: (seen) => [
      ...erasedFields(seen),
      words('note', 'Where it was not erased, and why', { optional: true }),
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
            systems: whereFound(request).filter((id) => values[erasedField(id)] === 'erased'),
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
