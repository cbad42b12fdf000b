/** The intake form. */
import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { Company } from '../../company/company.ts';
import type { ArrivalChannel, Right } from '../../requests/case/case-events.ts';
import { context, plain, section, shortened, textField } from '../blocks.ts';
import { carried } from '../carried.ts';

/** In the words of people who ring up; the order is how often they come. */
const rightOptions: readonly (readonly [Right, string, string])[] = [
  ['access', 'Access', 'Wants to know, see or have a copy of what we hold'],
  ['erasure', 'Erasure', 'Wants to be deleted or forgotten'],
  ['direct_marketing_objection', 'Marketing opt-out', 'Wants no more marketing from us'],
  ['rectification', 'Rectification', 'Something we hold is wrong or incomplete'],
  ['consent_withdrawal', 'Consent withdrawal', 'Said yes once and takes it back'],
  ['objection', 'Objection', 'Does not want us to use the data in some way, or contests a decision'],
  ['restriction', 'Restriction', 'Wants us to keep it but stop using it'],
  ['portability', 'Portability', 'Wants the data in a file, or moved to somebody else'],
  ['complaint', 'Complaint', 'Is unhappy with how we used their data'],
  [
    'client_data_deletion',
    'Client leaving',
    'A client ends the agreement and wants its data back or deleted',
  ],
];

const notSure = ['unsure', 'Not sure', 'The privacy team reads their words and names the right'] as const;

const channelOptions: readonly (readonly [ArrivalChannel, string])[] = [
  ['phone', 'Phone call'],
  ['email', 'E-mail'],
  ['in_person', 'In person'],
  ['chat', 'Support chat or ticket'],
  ['slack', 'Slack message'],
  ['letter', 'Letter'],
  ['web_form', 'Form on our website'],
  ['social_media', 'Social media'],
  ['other', 'Another way'],
];

/** Who the company says it is: words for its people, and whether it has clients. */
type IntakeCompany = Pick<Company, 'people' | 'clients' | 'neutral'>;

const article = (word: string): string => `${/^[aeio]/iu.test(word) ? 'an' : 'a'} ${word}`;

/** "A patient, a carer or a visitor": the first three of the company's own words. */
const peopleWords = ({ people, neutral }: IntakeCompany): string => {
  const named = people.slice(0, 3).map(article);
  const [last = ''] = named.slice(-1);
  if (neutral || last === '') return 'Somebody from outside';
  const all = named.length === 1 ? last : `${named.slice(0, -1).join(', ')} or ${last}`;
  return shortened(`${all.charAt(0).toUpperCase()}${all.slice(1)}`, 75);
};

const peopleOptions = (
  company: IntakeCompany,
): readonly (readonly ['customer' | 'staff_or_applicant' | 'client', string])[] => [
  ['customer', peopleWords(company)],
  ['staff_or_applicant', 'Somebody who works or applied here'],
  ...(company.clients ? ([['client', 'A client company']] as const) : []),
];

/** Slack shows ten boxes: whoever is not sure is not offered a client's end as well. */
const offered = ({
  company: { clients },
  unsure,
}: Pick<IntakeStart, 'company' | 'unsure'>): readonly (readonly [Right | 'unsure', string, string])[] => {
  const persons = rightOptions.filter(([right]) => right !== 'client_data_deletion');
  return clients && !unsure ? rightOptions : [notSure, ...persons];
};

const option = (value: string, text: string, description?: string): PlainTextOption => ({
  text: plain(text),
  value,
  ...(description === undefined ? {} : { description: plain(shortened(description, 75)) }),
});

const yesNo = (blockId: string, label: string, yes: string, initially = false): InputBlock => ({
  type: 'input',
  block_id: blockId,
  label: plain(label),
  optional: true,
  element: {
    type: 'checkboxes',
    action_id: 'value',
    options: [option('yes', yes)],
    ...(initially ? { initial_options: [option('yes', yes)] } : {}),
  },
});

