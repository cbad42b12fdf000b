/** Where personal data lives, as data: a company edits this list, and each case keeps the list it was logged with. */
export type Team =
  | 'operations'
  | 'senior_management'
  | 'marketing'
  | 'support'
  | 'accounts'
  | 'advisors'
  | 'client';

export type System = {
  readonly id: string;
  readonly name: string;
  readonly team: Team;
  readonly hint: string;
};

export const defaultSystems: readonly System[] = [
  {
    id: 'product_database',
    name: 'Product database',
    team: 'operations',
    hint: 'accounts, profiles, event data',
  },
  { id: 'crm', name: 'CRM', team: 'operations', hint: 'contacts, notes of calls and meetings' },
  {
    id: 'mailboxes',
    name: 'Mailboxes',
    team: 'operations',
    hint: 'shared and personal mail, sent and archived too',
  },
  {
    id: 'slack',
    name: 'Slack',
    team: 'operations',
    hint: 'channels, direct messages, files: chat logs are personal data',
  },
  { id: 'tickets', name: 'Support tickets', team: 'support', hint: 'tickets, chat transcripts, attachments' },
  { id: 'billing', name: 'Billing', team: 'accounts', hint: 'invoices, statements, payment records' },
  { id: 'mailing', name: 'Mailing lists', team: 'marketing', hint: 'lists, consent history, campaign logs' },
  {
    id: 'analytics',
    name: 'Analytics and Hotjar',
    team: 'operations',
    hint: 'by cookie or device id, where we can link it',
  },
  {
    id: 'backups',
    name: 'Backups',
    team: 'operations',
    hint: 'only if the data exists nowhere else; say so if not searched',
  },
];

/** A system that has since left the configuration keeps its id as its name. */
export const systemNamed = (id: string, systems: readonly System[] = defaultSystems): System =>
  systems.find((system) => system.id === id) ?? {
    id,
    name: id.replaceAll('_', ' '),
    team: 'operations',
    hint: '',
  };
