import { z } from 'zod';
import { identifiersIn } from '../../src/register/history/subject-keys.ts';
import type { AnyEvent, EventKind } from '../../src/register/register.ts';

/** An event kind that knows no law: enough to see what the register does with events. */
const event = z.looseObject({
  type: z.string(),
  at: z.string(),
  by: z.string(),
  personal: z.record(z.string(), z.string()).optional(),
});

/** An event of this type makes a history that cannot be folded. */
export const unfoldable = 'unfoldable';

export const plainKind: EventKind<AnyEvent, readonly string[]> = {
  parse: (value) => {
    const { personal, ...rest } = event.parse(value);
    return personal === undefined ? rest : { ...rest, personal };
  },
  summarise: (_id, history) =>
    history.map(({ type }) => {
      if (type === unfoldable) throw new Error('a history that makes no sense');
      return type;
    }),
  identifiers: ({ personal }) => identifiersIn(personal),
};

export const received = (name = 'Wilhelmina Quastel-Canary', contact = 'w.quastel@canary.example') =>
  ({
    type: 'received',
    at: '2026-11-02T09:00:00.000Z',
    by: 'U0SAM',
    rights: ['access'],
    channel: 'email',
    personal: { name, contact, words: 'Please send me all that you hold about my zebra insurance.' },
  }) satisfies AnyEvent & Record<string, unknown>;

export const took = (by = 'U0KIM', minute = 5) =>
  ({
    type: 'taken',
    at: `2026-11-02T10:${String(minute).padStart(2, '0')}:00.000Z`,
    by,
    owner: by,
  }) satisfies AnyEvent & Record<string, unknown>;

export const erasedTrace = {
  type: 'personal-data-erased',
  at: '2027-11-02T09:00:00.000Z',
  by: 'system',
  reason: 'retention',
};

export const keyText = Buffer.alloc(32, 7).toString('base64');
export const otherKeyText = Buffer.alloc(32, 8).toString('base64');
