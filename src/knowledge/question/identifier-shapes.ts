/**
 * How identifiers look, the longer before the shorter. A shape only chooses the placeholder that is shown: what is no
 * ordinary word is taken out in any case.
 */
const NUMBER_WORDS =
  '(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|double|triple|treble)';
/** Letters as they are said over the phone. */
const LETTERS_SAID =
  '(?:ay|bee|cee|dee|eff|gee|aitch|jay|kay|el|em|en|pee|cue|ar|ess|tee|vee|ex|wye|zed|zee|alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliet|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|yankee|zulu|dash|slash|hyphen)';
const MONTHS =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const STREETS = 'street|st|road|rd|avenue|ave|lane|ln|terrace|crescent|gardens|mews|grove';
/** Words of the everyday, too: a street only where it is written with capitals or a number. */
const STREETS_OR_WORDS = `${STREETS}|drive|close|court|way|square|place|hill|park|row|walk|view|rise|green|wharf|quay|parade`;
/** Before "street" or "road", these name none. */
const NO_STREET =
  '(?!(?:a|an|the|new|same|main|high|other|busy|old|this|that|my|our|your|their|his|her|next|public|side|private|any|every|each|of|on|in|at|to|from|by|and|or|across|down|up|off|which|what|whole|right|wrong|long|open|fire|bus|cycle|bike|slow|fast|country)\\b)';

