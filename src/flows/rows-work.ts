/** Gestures of everyday work: owners, tasks, logs, notes, links. */
import type { Task } from '../requests/case.ts';
import { readCaseNumber } from '../requests/case-number.ts';
import { markStopped } from '../requests/decide-marketing.ts';
import {
  acknowledge,
  addNote,
  assignTask,
  declareConflict,
  handOver,
  link,
  logExemption,
  logRedaction,
  logSearch,
  markTaskDone,
  recordRecipient,
  take,
  waiveTask,
} from '../requests/decide-work.ts';
import { refuse } from '../requests/decision.ts';
import { exemptions } from '../requests/exemptions.ts';
import { defaultSystems, systemNamed } from '../requests/systems.ts';
import {
  conflictReasons,
  recipientResults,
  recipients,
  relations,
  taskResults,
  waiveReasons,
} from './case-choices.ts';
import {
  type Choice,
  choice,
  codeOf,
  day,
  type Field,
  inWords,
  none,
  personal,
  type Row,
  type SeenCase,
  words,
} from './gesture-row.ts';

const clipped = (text: string): string =>
  [...text].length <= 75 ? text : `${[...text].slice(0, 74).join('')}…`;

const openTasks = ({ request }: SeenCase): readonly Task[] =>
  request.tasks.filter((task) => task.status === 'open');

const taskField = (seen: SeenCase, about: string): Field =>
  choice(
    'task',
    'Which step?',
    openTasks(seen)
      .slice(0, 100)
      .map(({ id, title }) => [id, clipped(title)]),
    { initial: about },
  );

const searchResults: readonly Choice<'found' | 'not_found'>[] = [
  ['found', 'Something was found'],
  ['not_found', 'Nothing was found'],
];

const exemptionChoices: readonly Choice[] = exemptions.map(({ id, title, paragraph }) => [
  id,
  clipped(title),
  paragraph,
]);

const redactionReasons: readonly Choice[] = [
  ['none_needed', 'Nothing had to be redacted'],
  ...exemptionChoices,
];

const systemsOf = ({ request }: SeenCase): readonly Choice[] =>
  (request.systems.length > 0 ? request.systems : defaultSystems.map(({ id }) => id))
    .slice(0, 100)
    .map((id) => [id, clipped(systemNamed(id).name)]);

/** A whole number as people write it; 0 for anything else. */
const countOf = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0);

export const workRows = {
  take: { fields: none, decide: () => take },
  markStopped: { fields: none, decide: () => markStopped },
  handOver: {
    intro: () => ['The new owner gets a private message. Everything stays with the case.'],
    fields: () => [{ kind: 'person', id: 'to', label: 'To whom?', hint: 'Somebody in the privacy team.' }],
    decide:
      ({ person }) =>
      (request, moment) =>
        handOver(request, person, moment),
  },
  assignTask: {
    intro: () => ['They get a private message and see *only this step*, nothing else of the case.'],
    fields: (seen, about) => [taskField(seen, about), { kind: 'person', id: 'to', label: 'To whom?' }],
    decide:
      ({ values, person }) =>
      (request, moment) =>
        assignTask(request, values['task'] ?? '', person.id, moment),
  },
  markDone: {
    intro: ({ request }, about) => [
      `*${request.tasks.find((task) => task.id === about)?.title.replaceAll(/[&<>]/g, '') ?? 'This step'}*`,
    ],
    fields: ({ request }, about) =>
      request.tasks.find((task) => task.id === about)?.system
        ? [
            choice('result', 'What came of it?', taskResults),
            words('findings', 'Findings', {
              optional: true,
              hint: 'Search terms, dates, where it lies. Sealed in the register.',
            }),
          ]
        : [],
    decide:
      ({ values, about }) =>
      (request, moment) =>
        markTaskDone(
          request,
          {
            task: about,
            result: values['result'] === undefined ? 'done' : codeOf(taskResults, values['result']),
            ...personal({ findings: values['findings'] }),
          },
          moment,
        ),
  },
  waiveTask: {
    intro: () => ['A step that is left out needs a reason that somebody can follow later.'],
    fields: (seen, about) => [
      taskField(seen, about),
      choice('reason', 'Why?', waiveReasons),
      words('note', 'In your words', { optional: true }),
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        waiveTask(
          request,
          {
            task: values['task'] ?? '',
            reason: codeOf(waiveReasons, values['reason']),
            ...personal({ note: values['note'] }),
          },
          moment,
        ),
  },
  acknowledge: {
    intro: () => ['Record that you told the person: we received it, and when we will answer.'],
    fields: () => [day('sent', 'Sent on')],
    decide:
      ({ values }) =>
      (request, moment) =>
        acknowledge(request, values['sent'] ?? '', moment),
  },
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
    fields: () => [
      choice('reason', 'Why?', redactionReasons),
      words('items', 'How many items?', { optional: true, lines: 'one' }),
      words('note', 'What was taken out, in general words', { optional: true }),
    ],
    decide:
      ({ values, entry }) =>
      (request, moment) =>
        logRedaction(
          request,
          {
            entry,
            reason: values['reason'] ?? '',
            items: countOf(values['items'] ?? ''),
            ...personal({ note: values['note'] }),
          },
          moment,
        ),
  },
  logExemption: {
    intro: () => ['Exemptions apply *item by item*, never to the whole file.'],
    fields: () => [
      choice('exemption', 'Which exemption?', exemptionChoices),
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
    intro: () => ['Whoever received the data is told of the change (Art 19), or the reason why not is kept.'],
    fields: () => [
      choice('recipient', 'Who?', recipients),
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
  addNote: {
    intro: () => ['Sealed in the register; only whoever may see the case can read it.'],
    fields: () => [words('note', 'Note')],
    decide:
      ({ values, entry }) =>
      (request, moment) =>
        addNote(request, { entry, personal: inWords({ note: values['note'] }) }, moment),
  },
  declareConflict: {
    intro: () => ['Whoever is named in the data or the complaint may neither own nor approve the case.'],
    fields: () => [{ kind: 'person', id: 'to', label: 'Who?' }, choice('why', 'Why?', conflictReasons)],
    decide:
      ({ values, person }) =>
      (request, moment) =>
        declareConflict(request, { user: person.id, why: codeOf(conflictReasons, values['why']) }, moment),
  },
  link: {
    fields: () => [
      words('number', 'Case number', { lines: 'one', hint: 'Such as DSR-2026-0001.' }),
      choice('relation', 'How do they belong together?', relations),
    ],
    decide:
      ({ values }) =>
      (request, moment) => {
        const to = readCaseNumber(values['number'] ?? '')?.number;
        return to === undefined || to === request.number
          ? refuse('text_missing', { what: 'the number of another case, such as DSR-2026-0001' })
          : link(request, { to, relation: codeOf(relations, values['relation']) }, moment);
      },
  },
} satisfies Record<string, Row>;
