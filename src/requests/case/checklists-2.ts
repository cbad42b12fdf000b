/**
 * The second edition of the checklists: steps as rows with conditions, each ticked by the act that records it. Source: the procedure's
 * part 0 ("Checklists are data with conditions") and sections B1 to B10. The order of the rows is the order of the work.
 */
import type { Right } from '../clock/rights.ts';
import type { TaskTemplate } from './task-template.ts';

type ChecklistRow = Omit<TaskTemplate, 'team' | 'phase' | 'mandatory'> & Partial<TaskTemplate>;

const row = ({
  team = 'operations',
  phase = 'work',
  mandatory = true,
  ...more
}: ChecklistRow): TaskTemplate => ({
  ...more,
  team,
  phase,
  mandatory,
});

const acknowledge = (title = 'Tell the person that we have it'): TaskTemplate =>
  row({ id: 'acknowledge', title, by: 'acknowledged', act: 'acknowledge' });

const acknowledgeAndKeep = acknowledge('Tell the person that we have it, and delete nothing of it meanwhile');

const authority = row({
  id: 'authority',
  title: 'See that whoever writes may act for the person',
  by: 'authority_received',
  when: { agent: true },
});

const identity = row({
  id: 'identity',
  title: 'Make sure who it is, as asked',
  mandatory: false,
  by: 'identity_received',
  act: 'identityReceived',
  when: { doubt: true },
});

const search = (title: string): TaskTemplate => row({ id: 'search', title, by: 'searched', act: 'askTeams' });

const collate = row({
  id: 'collate',
  title: 'Put together what was found, each thing once',
  mandatory: false,
  when: { severalSources: true },
});

const advisors = row({
  id: 'advisors',
  team: 'advisors',
  title: 'Let the advisors look at what is held back',
  mandatory: false,
  when: { heldBack: true },
});

const checkHold = row({
  id: 'check-hold',
  title: 'Check that nothing has to be kept for a dispute',
});

const restrict = row({
  id: 'restrict',
  title: 'Stop using the data until this is decided',
  by: 'restricted',
  act: 'restrict',
});

const recipients = row({
  id: 'recipients',
  title: 'Tell whoever received the data, or record why not',
  by: 'recipient_told',
  act: 'recordRecipient',
});

const decideDeletion = row({
  id: 'decide-deletion',
  title: 'Decide what is erased and what must stay, and on which ground',
  by: 'deletion_approved',
  act: 'proposeDeletion',
  when: { found: true },
});

const letter = row({
  id: 'letter',
  phase: 'review',
  title: 'Write the answer',
  by: 'submitted',
  act: 'writeAnswer',
});

const review = row({
  id: 'review',
  team: 'senior_management',
  phase: 'review',
  title: 'A second person reads the answer',
  by: 'approved',
  act: 'approve',
});

const send = (title = 'Send the answer and record it', act: 'recordResponseSent' | 'confirmStopped') =>
  row({ id: 'send', phase: 'send', title, by: 'sent', act });

const ending: readonly TaskTemplate[] = [letter, review, send(undefined, 'recordResponseSent')];

const invoices = row({
  id: 'invoices',
  team: 'accounts',
  phase: 'after',
  title: 'Keep the invoices for as long as the law wants, and note when that ends',
});

const deleteIdentityCopies = row({
  id: 'delete-identity-copies',
  phase: 'after',
  title: 'Delete copies of identity papers; keep the note that they were checked',
  when: { idDocument: true },
});

const stop = (title: string): TaskTemplate =>
  row({ id: 'stop', team: 'marketing', title, act: 'markStopped' });

