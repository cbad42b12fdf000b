/** Checklists for the rights that end in a copy: access (B1) and portability (B6). */
import type { TaskTemplate } from './task-template.ts';

export const access: readonly TaskTemplate[] = [
  {
    id: 'scope',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title: 'Acknowledge, confirm the scope and freeze deletion of what may be asked for',
  },
  {
    id: 'identity',
    team: 'operations',
    phase: 'work',
    mandatory: false,
    title: 'Decide whether identity or authority is in doubt; ask only if it is',
  },
  {
    id: 'search',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    perSystem: true,
    title: 'Search and record terms, dates and results',
  },
  {
    id: 'management-mail',
    team: 'senior_management',
    phase: 'work',
    mandatory: true,
    title: 'Search your own mail and notes',
  },
  {
    id: 'collate',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title: 'Collate and remove duplicates',
  },
  {
    id: 'decide-extension',
    team: 'operations',
    phase: 'work',
    mandatory: false,
    title: 'Decide by seven working days before the date: answer or extend',
  },
  {
    id: 'redact',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title:
      'Redact other people where it is unreasonable to show them; burn in, strip metadata, check hidden sheets and reply chains; log a reason per item',
  },
  {
    id: 'exemptions',
    team: 'advisors',
    phase: 'work',
    mandatory: false,
    title: 'Check privilege and other exemptions, item by item',
  },
  {
    id: 'article-15-information',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title: 'Write the Article 15(1) information that goes with the copy',
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
    title: 'Send by a secure route; electronically if it was asked electronically',
  },
  {
    id: 'delete-identity-copies',
    team: 'operations',
    phase: 'after',
    mandatory: false,
    title: 'Delete copies of identity evidence; keep only the note that it was checked',
  },
];

export const portability: readonly TaskTemplate[] = [
  {
    id: 'scope',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title:
      'Mark the data the person provided under consent or contract (where the policy promises more, honour it)',
  },
  {
    id: 'identity',
    team: 'operations',
    phase: 'work',
    mandatory: false,
    title: 'Decide whether identity is in doubt; ask only if it is',
  },
  {
    id: 'export',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    perSystem: true,
    title:
      'Export in a structured, machine-readable format: CSV or JSON, or the format asked for if reasonable',
  },
  {
    id: 'third-party-check',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title: 'Check that nobody else is harmed by what is handed over (Art 20(4))',
  },
  {
    id: 'verify-recipient',
    team: 'operations',
    phase: 'work',
    mandatory: true,
    title: 'Verify the address of the person or of the named controller',
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
    title: 'Transfer securely and write the letter',
  },
];
