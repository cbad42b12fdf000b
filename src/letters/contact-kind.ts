/** What somebody left for us to reach them by. */
import { contactNumber, identifierShapes } from '../base/identifier-shapes.ts';

export type ContactKind = 'none' | 'email' | 'number' | 'other';

/** What stands beside a number and is no address. */
const besideNumbers =
  /\b(?:mobile|cell|(?:tele)?phone|work|home|office|number|call|after|before|voicemail)\b/giu;

/** "number" where nothing stands there that a letter or a link could go to; `contact` is as somebody typed it. */
export const contactKind = (contact: string): ContactKind => {
  if (contact.trim() === '') return 'none';
  if (identifierShapes.email.shape.test(contact)) return 'email';
  const rest = contact.replaceAll(besideNumbers, '');
  return contactNumber.test(contact) && !/\p{L}{4,}/u.test(rest) ? 'number' : 'other';
};
