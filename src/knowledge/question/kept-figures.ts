/** Figures that belong to a law, a standard, a document or a count of anything, and years and round sums that say nothing of anybody: they pass, and no other digit does. */

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

const ofTexts: readonly RegExp[] = [
  // Standards, protocols, products and forms that everybody has.
  /\b(?:ISO(?:\/IEC)?|IEC|BS|SOC|PCI DSS|TLS|AES|SHA|NIST SP|Windows|Office|Microsoft|GA|Analytics|iPhone|iOS|Android|macOS|GPT|ChatGPT|Exchange|SharePoint|Outlook|Python|Java)[ -]?\d{1,5}(?:[.-]\d{1,3})?(?![\d\p{L}])/gu,
  /(?<![\p{L}\d-])(?:P45|P60|P11D|IR35|NIS2|S3|MP[34]|H\.?264|[345]G|4K|[BC]2[BC]|2FA|24\/7)(?![\p{L}\d-])/giu,
  // "version 12.4.0", "form DP-117", "Q2"
  /\b(?:version|release) \d{1,3}(?:\.\d{1,4}){0,2}(?![\d\p{L}/-])/giu,
  /\b(?:section|clause|paragraph|chapter|point) \d{1,2}(?:\.\d{1,2}){1,3}(?![\d/-])/giu,
  /(?<=\bforms? )[A-Z]{1,3}-?\d{1,4}(?![\d\p{L}/-])/gu,
  /(?<![\p{L}\d-])[QH][1-4](?![\p{L}\d-]|\s[\p{Lu}\d])/gu,
  // "Limitation Act 1980", "the DPA 2018", "Regulation (EU) 2016/679", "Directive 95/46/EC"
  /\b(?:Acts?|DPA|GDPR|PECR|Regulations?|Directive|Order|Rules)(?:,? of)? (?:19|20)\d{2}(?![\d/-])/gu,
  /\b(?:regulations?|directives?|decisions?|framework)(?: \((?:EU|EC)\))?(?: no\.?)? \d{2,4}\/\d{1,4}(?![\d/-])/giu,
  /\bsections? \d{3}(?= (?:of the )?\p{Lu}{2,}|\s\p{Lu}\p{Ll}*G[BG]?\b)/gu,
  // "the notice of 1 September 2023": the date of a document, not of a person.
  new RegExp(
    `\\b(?:notice|policy|version|edition|guidance)(?: (?:of|from|dated|updated|on|in|as))+ (?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTH} )?(?:19|20)\\d{2}(?![\\d/-])`,
    'giu',
  ),
];
const ofCounts: readonly RegExp[] = [
  new RegExp(`${OWNED}\\b\\d{1,3}(?= (?:${COUNTED})\\b)`, 'giu'),
  new RegExp(`(?<=\\b(?:${COMPARED}) )\\d{1,2}(?:s|\\+)?(?: (?:or|and|to) \\d{1,2})?${ENDS}`, 'giu'),
  new RegExp(`${OWNED}\\b\\d{1,2} (?:or|to) \\d{1,2}(?=\\s*(?:[?.!,;]|$))`, 'giu'),
  /(?<=\b(?:must|should|child|children|be) (?:be )?)(?:1[0-9]|2[01])(?= (?:to|or|before)\b|[?.!,;]|$)/giu,
  // "which age applies, 16?"
  /(?<=\b(?:age|ages|minors?|child|children|kids|teens)\b[^?.!]{0,60}[\s,])(?:1[0-9]|2[01])(?=[?.!,;]|$)/giu,
];

/** Before a count stands a small word and no noun that has a number: "dock 4 packers" is a place. */
const BEFORE_A_COUNT =
  '(?<=^|[.?!:;,] |\\(|\\b(?:an?|the|of|with|for|about|by|in|all|any|these|those|some|than|over|under|at|least|most|nearly|have|has|had|lost|sent|got|get|gets|keep|keeps|kept|hold|holds|store|and|or|are|were|is|was|from|between|around|roughly|some|up|send|sends|emailed|mail|mailed|be|to|show|shows|if|when|only|below|above|next|last|first|past|within|every|other|charge|costs?|pay|paid|fined?|per|takes?|maximum|minimum|even|just|found|saw|our|your|their|took|take|made|make|bought|buy|use|uses|used|us|them|like|invite|\\p{L}{2,}ed|ask|asked|asks|copy|copied|print|printed|delete|deleted) )';
/** How long something takes or is kept goes out as its kind. */
const UNITS_OF_TIME = 'second|sec|minute|min|hour|hr|day|week|wk|month|quarter|year|yr|decade';
/** One or two figures and noughts: no balance and no salary is so round. */
const ROUND = '[1-9]\\d?0{0,7}|[1-9]\\d{0,2}(?:,000){1,3}|[1-9],[1-9]00';
const MONEY = 'pounds?|euros?|dollars?|francs?|cents?|pence|quid|EUR|GBP|USD|CHF';
const MANY = '(?:thousand|million|billion|trillion|bn|mio)';
/** What somebody earns or owes is theirs, however round. */
const NO_INCOME =
  '(?<!\\b(?:[Ss]alary|[Ww]ages?|[Bb]onus|[Ee]arns?|[Ee]arned|[Pp]ension|[Oo]wes?|[Oo]wed|[Dd]ebts?|[Rr]ent)\\b[^.?!]{0,40})';
