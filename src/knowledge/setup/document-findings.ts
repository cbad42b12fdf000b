/** What in a policy document keeps it from being quoted well: its form, not its law. */
import { languageNotice } from '../policy/language.ts';
import type { Policy, Unit } from '../policy/policy.ts';

export type DocumentFinding = {
  readonly id:
    | 'not-stated'
    | 'no-headings'
    | 'heading-marks'
    | 'one-word-units'
    | 'navigation'
    | 'cut-at-abbreviation'
    | 'glued-words'
    | 'language';
  readonly message: string;
  readonly fix: string;
  readonly quotes: readonly string[];
};

const MOST_QUOTES = 5;
const FEWEST_UNITS = 7;

const wholeUnits = ({ units }: Pick<Policy, 'units'>): readonly Unit[] =>
  units.filter(({ within }) => within === null);
const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

type Rule = (policy: Policy) => DocumentFinding | null;

const notStated: Rule = ({ head }) => {
  const missing = (['title', 'version', 'updated'] as const).filter((field) =>
    /^(?:not stated)?$/iu.test(head[field].trim()),
  );
  if (missing.length === 0) return null;
  return {
    id: 'not-stated',
    message: `does not say in its head: ${missing.join(', ')}.`,
    fix: 'Fill it in between the two lines of --- at the start of the file.',
    quotes: [],
  };
};

const noHeadings: Rule = (policy) => {
  const units = wholeUnits(policy);
  if (units.length < FEWEST_UNITS || new Set(units.map(({ section }) => section)).size > 1) return null;
  return {
    id: 'no-headings',
    message: `has ${units.length} passages and no headings, so that no quote can say where it stands.`,
    fix: 'Put a line such as "## How long we keep data" above each part.',
    quotes: [],
  };
};

const found = (
  id: DocumentFinding['id'],
  quotes: readonly string[],
  message: (count: number) => string,
  fix: string,
): DocumentFinding | null =>
  quotes.length === 0
    ? null
    : {
        id,
        message: message(quotes.length),
        fix,
        quotes: [...new Set(quotes)].slice(0, MOST_QUOTES),
      };

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const headingMarks: Rule = (policy) =>
  found(
    'heading-marks',
    wholeUnits(policy)
      .filter(({ text }) => /^#{1,6}[^#\s]/u.test(text))
      .map(({ text }) => text.split('\n')[0] ?? ''),
    (count) => `has ${plural(count, 'heading')} that are read as text.`,
    'Put a blank behind the marks ("## Title"), and an empty line below.',
  );

const oneWord: Rule = (policy) =>
  found(
    'one-word-units',
    wholeUnits(policy)
      .filter(
        ({ kind, leadIn, group, text }) =>
          kind === 'sentence' && leadIn === null && group === null && wordsIn(text) < 2,
      )
      .map(({ text }) => text),
    (count) => `has ${plural(count, 'passage')} of a single word.`,
    'Make it a heading ("## Word"), join it to its sentence, or take it out.',
  );

const NAVIGATION =
  /^(?:home|about(?: us)?|contact(?: us)?|services|products|blog|news|careers|log ?in|sign ?(?:in|up|out)|register|search|menu|close|skip to (?:main )?content|back to top|next|previous|share|print|subscribe|accept(?: all)?(?: cookies)?|reject(?: all)?(?: cookies)?|cookie settings|manage (?:cookies|preferences)|read more|sitemap|follow us|facebook|twitter|linkedin|instagram|youtube)$/iu;

const navigation: Rule = (policy) => {
  const hits = wholeUnits(policy).filter(({ text }) =>
    NAVIGATION.test(text.replace(/[^\p{L}\s]/gu, '').trim()),
  );
  return hits.length < 2
    ? null
    : found(
        'navigation',
        hits.map(({ text }) => text),
        (count) => `has ${plural(count, 'passage')} that read like the navigation of a web page.`,
        'Take them out: they would be quoted as policy.',
      );
};

const CUT =
  /(?:^|[\s(])(?:e\.\s?g|i\.\s?e|z\.\s?B|d\.\s?h|u\.\s?a|o\.\s?ä|Abs|Nr|Nrn|Art|Ziff|No|Nos|Jr|Sr|St|Dr|Mr|Mrs|Ms|Prof|U\.S|U\.K|E\.U|vs|cf|approx|ca|bzw|gem|vgl|lit|incl|p\.\s?ex|cfr|c\.d)\.$/u;

const cut: Rule = ({ units }) =>
  found(
    'cut-at-abbreviation',
    units
      .filter((unit, at) => {
        const next = units[at + 1];
        return (
          unit.kind === 'sentence' &&
          next !== undefined &&
          next.block === unit.block &&
          next.kind === 'sentence' &&
          CUT.test(unit.text)
        );
      })
      .map(({ text }) => text),
    (count) => `has ${plural(count, 'quote')} cut at an abbreviation.`,
    'Write the abbreviation out ("for example"), so that the sentence stays whole.',
  );

const GLUED =
  /\p{Ll}{3,}(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:days?|weeks?|months?|years?)\b|\p{Ll}{3,}\d+ (?:days?|weeks?|months?|years?)\b|\p{Ll}{3,}[.;:]\p{Lu}\p{Ll}{2,}|\b\p{Lu}?\p{Ll}{3,}\p{Lu}\p{Ll}{3,}\b/gu;
const WELL_GLUED =
  /someone (?:day|week|month|year)|^(?:https?|www)|JavaScript|TypeScript|YouTube|LinkedIn|GitHub|PayPal|WhatsApp|DocuSign|HubSpot|MailChimp|Mailchimp|SharePoint|OneDrive|DropBox|TikTok|SalesForce|DoubleClick|PowerPoint|InDesign|WordPress|BitBucket|SurveyMonkey|TrustPilot/u;

const glued: Rule = (policy) => {
  const hits = new Map<string, number>();
  for (const { text } of wholeUnits(policy)) {
    const plain = text.replace(/https?:\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+\S*|`[^`]*`/gu, ' ');
    for (const [hit] of plain.matchAll(GLUED))
      if (!WELL_GLUED.test(hit)) hits.set(hit, (hits.get(hit) ?? 0) + 1);
  }
  // A name that is written so comes again and again, and there are few of them.
  const camel = [...hits.keys()].filter((hit) => /^\p{Lu}?\p{Ll}+\p{Lu}\p{Ll}+$/u.test(hit));
  const sure = [...hits.keys()].filter((hit) => !camel.includes(hit));
  const quotes = [...sure, ...(camel.length >= 3 ? camel : [])];
  return found(
    'glued-words',
    quotes,
    (count) => `has ${plural(count, 'place')} where words or cells of a table run into each other.`,
    'Put a blank or the cells of a table between them.',
  );
};

const language: Rule = ({ units }) => {
  const notice = languageNotice(units.map(({ text }) => text).join('\n'));
  return notice === null ? null : { id: 'language', message: 'is not in English.', fix: notice, quotes: [] };
};

const rules: readonly Rule[] = [
  notStated,
  language,
  noHeadings,
  headingMarks,
  navigation,
  oneWord,
  cut,
  glued,
];

/** What would help this document to be quoted well, the worst first. */
export const documentFindings = (policy: Policy): readonly DocumentFinding[] =>
  rules.flatMap((rule) => rule(policy) ?? []);
