/**
 * How identifiers look, the longer before the shorter. A shape only chooses the placeholder that is shown: what is no
 * ordinary word is taken out in any case.
 */
export const identifierShapes: readonly (readonly [placeholder: string, pattern: RegExp])[] = [
  ['[link]', /\b(?:https?:\/\/|www\.)\S+/giu],
  ['[e-mail]', /[^\s@<>()]+@[^\s@<>()]+/giu],
  ['[handle]', /(?<!\w)[@#][\w.-]+/gu],
  ['[case]', /\b(?:DSR|CMP|CLT)-\d{4}-\d+\b/giu],
  ['[IBAN]', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gu],
  ['[NI number]', /\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/giu],
  ['[Slack id]', /\b[UWCDGTBS](?=[A-Z0-9]*\d)[A-Z0-9]{7,}\b/gu],
  [
    '[address]',
    /\b\d+[a-z]?,? (?:[\p{L}'’]+ ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|court|way|square|terrace|place|gardens|crescent|grove|hill|park|mews|row|walk)\b/giu,
  ],
  ['[postcode]', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/giu],
  ['[date]', /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/gu],
  [
    '[number]',
    /\b(?:(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|treble)[\s,-]+){4,}(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)\b/giu,
  ],
  // Spelt out, letter by letter.
  ['[name]', /(?<![\p{L}\d'’])(?:\p{L}[\s.-]+){2,}\p{L}(?![\p{L}\d'’])/gu],
  ['[number]', /\+?\(?\d(?:[\d\s().,/-]*\d)?/gu],
];

/** After one of these comes somebody. */
export const namesSomebody =
  /(?:^|[\s(])(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|lady|lord|dame|madam|called|named|name is|name's|names are|known as|i am|i'm|this is|signed|regards|dear|aka)\.?\s+$/iu;

/** Words that are no name even there. */
export const noName =
  /^(?:an?|the|our|us|him|her|them|it|you|me|by|for|to|in|on|at|of|and|or|not|is|are|we|i|they|he|she|about|asking|from|what|who|how|why|when|where|policy)$/iu;

/** Names that a policy or a question about one has, and that identify nobody. */
export const generalNames =
  /^(?:GDPR|DSARs?|SARs?|ICO|DPO|DPA|EEA|EU|UK|IP|IT|HR|ID|CRM|CSV|PDF|CCTV|AI|FAQ|URL|I|I'm|I'd|I've|Google|Analytics)$/u;