/** Before these years is somebody's birth, or a number that looks like a year. */
const NO_YEAR =
  '(?<!\\b(?:born|birth|birthday|dob|née|geboren)\\b[^.?!]{0,60})(?<!\\b(?:aged?|room|flat|unit|badge|pin|code|number|no|case|ending|ends|digits|extension|ext|locker|ticket|order|invoice|account|card|id|ref|reference|member|customer|client|user|bus|plate|house|box|class|class of|flight|train)\\.?:? (?:(?:in|on|year|around|about|is|was|of|the|with) ){0,2})(?<![\\d.,/:#+-])(?<!\\d )';
/** "the 3rd of March 1969" is a date, and "March 1969" a month of many. */
const NO_DATE = `(?<!(?:\\d|st|nd|rd|th)(?: of)? ${MONTH},? )`;
const ofNobody: readonly RegExp[] = [
  new RegExp(
    `${NO_YEAR}${NO_DATE}(?:19[5-9]|20[0-4])\\d(?:s|\\s?[-–]\\s?(?:19[5-9]|20[0-4])\\d)?(?![\\d/:-]|\\s\\d|\\p{L}|\\.\\d)`,
    'giu',
  ),
  /(?<![\d.,/:#+-])\d{1,3}(?:[.,]\d{1,2})?(?= ?(?:%|percent\b|per cent\b))/giu,
  new RegExp(
    `${BEFORE_A_COUNT}(?:${ROUND}) (?:to|or|and) (?:${ROUND})(?![\\d/:-]|\\s\\d|[.,]\\d|\\s(?:${UNITS_OF_TIME})s?\\b)`,
    'giu',
  ),
  new RegExp(
    `${NO_INCOME}${BEFORE_A_COUNT}(?:${ROUND}|\\d{1,3}(?:\\.\\d{1,2})?(?= ${MANY}\\b))(?= (?:${MANY}|${MONEY})\\b)`,
    'giu',
  ),
  new RegExp(
    `${NO_INCOME}${BEFORE_A_COUNT}(?:\\d{1,3}|${ROUND})(?= (?!was\\b|is\\b|has\\b|(?:\\p{Ll}+ )?(?:${UNITS_OF_TIME})s?\\b)(?:\\p{Ll}{3,} )?\\p{Ll}{3,}(?<!s)s\\b)`,
    'gu',
  ),
  // "are 15 year olds allowed": of an age, and nobody in particular.
  /(?<!\b(?:the|our|those|these|two|three|both|my) )\b\d{1,2}(?=[- ]years?[- ]olds\b)/giu,
];

/** Signs before and behind figures, which the model reads in words. */
const inWords = (text: string): string =>
  text
    .replace(/§+ ?(?=\d{1,3}[a-z]?\b)/giu, 'section ')
    .replace(
      /(?<![\p{L}\d])([£€$]) ?(\d[\d,.]*\d|\d)(?: ?(k|m|bn|million|billion|thousand))?(?![\d\p{L}])/giu,
      (_, sign: string, sum: string, many = '') => {
        const often =
          { k: ' thousand', m: ' million', bn: ' billion' }[String(many).toLowerCase()] ??
          (many === '' ? '' : ` ${String(many)}`);
        return `${sum}${often} ${sign === '£' ? 'pounds' : sign === '€' ? 'euros' : 'dollars'}`;
      },
    );

/** Private letters that stand for the digits and the stroke meanwhile: no shape and no fence takes them for digits. */
const FIRST = 0xe000;
const STROKE = String.fromCodePoint(FIRST + 10);

/** `strictly`: where somebody may be described, so that no year and no count but of laws and documents passes. */
export const hideKeptFigures = (text: string, strictly: boolean): string =>
  [...ofTexts, ...ofCounts, ...(strictly ? [] : ofNobody)]
    .reduce(
      (left, pattern) =>
        left.replace(pattern, (found) =>
          found
            .replace(/\d/gu, (digit) => String.fromCodePoint(FIRST + Number(digit)))
            .replaceAll('/', STROKE),
        ),
      inWords(text.replace(/\p{Co}/gu, ' ')),
    )
    .replace(/(?<=[\u{e000}-\u{e009}]) ?%/gu, ' percent');

export const showKeptFigures = (text: string): string =>
  text
    .replace(/[\u{e000}-\u{e009}]/gu, (letter) => String((letter.codePointAt(0) ?? FIRST) - FIRST))
    .replaceAll(STROKE, '/');