/** By right. */
export const secondEdition: Readonly<Record<Right, readonly TaskTemplate[]>> = {
  access: [
    acknowledgeAndKeep,
    authority,
    identity,
    search('Ask the teams what they hold'),
    collate,
    row({
      id: 'others',
      title: 'Take out what belongs to other people; nothing is an answer too',
      by: 'held_back',
      act: 'writeAnswer',
    }),
    advisors,
    ...ending,
    deleteIdentityCopies,
  ],
  portability: [
    acknowledgeAndKeep,
    authority,
    identity,
    search('Ask the teams for what the person gave us, as files'),
    row({ id: 'third-party-check', title: 'Check that nobody else is harmed, and where the files go' }),
    ...ending,
    deleteIdentityCopies,
  ],
  rectification: [
    acknowledge(),
    authority,
    identity,
    restrict,
    search('Ask the teams where it stands'),
    row({
      id: 'correct',
      title: 'Put it right or complete it everywhere, and pass it on',
      when: { found: true },
    }),
    recipients,
    ...ending,
    deleteIdentityCopies,
  ],
  erasure: [
    acknowledge(),
    authority,
    identity,
    checkHold,
    search('Ask the teams where the data is'),
    decideDeletion,
    row({
      id: 'delete',
      title: 'Erase it everywhere, stop its use from backups, and look again',
      afterDeletionApproval: true,
      when: { found: true },
    }),
    recipients,
    ...ending,
    deleteIdentityCopies,
  ],
  restriction: [
    acknowledge(),
    authority,
    identity,
    restrict,
    row({ id: 'lock', title: 'Lock or mark it in every system, and stop what uses it' }),
    recipients,
    ...ending,
  ],
  objection: [
    acknowledge(),
    authority,
    identity,
    restrict,
    row({
      id: 'balancing',
      team: 'senior_management',
      title: 'Name the purpose and its legal basis, and weigh both sides in writing',
    }),
    row({ id: 'stop', title: 'Stop the use; or, with grounds to go on, keep them for the letter' }),
    ...ending,
  ],
  automated_decision: [
    acknowledge('Tell the person that we have it, and let nothing further follow from the decision'),
    authority,
    identity,
    row({
      id: 'name-decision',
      title: 'Name the decision and how it came about, and take down what the person says of it',
    }),
    row({
      id: 'human-look',
      team: 'senior_management',
      title:
        'Let somebody who may change it look at it with that in hand, and write down why it stands or falls',
    }),
    ...ending,
    deleteIdentityCopies,
  ],
  consent_withdrawal: [
    stop('Stop everything that rests on the consent'),
    row({ id: 'erase-check', title: 'Erase what no other basis carries', mandatory: false }),
    send('Tell the person what has stopped', 'confirmStopped'),
  ],
  direct_marketing_objection: [
    stop('Stop it in every list and tool, and with partners'),
    send('Tell the person that it has stopped', 'confirmStopped'),
  ],
  complaint: [
    acknowledge('Tell the person that we have it and look into it'),
    authority,
    row({ id: 'enquire', title: 'Keep the evidence and find out what happened' }),
    row({
      id: 'finding',
      team: 'senior_management',
      title: 'Decide on each point, and what is put right',
    }),
    ...ending,
    row({ id: 'lessons', team: 'senior_management', phase: 'after', title: 'Write down what we learned' }),
  ],
  client_data_deletion: [
    row({
      id: 'authority',
      title: 'Call back the contact in the account, and confirm the end of the agreement',
    }),
    row({ id: 'return-copy', title: 'Offer the client its copy by a secure link' }),
    row({
      id: 'client-confirmation',
      team: 'client',
      title: 'The client confirms that it has its copy',
      by: 'client_receipt_confirmed',
      act: 'recordClientStep',
    }),
    row({
      id: 'client-request',
      team: 'client',
      title: 'The client asks for deletion in writing',
      by: 'client_deletion_requested',
      act: 'recordClientStep',
    }),
    checkHold,
    { ...decideDeletion, when: {} },
    row({
      id: 'delete',
      title: 'Delete or anonymise it, with sub-processors and backups',
      afterDeletionApproval: true,
    }),
    ...ending,
    invoices,
  ],
  client_information_retention: [
    row({
      id: 'termination',
      team: 'senior_management',
      title: 'Record when the agreement ended',
      by: 'agreement_terminated',
      act: 'recordClientStep',
    }),
    checkHold,
    { ...decideDeletion, when: {} },
    row({ id: 'delete', title: 'Delete the contacts, in marketing too', afterDeletionApproval: true }),
    ...ending,
    invoices,
  ],
};
