/** The third edition: of the rights whose steps ask more than a tick. What was logged before goes on by its own list. */
import type { Right } from '../clock/rights.ts';
import { secondEdition } from './checklists-2.ts';
import type { TaskTemplate } from './task-template.ts';

/** The same list, with some rows changed by their ids. */
const changed = (
  right: Right,
  rows: Readonly<Record<string, Partial<TaskTemplate>>>,
): readonly TaskTemplate[] => secondEdition[right].map((row) => ({ ...row, ...rows[row.id] }));

export const thirdEdition: Readonly<Partial<Record<Right, readonly TaskTemplate[]>>> = {
  // The two ends of an objection are two different acts, each with its reasons (Art 21(1)).
  objection: changed('objection', {
    balancing: {
      title: 'Decide: stop the use, or go on with compelling grounds that were weighed in writing',
      act: 'stopUse',
    },
    stop: { title: 'Record that the use has stopped, or that it goes on', act: 'stopUse' },
  }),
  erasure: changed('erasure', {
    delete: {
      title: 'Erase it everywhere, keep it out of use in backups, look again; tell whoever received it',
      act: 'recordErasure',
    },
  }),
  // The letter holds the finding on each point: written there, it is done.
  complaint: changed('complaint', {
    finding: { phase: 'review', by: 'submitted', act: 'writeAnswer' },
  }),
};