/** Slack shows ten boxes at most, so the eleventh right is an objection with a tick of its own. */
const boxed = (rights: readonly Right[]): readonly Right[] =>
  rights.map((right) => (right === 'automated_decision' ? 'objection' : right));

/** A right that nobody is sure of is logged as the widest, which loses no time, until it is named. */
const sureOf = (
  chosen: readonly (Right | 'unsure')[],
): { readonly rights: readonly Right[]; readonly unsure: boolean } => {
  const rights = chosen.filter((each) => each !== 'unsure');
  const unsure = rights.length < chosen.length && rights.length < 2;
  return { rights: rights.length === 0 ? ['access'] : rights, unsure };
};

const unboxed = (rights: readonly Right[], automated: boolean): readonly Right[] => {
  if (!automated) return rights;
  const others = rights.filter((right) => right !== 'objection');
  return [...others, 'automated_decision'];
};

/** `beneath` is the form that a message was looked at in, or ''. */
const intakePlace = z.object({
  requestId: z.string(),
  beneath: z.string().default(''),
  /** On top of a fresh form, which is done with when this one is logged. */
  again: z.boolean().default(false),
});

/** A form that the release before has opened carries its id alone. */
export const readIntakePlace = (metadata: string): z.infer<typeof intakePlace> | null =>
  carried(intakePlace, metadata) ??
  (/^[\w-]+$/.test(metadata) ? { requestId: metadata, beneath: '', again: false } : null);

export type IntakeStart = {
  readonly requestId: string;
  readonly beneath: string;
  readonly again: boolean;
  /** Local date, and the time where it is known. */
  readonly receivedOn: string;
  readonly receivedAt: string | null;
  readonly channel: ArrivalChannel;
  readonly rights: readonly Right[];
  /** Nothing in the words says which right it is. */
  readonly unsure: boolean;
  /** Only ever shown in the form itself. */
  readonly words: string;
  readonly company: IntakeCompany;
};

const chosen = 'Please choose one from the list.';
const written = (what: string) =>
  z
    .string(`Please write ${what}.`)
    .transform((text) => text.trim())
    .refine((text) => text !== '', `Please write ${what}.`)
    .refine((text) => [...text].length <= 3000, 'Please keep this under 3,000 characters.');
const ticked = z
  .array(z.string())
  .nullish()
  .transform((all) => (all ?? []).length > 0);

const tickedAtFirst = (start: IntakeStart) => {
  const found = offered(start).filter(([value]) =>
    value === 'unsure' ? start.unsure : boxed(start.rights).includes(value),
  );
  return found.length === 0
    ? {}
    : { initial_options: found.map(([value, text, description]) => option(value, text, description)) };
};

