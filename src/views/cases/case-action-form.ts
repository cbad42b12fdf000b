/** The form of an action on a case. */
import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { FieldChoice, FormField } from '../../flows/cases/case-action-row.ts';
import { inertText, plain, section, shortened, textField } from '../blocks.ts';
import { piecesOf } from '../pieces.ts';

/** What travels with a form of a case. Ids only: `view` is the case underneath, to be redrawn afterwards. */
export const formPlace = z.object({
  action: z.string(),
  number: z.string(),
  about: z.string(),
  entry: z.string(),
  openedAt: z.iso.datetime({ offset: true }),
  view: z.string(),
  /** What the case beneath carries. */
  beneath: z.string().default(''),
});
export type FormPlace = z.infer<typeof formPlace>;

const option = ([code, words, about]: FieldChoice): PlainTextOption => ({
  text: plain(shortened(words, 75)),
  value: code,
  ...(about === undefined ? {} : { description: plain(shortened(about, 75)) }),
});

/** Under headings where the field has them. */
const offered = ({ options, groups = [] }: Extract<FormField, { kind: 'choice' }>) =>
  groups.length === 0
    ? { options: options.map(option) }
    : {
        option_groups: [...new Set(groups)].map((group) => ({
          label: plain(shortened(group, 75)),
          options: options.filter((_, at) => groups[at] === group).map(option),
        })),
      };

const dayInputs = (field: Extract<FormField, { kind: 'day' }>, today: string): readonly InputBlock[] => [
  {
    type: 'input',
    block_id: field.id,
    label: plain(field.label),
    ...(field.hint === undefined ? {} : { hint: plain(field.hint) }),
    element: { type: 'datepicker', action_id: 'value', initial_date: today },
  },
  {
    type: 'input',
    block_id: `${field.id}_time`,
    label: plain('At (time)'),
    optional: true,
    hint: plain('Only if you know it. The law counts days.'),
    element: { type: 'timepicker', action_id: 'value' },
  },
];

const inputsOf = (field: FormField, today: string): readonly InputBlock[] => {
  switch (field.kind) {
    case 'text':
      return [
        textField(field.id, field.label, {
          multiline: field.lines !== 'one',
          maximum: field.lines === 'one' ? 200 : 3000,
          optional: field.optional ?? false,
          ...(field.hint === undefined ? {} : { hint: field.hint }),
          ...(field.initial === undefined ? {} : { initial: field.initial }),
        }),
      ];
    case 'day':
      return dayInputs(field, today);
    case 'person':
      return [
        {
          type: 'input',
          block_id: field.id,
          label: plain(field.label),
          ...(field.hint === undefined ? {} : { hint: plain(field.hint) }),
          element: { type: 'users_select', action_id: 'value', placeholder: plain('Choose a person') },
        },
      ];
    case 'tick':
      return [
        {
          type: 'input',
          block_id: field.id,
          label: plain(field.label),
          optional: true,
          element: { type: 'checkboxes', action_id: 'value', options: [option(['yes', field.words])] },
        },
      ];
    case 'choice': {
      const initial = field.options.find(([code]) => code === field.initial);
      return [
        {
          type: 'input',
          block_id: field.id,
          label: plain(field.label),
          ...(field.hint === undefined ? {} : { hint: plain(field.hint) }),
          element: {
            type: 'static_select',
            action_id: 'value',
            placeholder: plain('Choose one'),
            ...offered(field),
            ...(initial === undefined ? {} : { initial_option: option(initial) }),
          },
        },
      ];
    }
  }
};

/** Sealed words in leaves that Slack never reads as markup. */
export const inertPieces = (text: string): readonly KnownBlock[] =>
  piecesOf(text, 2_800)
    .slice(0, 20)
    .map((piece) => inertText(piece));

export const caseActionFormId = 'case_action';

export type CaseActionFormParts = {
  readonly place: FormPlace;
  readonly label: string;
  readonly intro: readonly string[];
  readonly reading: string | null;
  readonly fields: readonly FormField[];
  /** Local date. */
  readonly today: string;
};

/** The form of any action, pushed over the case or opened from its card. */
export const caseActionForm = ({
  place,
  label,
  intro,
  reading,
  fields,
  today,
}: CaseActionFormParts): ModalView => ({
  type: 'modal',
  callback_id: caseActionFormId,
  private_metadata: JSON.stringify(place),
  title: plain(shortened(label, 24)),
  submit: plain(shortened(label, 24)),
  close: plain('Back'),
  blocks: [
    section([`*${place.number}*`, ...intro].join('\n')),
    ...(reading === null ? [] : inertPieces(reading)),
    ...fields.flatMap((field) => inputsOf(field, today)),
  ],
});