export const identifierShapes: readonly (readonly [placeholder: string, pattern: RegExp])[] = [
  ['[link]', /\b(?:https?:\/\/|www\.)\S+/giu],
  [
    '[link]',
    /(?<![\p{L}\d@.-])(?:[\p{L}\d-]+\.)+(?:com|org|net|io|co|uk|de|fr|es|it|nl|ie|eu|me|app|dev|info|biz|example|test)\/\S+/giu,
  ],
  // "CV Summer Field.pdf", "warning_letter_h_lund.docx"
  [
    '[file]',
    /(?:(?<![\p{L}\d])\p{Lu}[\p{L}\d_-]* ){0,4}(?<![\p{L}\d])[\p{L}\d_][\p{L}\d_.()&+-]*\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|rtf|odt|ods|pages|numbers|jpe?g|png|gif|heic|tiff?|svg|bmp|mp[34]|m4a|mov|avi|wav|webm|zip|rar|7z|tar|gz|msg|eml|pst|ics|vcf|json|xml|html?|sql|bak|log|key)(?![\p{L}\d])/giu,
  ],
  [
    '[e-mail]',
    /[\p{L}\d._-]+(?: (?:dot|dash|underscore) [\p{L}\d_-]+)* (?:at|@|\(at\)) [\p{L}\d-]+(?: dot [\p{L}\d-]+)+/giu,
  ],
  ['[e-mail]', /[^\s@<>()]+\s?(?:@|[[({]\s?at\s?[\])}])\s?[^\s@<>()]+\.\w+/giu],
  ['[e-mail]', /[^\s@<>()]+@[^\s@<>()]+/giu],
  [
    '[handle]',
    /(?<!\w)(?!@(?:channel|here|everyone|all|team)\b(?!\.)|#(?:general|random|announcements)\b(?![-.\w]))[@#][\w.-]+/gu,
  ],
  // "///filled.count.soap"
  ['[address]', /\/{0,3}(?<![\p{L}\d@-])\p{Ll}{3,}\.\p{Ll}{3,}\.\p{Ll}{3,}(?![\p{L}\d@-])/gu],
  // "dev-lena.k", "j.smith", "qa.bot-nils"
  ['[handle]', /(?<![\p{L}\d.@/-])\p{Ll}{2,}\.\p{Ll}{2,}-\p{Ll}{2,}(?![\p{L}\d.@-])/gu],
  ['[handle]', /(?<![\p{L}\d.@/-])(?:\p{L}{2,}[-.]\p{L}{2,}[.-]\p{L}|\p{L}\.\p{Ll}{3,})(?![\p{L}\d.@-])/gu],
  ['[handle]', /(?<![\w'’])\w*[\p{L}\d]_\w+|(?<![\w'’])_\w+/gu],
  ['[case]', /\b(?:DSR|CMP|CLT)-\d{4}-\d+\b/giu],
  ['[IBAN]', /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gu],
  ['[NI number]', /\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/giu],
  ['[Slack id]', /\b[UWCDGTBS](?=[A-Z0-9]*\d)[A-Z0-9]{7,}\b/gu],
  [
    '[address]',
    new RegExp(
      `(?:\\b(?:flat|apartment|apt|unit|house|room|suite)\\s?\\d+\\w?,?\\s+)?\\b\\d+[a-z]?,? (?:[\\p{L}'’]+ ){1,3}(?:${STREETS_OR_WORDS})\\b`,
      'giu',
    ),
  ],
  [
    '[address]',
    new RegExp(
      `\\b(?:\\p{Lu}[\\p{L}'’.]+ ){1,3}(?:${STREETS_OR_WORDS.replace(/\b\w/gu, (first) => first.toUpperCase())})\\b`,
      'gu',
    ),
  ],
  [
    '[address]',
    /\b(?!Companies)(?:\p{Lu}[\p{L}'’.]+ ){1,2}(?:Towers?|House|Mansions|Heights|Lodge|Villas?|Cottages?|Barn|Farm|Manor|Bungalow|Apartments|Buildings)\b(?! \p{Lu})/gu,
  ],
  [
    '[address]',
    new RegExp(
      `(?<=[\\s(]|^)${NO_STREET}[\\p{L}'’]{3,}(?<!['’]s?) (?:street|road|lane|avenue|grove|crescent|terrace|mews)\\b(?! (?:of|address|name|level|view|light|map))`,
      'giu',
    ),
  ],
  // "27 bis rue de la Paix"
  [
    '[address]',
    /\b\d+ ?(?:[a-e]|bis|ter|quater)?,? (?:rue|avenue|boulevard|bd|chemin|quai|impasse|allée|cours|calle|plaza|via|viale|corso|piazza|rua|ulica|plac)\.? (?:(?:de|du|des|la|le|les|el|los|das|dos|da|do|dei|della|di|san|santa|st|d['’]|l['’]) ?){0,3}[\p{L}'’-]+/giu,
  ],
  [
    '[address]',
    /\b(?:ul|al|pl|os|rue|via|calle|avenida|rua|plaza|piazza|viale|corso|str)\.? (?:[\p{L}'’.-]+ ){0,4}?[\p{L}'’.-]+,? \d+\S*(?:,? \d+\S*(?: \p{Ll}{1,4}\b)?)?/giu,
  ],
  [
    '[address]',
    /(?<![\p{L}])\p{Lu}\p{L}+(?:weg|stra(?:ß|ss)e|str\.?|gasse|platz|allee|ring|laan|straat|plein|kade|vej|gatan|vägen|katu) \d+\s?\p{Ll}?(?:,? \d{4,5} \p{Lu}[\p{L}-]+)?/gu,
  ],
  // "Flat 6, The Sidings"
  [
    '[address]',
    /\b(?:flat|apartment|apt|unit|suite|villa|plot|block) ?\d+\w?, (?:the \p{L}+(?: \p{L}+)?(?=[,?.!]|$)|(?:[Tt]he )?\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)/giu,
  ],
  ['[postcode]', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/giu],
  ['[date]', /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b/gu],
  [
    '[date]',
    new RegExp(
      `\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTHS}\\b(?:,? \\d{4})?|\\b${MONTHS} \\d{1,2}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?`,
      'giu',
    ),
  ],
  [
    '[date]',
    new RegExp(
      `\\b(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)(?: of)? ${MONTHS}(?:,? \\d{4}|(?:,?[ -](?:${NUMBER_WORDS}|and)(?:-(?:${NUMBER_WORDS}))?)*)\\b`,
      'giu',
    ),
  ],
  [
    '[period]',
    new RegExp(
      `\\b(?:\\d{1,4}(?:[.,]\\d)?|${NUMBER_WORDS}(?:[\\s-]+(?:and[\\s-]+)?${NUMBER_WORDS})*)(?:\\s?-?\\s?)(?:(?:working|business|calendar|full|whole)[\\s-])?(?:second|sec|minute|min|hour|hr|day|week|wk|month|mth|quarter|year|yr|decade)s?\\b(?!['’]s? old)`,
      'giu',
    ),
  ],
  [
    '[number]',
    new RegExp(
      `(?<=\\b(?:number|no\\.?|nr\\.?|case|account|acct|user|member|customer|client|ticket|order|ref|reference|invoice|house|flat|room|apartment|badge|card|staff|employee|id|locker|desk|bay|plot|bed|ward|extension|seat|gate|pitch|cabin|berth|pod|booth|block|box|bus|van|lorry|truck|car|till|rider|driver|player|tenant|guest|unit|parcel|claim|file|record|application|booking|branch|store|depot|shop|class|crew|squad|court|chalet|villa|stand|aisle|bench|mailbox|pigeonhole|slot|barcode|pin|code|table) (?:(?:number|no\\.?|id|nr\\.?) )?)(?:${NUMBER_WORDS})(?:[\\s,-]+(?:${NUMBER_WORDS}))*\\b`,
      'giu',
    ),
  ],
  ['[number]', new RegExp(`\\b(?:${NUMBER_WORDS}[\\s,-]+){2,}${NUMBER_WORDS}\\b`, 'giu')],
  // Spelt out: "el one two bee bee", "charlie four tango".
  ['[number]', new RegExp(`\\b(?:(?:${NUMBER_WORDS}|${LETTERS_SAID})(?:[\\s,-]+|$)){3,}`, 'giu')],
  ['[number]', /\b[A-Z]{1,3}\d{1,4} [A-Z]{1,3}\b/gu],
  ['[year]', /(?<![\d.,/-])(?:19|20)\d{2}(?![\d/-])(?!\s\d)/gu],
  // Spelt out, letter by letter.
  ['[name]', /(?<![\p{L}\d'’])(?:\p{L}[\s.-]+){2,}\p{L}(?![\p{L}\d'’])/gu],
  // "k.t.", "J.-P."
  [
    '[name]',
    /(?<![\p{L}\d.])(?!(?:e\.g|i\.e|a\.m|p\.m|u\.k|u\.s|e\.u|n\.b|p\.s|c\.v|h\.r|i\.t|i\.d|q\.a|p\.a)\b)\p{L}\.[ -]?\p{L}\.?(?![\p{L}\d])/giu,
  ],
  // Names of two short words that English has, too.
  ['[name]', /\b(?:an|tu|le|ho|hu|yu) (?:do|le|li|lu|na|ho|ma|to|vo|yu)\b(?! (?:not|we|i|you|they)\b)/giu],
  [
    '[name]',
    /(?<=(?:^|[.?!,;:] ?|\b(?:can|may|did|does|has|is|was|should|will|must|of|for|from|with|about|and) ))(?:so|an|do|my|in|he|no|to|young|long|song|sung|hung|tan|tong|chow|sun|son|min|kim|wing|gang|sang|bong) (?:so|young|long|song|sung|hung|do|my|han|ting|lung|wing|chow|min|kim|ling|fat|sing|king|ming|bin|ping|yang|hang|bang|wan|lam|tan|ho|hoe|lin|mei|jun)(?= (?:in|from|at|and|who|wants?|asks?|asked|says?|said|has|see|have|refuse|read|object\w*|consent|left|is)\b|['’]s)/giu,
  ],
  // Letters and digits in one: plates, serials, account and national numbers.
  ['[number]', /(?<![\p{L}\d])(?=[\p{L}\d/:.-]*\d)(?=[\p{L}\d/:.-]*\p{L})[\p{L}\d]+(?:[-/:.]+[\p{L}\d]+)*/gu],
  ['[number]', /\+?\(?\d(?:[\d\s().,/:-]*\d)?/gu],
];

/** After one of these comes somebody, whatever the word. */
export const namesSomebody =
  /(?:^|[\s(])(?:mr|mrs|ms|miss|mx|dr|prof|professor|señora?|señorita|monsieur|mme|mlle|signora?|herr|viscount|viscountess|baron|baroness|countess|name is|name's|names are|known as|aka|regards|dear)\.?\s+$/iu;

/** After one of these comes somebody as a rule: not where plain English follows. */
export const mayNameSomebody =
  /(?:^|[\s(])(?:doctor|sir|lady|lord|dame|madam|madame|frau|called|named|i am|i'm|this is|signed|(?:contact|owner|sender|caller|rep|organiser|contact person)(?: there| here)?(?: is|:))\s+$/iu;

/** After one of these a word with a capital is somebody. */
export const isNamed =
  /\b(?:man|woman|girl|boy|lad|lady|guy|person|customer|client|employee|somebody|someone|child|caller|tenant|patient|colleague)s? (?:called|named|by the name of)\s+$|\b(?:dog|horse|cat|pet|pony|puppy|kitten|rabbit|parrot)(?: is(?: called| named)?|:)\s+$/iu;

/** Words that are no name even there. */
export const noName =
  /^(?:an?|the|our|us|him|her|them|it|you|me|by|for|to|in|on|at|of|and|or|not|is|are|we|i|they|he|she|about|asking|from|what|who|how|why|when|where|policy)$/iu;
