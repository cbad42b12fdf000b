/** Finds a data subject again without unsealing anything: keyed hashes of what identifies them. Hints only. */
import { createHmac } from 'node:crypto';
import { contactNumber, everywhere, identifierShapes } from '../../base/identifier-shapes.ts';

export type Identifier = { readonly kind: 'email' | 'phone' | 'name'; readonly value: string };

const emailIn = everywhere(identifierShapes.email.shape);
const phoneIn = everywhere(contactNumber);

/** One spelling for what people write in several ways. Empty when nothing is left to compare. */
const normalise = ({ kind, value }: Identifier): string => {
  switch (kind) {
    case 'email':
      return value
        .trim()
        .toLowerCase()
        .replace(/\.$/u, '')
        .replace(/\+[^@]*@/u, '@');
    case 'phone':
      // A national British number and its international form are one number.
      return value.replace(/\(0\)/u, '').replace(/\D/gu, '').replace(/^00/u, '').replace(/^0/u, '44');
    case 'name':
      return value
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '')
        .sort()
        .join(' ');
  }
};

const contactFields = ['contact', 'email', 'phone'];

/** What identifies the person in the sealed fields `name`, `contact`, `email` and `phone` of an event. */
export const identifiersIn = (personal: Readonly<Record<string, string>> = {}): readonly Identifier[] => {
  const name: readonly Identifier[] =
    personal['name'] === undefined ? [] : [{ kind: 'name', value: personal['name'] }];
  const contacts = contactFields.flatMap((field): readonly Identifier[] => {
    const text = personal[field] ?? '';
    const emails = (text.match(emailIn) ?? []).map((value): Identifier => ({ kind: 'email', value }));
    const phones = (text.replace(emailIn, ' ').match(phoneIn) ?? []).map(
      (value): Identifier => ({ kind: 'phone', value }),
    );
    return [...emails, ...phones];
  });
  return [...name, ...contacts];
};

/** Keyed hashes (HMAC-SHA256), hex, without repeats. */
export const subjectKeys = (lookup: Buffer, identifiers: readonly Identifier[]): readonly string[] => {
  const keys = identifiers.flatMap((identifier) => {
    const normal = normalise(identifier);
    return normal === ''
      ? []
      : [createHmac('sha256', lookup).update(`${identifier.kind} ${normal}`).digest('hex').slice(0, 32)];
  });
  return [...new Set(keys)];
};
