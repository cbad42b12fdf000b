/** The form that a rights request is logged with. */
import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import { context, plain, section, shortened, textField } from '../blocks.ts';
import { channelOptions, offered, peopleOptions, peopleWords } from './intake-options.ts';
import type { IntakeStart } from './intake-place.ts';
import { boxed, intakeSubmission } from './intake-submission.ts';

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
  submission: intakeSubmission,
};
