/** Checklist for complaints to the company (B10; DPA 2018 s 164A). */
import type { TaskTemplate } from './task-template.ts';

export const complaint: readonly TaskTemplate[] = [
  {
    id: 'acknowledge',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title: 'Acknowledge within 30 days: received, will be looked into, reference, how updates come',
  },
  {
    id: 'assign',
    team: 'senior_management',
    phase: 'work',
    mandatory: true,
    title: 'Assign somebody who is not involved',
  },
  { id: 'preserve', team: 'operations', phase: 'work', mandatory: true, title: 'Preserve the evidence' },
  {
    id: 'enquire',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title: 'Enquire as far as is appropriate',
  },
  {
    id: 'update',
    team: 'operations',
    phase: 'work',
    mandatory: false,
    title: 'Tell the person how it is going, every ten working days',
  },
  {
    id: 'finding',
    team: 'senior_management',
    phase: 'work',
    mandatory: true,
    title: 'Write a finding for each issue',
  },
  {
    id: 'remedy',
    team: 'senior_management',
    phase: 'work',
    mandatory: true,
    title: 'Decide the remedy: apology, datan action, change of process',
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
    title: 'Send the outcome with reasons and the way to the Commission (s 165) and to court',
  },
  {
    id: 'lessons',
    team: 'senior_management',
    phase: 'after',
    mandatory: true,
    title: 'Write down what we learned',
  },
];
