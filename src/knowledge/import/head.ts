/** What a document says of itself: title, controller, contact, version, date. What it does not say is null, to be asked for. */
import type { Block, ReadDocument } from './document.ts';
import { squeezed } from './document.ts';

export type FoundHead = {
  readonly title: string | null;
  readonly version: string | null;
  readonly updated: string | null;
  readonly controller: string | null;
  readonly contact: string | null;
};

const linesIn = (block: Block): readonly string[] => {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.flatMap(({ text, children }) => [text, ...linesOf(children)]);
    case 'table':
      return [
        ...(block.header === null ? [] : [block.header.join(' ')]),
        ...block.rows.map((row) => row.join(' ')),
      ];
    case 'verbatim':
      return block.text.split('\n').map((line) =>
        line
          .replace(/[*_`]|^\s*(?:[#>-]|\d+[.)])+\s*/gu, ' ')
          .replaceAll('|', ' ')
          .trim(),
      );
  }
};

/** Every line of text of the document, in order. */
const linesOf = (blocks: readonly Block[]): readonly string[] => blocks.flatMap(linesIn);

const MONTHS =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATE = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTHS},? \\d{4}|${MONTHS} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|${MONTHS},? \\d{4}|\\d{4}-\\d{2}(?:-\\d{2})?|\\d{1,2}[./]\\d{1,2}[./]\\d{4}|\\d{1,2}-\\d{1,2}-\\d{4})`;
const SAID = new RegExp(
  `(?:last (?:updated|modified|revised|reviewed|changed|amended)|(?:updated|revised|reviewed|amended|modified)(?: on)?|effective(?: date| from| as of)?|in force (?:since|from)|date of (?:issue|last review|publication|this (?:notice|policy|version))|(?:issue|review|revision|approval|publication|version) date|issued(?: on)?|approved(?: on)?|version of|valid from|as of|stand)\\b[^\\n]{0,24}?(${DATE})`,
  'iu',
);
const ALONE = new RegExp(`^\\(?(${DATE})\\)?$`, 'iu');

const dateIn = (lines: readonly string[]): string | null => {
  for (const line of lines) {
    const [, date] = SAID.exec(line.slice(0, 2_000)) ?? [];
    if (date !== undefined && !/^(?:as of|effective)\s+(?:now|today)/iu.test(line)) return date;
  }
  // A date that stands alone below the title is the date of the document.
  for (const line of lines.slice(0, 5)) {
    const [, date] = ALONE.exec(line) ?? [];
    if (date !== undefined) return date;
  }
  return null;
};

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{2,63}){1,4}(?![\w-])/giu;
const REGULATOR =
  /@(?:[\w.-]*\.)?(?:ico\.org\.uk|ico\.gov\.uk|dataprotection\.ie|edps\.europa\.eu|cnil\.fr|bfdi\.bund\.de|autoriteitpersoonsgegevens\.nl|uodo\.gov\.pl|aepd\.es)$/iu;

const contactIn = (lines: readonly string[]): string | null => {
  let best: string | null = null;
  let most = -1;
  for (const line of lines) {
    for (const [found] of line.slice(0, 5_000).matchAll(EMAIL)) {
      // "Emailadmin@…" is a label and an address that some other program has glued together.
      const address = found.replace(/^(?:E-?mail|Mail)(?=[a-z])/u, '').replace(/\.+$/u, '');
      if (REGULATOR.test(address)) continue;
      const own = /^(?:privacy|dpo|data|gdpr|compliance|legal)/iu.test(address) ? 4 : 0;
      const near = /privacy|data protection|personal (?:data|information)|your rights|DPO/iu.test(line)
        ? 2
        : 0;
      if (own + near > most) [best, most] = [address, own + near];
    }
  }
  return best;
};

const LEGAL =
  '(?:Limited|Ltd\\.?|LLP|L\\.?P\\.?|PLC|plc|Inc\\.?|LLC|Corp(?:oration)?\\.?|GmbH|AG|SE|B\\.?V\\.?|N\\.?V\\.?|S\\.?A\\.?|S\\.?r\\.?l\\.?|CIC|DAC|ULC|Trust|Foundation|Council|University|College|School|Academy|Surgery|Clinic|Hospital|Practice|Association|Society|Charity|Church|Authority|Board|Group|Partnership|Company|Centre|Institute|Union|Club)';
const WORD = "(?:[A-Z][\\w&'’.-]*|&|of|and|the|for|de|van|der|von|St\\.)";
const NAME = `((?:The )?[A-Z][\\w&'’.-]*(?: ${WORD}){0,6})`;
const CONTROLLER: readonly RegExp[] = [
  new RegExp(
    `${NAME}(?:,? (?:\\(|a |an |whose |which |of |registered|trading)[^.]{0,220}?)?,? (?:is|are|acts? as|will be) (?:the|a|our|your) ["“‘']?(?:data )?controller`,
    'u',
  ),
  new RegExp(
    `(?:data )?controller(?: (?:of|for|in respect of|responsible for)[^.:]{0,80})?(?:,? (?:is|are)|:| means)\\s+(?:the company )?${NAME}`,
    'iu',
  ),
  new RegExp(
    `\\b${NAME},? \\((?:[^)]{0,60}?["“‘'](?:we|us|our|the Company|the Practice|the School|the Charity|the Trust)["”’'])`,
    'u',
  ),
  new RegExp(
    `(?:privacy|data protection|cookie)s? (?:notice|policy|statement) (?:of|for|explains how|describes how|tells you how|sets out how) ${NAME}`,
    'u',
  ),
  new RegExp(
    `^${NAME} is an? (?:[\\w-]+ ){0,3}(?:charity|company|association|practice|school|partnership|provider|society|trust)\\b`,
    'u',
  ),
  new RegExp(`\\b[Ww]e,? (?:are|at)? ?${NAME}`, 'u'),
  new RegExp(`(?:©|\\(c\\)|Copyright)\\s*(?:\\d{4}(?:\\s*[-–]\\s*\\d{4})?)?,?\\s*${NAME}`, 'u'),
];
const NOT_A_NAME =
  /^(?:We|Our|You|Your|The|This|That|These|If|When|Where|Who|What|How|It|They|Data|Controller|Processor|Personal|Company|Policy|Privacy|Notice|EU|UK|GDPR|Information Commissioner.*|ICO|Each|Any|All|In|For|Customers?|Clients?|As|A|An|I)$/u;

const named = (given: string): string | null => {
  const name = given
    .replace(/^(?:We|At|Here at|And|By|At the|That|The)\s+(?=[A-Z])/u, '')
    .replace(/(?:\s+(?:of|and|the|for|de|&|we|as|is))+$/u, '')
    .replace(/[.,;:'’]+$/u, (end) => (/(?:Ltd|Inc|Co|Corp|V|S|A)\.$/u.test(given) ? end.slice(0, 1) : ''))
    .trim();
  return name.length < 3 || NOT_A_NAME.test(name) ? null : name;
};

const FULL =
  /\b((?:[A-Z][\w&'’-]*[ ,]+){1,5}(?:Limited|Ltd|LLP|PLC|plc|Inc|LLC|GmbH|CIC|DAC|B\.V\.))(?![\w])/gu;

/** Names of companies with what the law has them called by. */
const fullNames = (lines: readonly string[]): readonly string[] => [
  ...new Set(
    lines.flatMap((line) =>
      [...line.slice(0, 5_000).matchAll(FULL)].flatMap(([found]) => {
        const name = named(found);
        return name === null ? [] : [name];
      }),
    ),
  ),
];

const controllerIn = (lines: readonly string[], title: string | null): string | null => {
  const full = fullNames(lines);
  for (const [at, pattern] of CONTROLLER.entries()) {
    for (const line of lines) {
      const [, found] = pattern.exec(line.slice(0, 1_500)) ?? [];
      const name = found === undefined ? null : named(found);
      if (name === null) continue;
      // "Meridian is the controller" where the text begins with "Meridian Services plc (Meridian)".
      const whole = full.find((one) => one.startsWith(`${name} `));
      if (whole !== undefined) return whole;
      if (at < 3 || new RegExp(`\\b${LEGAL}$`, 'u').test(name)) return name;
    }
  }
  // One name of a company and no other is the company's own; of several, the one that the title has.
  const [only, ...others] = full;
  if (only !== undefined && others.length === 0) return only;
  const inTitle = full.filter((name) => title?.includes(name.split(' ').slice(0, 2).join(' ')) === true);
  return inTitle.length === 1 ? (inTitle[0] ?? null) : null;
};

const ABOUT_DATA =
  /privacy|data protection|retention|cookie|gdpr|confidential|personal (?:data|information)|notice|policy/iu;

const fitsTitle = (text: string): boolean =>
  text.length <= 140 &&
  /\p{L}{3}/u.test(text) &&
  !/@|https?:\/\/|^(?:phone|tel|fax|e-?mail|address|date|page)\b|\+?\d[\d\s()-]{7,}/iu.test(text) &&
  !/^(?:home|menu|search|contents|introduction|skip to.*|welcome|untitled.*|document\d*|microsoft word.*|index)$/iu.test(
    text,
  ) &&
  !ALONE.test(text);

const titleIn = ({ blocks, about }: ReadDocument): string | null => {
  const headings = blocks.flatMap((block) =>
    block.type === 'heading'
      ? [block]
      : block.type === 'verbatim'
        ? [...block.text.matchAll(/^(#{1,6})[ \t]+(.+?)[ \t]*#*$|^(\S.*)\n(?:(=+)|-+)[ \t]*$/gmu)].map(
            ([, marks, text, under, double]) => ({
              depth: marks?.length ?? (double === undefined ? 2 : 1),
              text: text ?? under ?? '',
            }),
          )
        : [],
  );
  const ofPage = (about.title ?? '').split(/\s[|–—·»]\s|\s-\s|\s::\s/u).map(squeezed);
  const first = blocks.find(({ type }) => type === 'paragraph');
  const opening =
    first?.type === 'paragraph' && !/[.;:,]$/u.test(first.text) && blocks.indexOf(first) < 2
      ? [first.text]
      : [];
  const tops = headings.filter(({ depth }) => depth === 1).map(({ text }) => text);
  const candidates = [...tops, ...headings.slice(0, 2).map(({ text }) => text), ...opening, ...ofPage]
    .map((text) => text.replace(/[*_`]/gu, '').trim())
    .filter(fitsTitle);
  const lead = [...tops.slice(0, 1), ...headings.slice(0, 1).map(({ text }) => text), ...ofPage].filter(
    (text) => fitsTitle(text),
  );
  return lead.find((text) => ABOUT_DATA.test(text)) ?? candidates[0] ?? null;
};

const own = ({ about }: ReadDocument, ...names: readonly string[]): string | null => {
  for (const [name, value] of Object.entries(about.head))
    if (
      names.includes(name.toLowerCase().replace(/[-_ ]/gu, '')) &&
      value.trim() !== '' &&
      value.trim() !== 'not stated'
    )
      return value.trim();
  return null;
};

/** Reads the head off a document; nothing is made up. */
export const headOf = (read: ReadDocument): FoundHead => {
  const lines = linesOf(read.blocks);
  const title = own(read, 'title') ?? titleIn(read);
  const kept = [
    ...lines,
    ...read.leftOut.filter(({ what }) => /header|footer|running/u.test(what)).map(({ text }) => text),
  ];
  const updated =
    own(
      read,
      'updated',
      'lastupdated',
      'lastmodified',
      'lastmodifiedat',
      'modified',
      'date',
      'effective',
      'effectivedate',
    ) ??
    read.about.updated ??
    dateIn(kept);
  const version =
    /\b(?:version|issue|revision|v)\s?(?:no\.?|number)?[\s:.]{0,3}(\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)\b(?!\s*(?:of|\/)\s*\d)/iu;
  const stated = kept
    .map((line) => version.exec(line.slice(0, 1_000))?.[1])
    .find((found) => found !== undefined);
  return {
    title,
    version: own(read, 'version') ?? stated ?? updated,
    updated,
    controller: own(read, 'controller') ?? controllerIn(kept, title),
    contact: own(read, 'contact') ?? contactIn(kept),
  };
};
