/** What is kept for the evidence: searches, redactions, exemptions, recipients. */

import { systemNamed } from '../../requests/case/systems.ts';

import type { Ground } from '../../requests/clock/regime.ts';

import {
  logExemption,
  logRedaction,
  logSearch,
  recordRecipient,
} from '../../requests/decisions/decide-entries.ts';

import { refuse } from '../../requests/decisions/decision.ts';
import { gate } from '../../requests/decisions/gate.ts';
import { groundsOf, partialGroundsFor } from '../../requests/decisions/refusal-grounds.ts';
import {
  type ActionForm,
  choice,
  clipped,
  codeOf,
  type FieldChoice,
  inWords,
  personal,
  type SeenCase,
  words,
} from './case-action-row.ts';
import { recipientResults } from './case-choices.ts';
import { countInWords } from './count-in-words.ts';

const searchResults: readonly FieldChoice<'found' | 'not_found'>[] = [
  ['found', 'Something was found'],
  ['not_found', 'Nothing was found'],
];

const asChoices = (grounds: readonly Ground[]): readonly FieldChoice[] =>
  grounds.map(({ id, title, source }) => [id, clipped(title), source]);

const redactionReasons = ({ request, moment }: SeenCase): readonly FieldChoice[] => [
  ['none_needed', 'Nothing had to be redacted'],
  ...asChoices(groundsOf(request, moment).exemptions),
];

/** Where a place's own law is to be looked at; practice, to be verified. */
const national = ({ request, moment }: SeenCase): readonly string[] => {
  const places = groundsOf(request, moment).national[request.jurisdiction] ?? [];
  return places.length === 0
    ? []
    : [`Look at ${places.join('; ')}, and write down the provision that you rely on.`];
};

/** Those of the case; of a case without any, those of the company. */
const systemsOf = ({ request, company }: SeenCase): readonly FieldChoice[] =>
  (request.systems.length > 0
    ? request.systems.map((id) => systemNamed(id, request.places))
    : company.systems
  )
    .slice(0, 100)
    .map(({ id, name }) => [id, clipped(name)]);

/** A company that names nobody still told somebody. */
export const recipientsOf = ({ company }: SeenCase): readonly FieldChoice[] => [
  ...company.recipients.map(
    ({ id, name, hint }): FieldChoice => (hint === '' ? [id, name] : [id, name, hint]),
  ),
  ...(company.recipients.some(({ id }) => id === 'all_recipients')
    ? []
    : ([['all_recipients', 'All recipients together']] as const)),
];

export const logRows = {
  logSearch: {
    fields: (seen) => [
      choice('system', 'Where?', systemsOf(seen)),
      choice('result', 'What came of it?', searchResults),
      words('terms', 'Search terms and dates', { optional: true, hint: 'Sealed in the register.' }),
    ],
    decide:
      ({ values, entry }) =>
      (request, moment) =>
        logSearch(
          request,
          {
            entry,
            system: values['system'] ?? '',
            result: codeOf(searchResults, values['result']),
            ...personal({ terms: values['terms'] }),
          },
          moment,
        ),
  },
  logRedaction: {
    intro: () => ['Whoever redacts does not review the answer.'],
    fields: (seen) => [
      choice('reason', 'Why?', redactionReasons(seen)),
      words('items', 'How many items?', {
        optional: true,
        lines: 'one',
        hint: 'In digits or in words. Left empty, the register says: not counted.',
      }),
      words('note', 'What was taken out, in general words', { optional: true }),
    ],
    decide:
      ({ values, entry }) =>
      (request, moment) => {
        const typed = values['items'] ?? '';
        const items = typed === '' ? null : countInWords(typed);
        if (typed !== '' && items === null)
          return gate('logRedaction', request, moment) ?? refuse('count_unread');
        return logRedaction(
          request,
          { entry, reason: values['reason'] ?? '', items, ...personal({ note: values['note'] }) },
          moment,
        );
      },
  },
  logExemption: {
    intro: (seen) => ['Exemptions apply *item by item*, never to the whole file.', ...national(seen)],
    fields: ({ request, moment }) => [
      choice('exemption', 'Which exemption?', asChoices(partialGroundsFor(request, moment))),
      words('reasons', 'What it covers and why'),
    ],
    decide:
      ({ values, entry }) =>
      (request, moment) =>
        logExemption(
          request,
          { entry, exemption: values['exemption'] ?? '', personal: inWords({ reasons: values['reasons'] }) },
          moment,
        ),
  },
  recordRecipient: {
    intro: () => ['Whoever received the data is told of the change, or the reason why not is kept.'],
    fields: (seen) => [
      choice('recipient', 'Who?', recipientsOf(seen)),
      choice('result', 'What came of it?', recipientResults),
      words('name', 'Name or further words', {
        optional: true,
        lines: 'one',
        hint: 'Sealed in the register.',
      }),
    ],
    decide:
      ({ values, entry }) =>
      (request, moment) =>
        recordRecipient(
          request,
          {
            entry,
            recipient: values['recipient'] ?? '',
            result: codeOf(recipientResults, values['result']),
            ...personal({ recipient: values['name'] }),
          },
          moment,
        ),
  },
} satisfies Record<string, ActionForm>;