/** "Log a rights request": six fields with good defaults, then what is rare. */
export const intakeForm = {
  id: 'log_request',
  view: (start: IntakeStart): ModalView => ({
    type: 'modal',
    callback_id: intakeForm.id,
    private_metadata: JSON.stringify({
      requestId: start.requestId,
      beneath: start.beneath,
      again: start.again,
    }),
    title: plain('Log a rights request'),
    submit: plain('Log it'),
    close: plain('Cancel'),
    blocks: [
      section(
        'No magic words and no form are needed: what the person *wants* counts. The clock runs from the moment it reached anyone here.',
      ),
      {
        type: 'input',
        block_id: 'rights',
        label: plain('Which right?'),
        hint: plain(
          offered(start).some(([value]) => value === 'unsure')
            ? 'Choose several if the letter asks for several; each gets its own case and clock.'
            : 'Choose several if the letter asks for several. Not sure? Take the nearest: the privacy team reads their words.',
        ),
        element: {
          type: 'checkboxes',
          action_id: 'value',
          options: offered(start).map(([value, text, description]) => option(value, text, description)),
          ...tickedAtFirst(start),
        },
      },
      {
        type: 'input',
        block_id: 'received_on',
        label: plain('Received on'),
        hint: plain('The day it first reached anyone in the company, not the day you read it.'),
        element: { type: 'datepicker', action_id: 'value', initial_date: start.receivedOn },
      },
      {
        type: 'input',
        block_id: 'received_at',
        label: plain('Received at'),
        optional: true,
        element: {
          type: 'timepicker',
          action_id: 'value',
          ...(start.receivedAt === null ? {} : { initial_time: start.receivedAt }),
        },
      },
      {
        type: 'input',
        block_id: 'channel',
        label: plain('How it arrived'),
        element: {
          type: 'static_select',
          action_id: 'value',
          options: channelOptions.map(([value, text]) => option(value, text)),
          initial_option: option(
            start.channel,
            channelOptions.find(([value]) => value === start.channel)?.[1] ?? 'Another way',
          ),
        },
      },
      textField('name', 'Name of the person', { multiline: false, maximum: 200 }),
      textField('contact', 'How to reach them', {
        multiline: false,
        maximum: 500,
        hint: 'An address they wrote from, a phone number, or “will ring again”.',
      }),
      {
        type: 'input',
        block_id: 'requester',
        label: plain('Can you tell who it is?'),
        optional: true,
        hint: plain('“No” when in doubt: the privacy team then makes sure first, before anything goes out.'),
        element: {
          type: 'static_select',
          action_id: 'value',
          placeholder: plain('Not said'),
          options: [
            option('known', 'Yes, we have them with this address or number'),
            option('unknown', 'No, or not sure'),
          ],
        },
      },
      textField('words', 'Their words', {
        hint: 'As exactly as you can. Leave out health and other intimate details, and never paste an identity document.',
        ...(start.words === '' ? {} : { initial: start.words }),
      }),
      {
        type: 'input',
        block_id: 'people',
        label: plain('Who is it about?'),
        optional: true,
        element: {
          type: 'static_select',
          action_id: 'value',
          options: peopleOptions(start.company).map(([value, text]) => option(value, text)),
          initial_option: option('customer', peopleWords(start.company)),
        },
      },
      textField('agent', 'Acting for somebody else?', {
        optional: true,
        multiline: false,
        maximum: 500,
        hint: 'Who asks on the person’s behalf, and in what role: solicitor, parent, app.',
      }),
      ...(start.company.clients
        ? [
            textField('client', 'Client workspace concerned', {
              optional: true,
              multiline: false,
              maximum: 200,
              hint: 'If it is about data that a client keeps with us, the client answers; we pass it on.',
            }),
          ]
        : []),
      yesNo(
        'automated',
        'Decided by a machine?',
        'They contest what a machine decided alone (choose Objection as well)',
        start.rights.includes('automated_decision'),
      ),
      yesNo(
        'breach',
        'Something worse?',
        'It sounds as if data was lost, leaked or seen by the wrong people',
      ),
      context('What you write here is sealed in the register. It never appears in a Slack message.'),
    ],
  }),
  submission: z
    .object({
      rights: z
        .array(z.enum([...rightOptions.map(([value]) => value), 'unsure']), 'Please choose at least one.')
        .min(1, 'Please choose at least one.'),
      received_on: z.iso.date('Please choose a date that exists.'),
      received_at: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Please choose a time, or leave it empty.')
        .nullish(),
      channel: z.enum(
        channelOptions.map(([value]) => value),
        chosen,
      ),
      name: written('the name'),
      contact: written('how to reach them'),
      words: written('what they said'),
      requester: z.enum(['known', 'unknown'], chosen).nullish(),
      people: z.enum(['customer', 'staff_or_applicant', 'client'], chosen).nullish(),
      agent: z.string().nullish(),
      client: z.string().nullish(),
      automated: ticked,
      breach: ticked,
    })
    .transform(({ automated, ...rest }) => {
      const { rights, unsure } = sureOf(rest.rights);
      return { ...rest, rights: unboxed(rights, automated), unsure };
    }),
};

export type Intaken = z.infer<typeof intakeForm.submission>;
