/** How what identifies a person looks when people write it: the one table for forms, for letters, and for finding a person in the register again. */

/** The longer before the shorter; `words` name it to whoever typed it. None is global: `everywhere` makes one that is. */
export const identifierShapes = {
  /** No dot at the end, so that the full stop of a sentence stays outside. */
  email: {
    words: 'an e-mail address',
    shape: /[\p{L}\p{N}._%+'’&*/=?^`{|}~!#$-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/iu,
  },
  niNumber: {
    words: 'a National Insurance number',
    shape: /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/iu,
  },
  iban: {
    words: 'a bank account number',
    shape: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/u,
  },
  card: { words: 'a card or account number', shape: /\b(?:\d[ -]?){13,19}\b/u },
  postcode: { words: 'a postcode', shape: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/u },
  /** Begins with 0 or +, so that dates and case numbers are none. */
  phone: {
    words: 'a phone number',
    shape: /(?<![\w-])(?:\+\d{1,3}[\s().-]*|\(?0)(?:\d[\s().-]*){8,12}\b/u,
  },
} as const;

/** In a field that is for contacts any eight digits or more may be a number to call. */
export const contactNumber = /\+?\d[\d\s().-]{6,}\d/u;

export const everywhere = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags}g`);
