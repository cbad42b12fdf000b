/** Checklist for somebody who contests a decision that was taken by automated means alone. */
import type { TaskTemplate } from './task-template.ts';

export const automatedDecision: readonly TaskTemplate[] = [
  {
    id: 'name-decision',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title:
      'Name the decision, how it was taken and what follows from it; let nothing further follow meanwhile',
  },
  {
    id: 'representations',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title: 'Take down what the person says about it',
  },
  {
    id: 'human-look',
    team: 'senior_management',
    phase: 'work',
    mandatory: true,
    title:
      'Let somebody who may change the decision look at it with that in hand, and write down why it stands or falls',
  },
  {
    id: 'review',
    team: 'senior_management',
    phase: 'review',
    mandatory: true,
    title: 'Review by a second person',
  },
  {
    id: 'send',
    team: 'operations',
    phase: 'send',
    mandatory: true,
    title: 'Send the outcome: how the decision came about, what was found, and what the person can do',
  },
];
