/** Figures that belong to a law, a standard, a document or a count of anything: they pass, and no other digit does. */

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';
/** Nothing that could go on into a longer number, a date or an address. */
const ENDS = '(?![\\d:/]|[.,-]\\d|\\s\\d|\\p{L})';
/** What numbers of people and things in a question are of; a room or a case has a number of its own. */
const COUNTED =
  'people|persons|adults|copies|employees|staff|customers|clients|reasons|steps|approvals|approvers|signatures|requests|questions|e-?mails|attempts|times|reminders|documents|forms|files|cookies|categories|controllers|processors|companies|countries|records|colleagues|managers|children|kids|users|characters|per ?cent|percent|tenants|patients|members|pupils|students|guests|visitors|volunteers|contractors|drivers|residents|donors|applicants|candidates|subscribers|photos|pages|letters|messages|calls|accounts|invoices|orders';
const COMPARED =
  'under|over|above|below|aged?|than|least|most|turns?|turned|until|till|reach(?:es)?|maximum|minimum';
/** Before these figures stands no count. */
const OWNED =
  '(?<!\\b(?:room|flat|unit|desk|bay|bed|ward|house|number|no|case|order|ticket|user|member|badge|card|locker|seat|table|plot|gate|platform|apartment|extension|ext|id|phone|code)s?\\.? )(?<!\\d[./:,-]?\\s?)(?<![-/:.#+(\\p{L}])';

const kept: readonly RegExp[] = [
  // Standards, protocols and forms that everybody has.
  /\b(?:ISO(?:\/IEC)?|IEC|BS|SOC|PCI DSS|TLS|AES|SHA|NIST SP|Windows|Office|Microsoft|GA)[ -]?\d{1,5}(?:[.-]\d{1,3})?(?![\d\p{L}])/gu,
  /(?<![\p{L}\d-])(?:P45|P60|P11D|IR35|NIS2|S3|MP[34]|H\.?264|3D|4G|5G)(?![\p{L}\d-])/gu,
  // "version 12.4.0", "form DP-117", "Q2"
  /\b(?:version|release) \d{1,3}(?:\.\d{1,4}){0,2}(?![\d\p{L}/-])/giu,
  /\b(?:section|clause|paragraph|chapter|point) \d{1,2}(?:\.\d{1,2}){1,3}(?![\d/-])/giu,
  /(?<=\bforms? )[A-Z]{1,3}-?\d{1,4}(?![\d\p{L}/-])/gu,
  /(?<![\p{L}\d-])[QH][1-4](?![\p{L}\d-]|\s[\p{Lu}\d])/gu,
  // "Limitation Act 1980", "the DPA 2018"
  /\b(?:Acts?|DPA|GDPR|PECR|Regulations?|Directive|Order|Rules)(?:,? of)? (?:19|20)\d{2}(?![\d/-])/gu,
  // "the notice of 1 September 2023": the date of a document, not of a person.
  new RegExp(
    `\\b(?:notice|policy|version|edition|guidance)(?: (?:of|from|dated|updated|on|in|as))+ (?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTH} )?(?:19|20)\\d{2}(?![\\d/-])`,
    'giu',
  ),
  new RegExp(`${OWNED}\\b\\d{1,3}(?= (?:${COUNTED})\\b)`, 'giu'),
  new RegExp(`(?<=\\b(?:${COMPARED}) )\\d{1,2}(?:s|\\+)?(?: (?:or|and|to) \\d{1,2})?${ENDS}`, 'giu'),
  new RegExp(`${OWNED}\\b\\d{1,2} (?:or|to) \\d{1,2}(?=\\s*(?:[?.!,;]|$))`, 'giu'),
  /(?<=\b(?:must|should|child|children|be) (?:be )?)(?:1[0-9]|2[01])(?= (?:to|or|before)\b|[?.!,;]|$)/giu,
];

/** Private letters that stand for the digits and the stroke meanwhile: no shape and no fence takes them for digits. */
const FIRST = 0xe000;
const STROKE = String.fromCodePoint(FIRST + 10);

export const hideKeptFigures = (text: string): string =>
  kept.reduce(
    (left, pattern) =>
      left.replace(pattern, (found) =>
        found.replace(/\d/gu, (digit) => String.fromCodePoint(FIRST + Number(digit))).replaceAll('/', STROKE),
      ),
    text.replace(/\p{Co}/gu, ' '),
  );

export const showKeptFigures = (text: string): string =>
  text
    .replace(/[\u{e000}-\u{e009}]/gu, (letter) => String((letter.codePointAt(0) ?? FIRST) - FIRST))
    .replaceAll(STROKE, '/');
