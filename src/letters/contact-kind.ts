/** What somebody left for us to reach them by. */
import { contactNumber, identifierShapes } from '../base/identifier-shapes.ts';

export type ContactKind = 'none' | 'email' | 'number' | 'other';

/** "number" where nothing stands there that a letter or a link could go to; `contact` is as somebody typed it. */
export const contactKind = (contact: string): ContactKind => {
  if (contact.trim() === '') return 'none';
  if (identifierShapes.email.shape.test(contact)) return 'email';
  return contactNumber.test(contact) && !/\p{L}{5,}/u.test(contact) ? 'number' : 'other';
};
