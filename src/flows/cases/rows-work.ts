/** Actions of everyday work: owners, tasks, logs, notes, links. */
import type { Task } from '../../requests/case/case.ts';
import { readCaseNumber } from '../../requests/case/case-number.ts';
import { labelOf } from '../../requests/clock/rights.ts';
import { addNote } from '../../requests/decisions/decide-entries.ts';
import { markStopped } from '../../requests/decisions/decide-marketing.ts';
import { declareConflict, liftConflict, link } from '../../requests/decisions/decide-relations.ts';
import { namable, nameRight } from '../../requests/decisions/decide-right.ts';
import {
  acknowledge,
  assignTask,
  handOver,
  markTaskDone,
  take,
  waiveTask,
} from '../../requests/decisions/decide-tasks.ts';
import { refuse } from '../../requests/decisions/decision.ts';
import { holderOf } from '../../requests/decisions/task-holder.ts';
import {
  type ActionForm,
  choice,
  clipped,
  codeOf,
  type FieldChoice,
  type FormField,
  inWords,
  none,
  oneDay,
  personal,
  type SeenCase,
  words,
} from './case-action-row.ts';
import { conflictReasons, relations, taskResults, waiveReasons } from './case-choices.ts';

const openTasks = ({ request }: SeenCase): readonly Task[] =>
  request.tasks.filter((task) => task.status === 'open');

const holders: Readonly<Record<ReturnType<typeof holderOf>, string>> = {
  anybody: 'Any colleague',
  team: 'Whoever works on the case: the button is there',
  approver: 'An approver',
};

const asChoice = ({ id, title }: Task): FieldChoice => [id, clipped(title)];

/** Under each heading what can go to those people: what any colleague can tick stands first. */
const assignField = (seen: SeenCase, about: string): FormField => {
  const inOrder = (['anybody', 'team', 'approver'] as const).flatMap((holder) =>
    openTasks(seen).filter((task) => holderOf(task) === holder),
  );
  const tasks = inOrder.slice(0, 100);
  return choice('task', 'Which step?', tasks.map(asChoice), {
    initial: about,
    groups: tasks.map((task) => holders[holderOf(task)]),
  });
};

export const workRows = {
  take: { fields: none, decide: () => take },
  markStopped: { fields: none, decide: () => markStopped },
  nameRight: {
    intro: () => [
      'The date and the steps follow from the right. A complaint, or a client that leaves, is logged anew and linked.',
    ],
    fields: ({ request }) => [
      choice(
        'right',
        'Which right is it?',
        namable(request).map((right) => [right, clipped(labelOf(right))]),
      ),
    ],
    decide:
      ({ values }) =>
      (request, moment) =>
        nameRight(
          request,
          codeOf(
            namable(request).map((right) => [right, '']),
            values['right'],
          ),
          moment,
        ),
  },
  handOver: {
    intro: () => ['The new owner gets a private message. Everything stays with the case.'],
    fields: () => [{ kind: 'person', id: 'to', label: 'To whom?', hint: 'Somebody in the privacy team.' }],
    decide:
      ({ person }) =>
      (request, moment) =>
        handOver(request, person, moment),
  },
  assignTask: {
    intro: () => [
      'They get a private message. Whoever is not on the privacy team sees *only this step*, nothing else of the case.',
    ],
    fields: (seen, about) => [assignField(seen, about), { kind: 'person', id: 'to', label: 'To whom?' }],
    decide:
      ({ values, person }) =>
      (request, moment) =>
        assignTask(request, values['task'] ?? '', person, moment),
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
      choice('task', 'Which step?', openTasks(seen).slice(0, 100).map(asChoice), { initial: about }),
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
    ...oneDay('sent', 'Sent on', acknowledge),
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
    intro: () => [
      'Whoever is named in the data or the complaint neither sees nor touches the case any more. An approver can take it back.',
    ],
    fields: () => [{ kind: 'person', id: 'to', label: 'Who?' }, choice('why', 'Why?', conflictReasons)],
    decide:
      ({ values, person }) =>
      (request, moment) =>
        declareConflict(request, { user: person.id, why: codeOf(conflictReasons, values['why']) }, moment),
  },
  liftConflict: {
    intro: ({ request }) => [
      `They see and may work the case again. Declared of: ${request.conflicts.map((user) => `<@${user}>`).join(', ')}.`,
    ],
    fields: () => [{ kind: 'person', id: 'to', label: 'Who?' }],
    decide:
      ({ person }) =>
      (request, moment) =>
        liftConflict(request, { user: person.id }, moment),
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
} satisfies Record<string, ActionForm>;
