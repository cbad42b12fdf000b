/** What Articles 13 and 14 ask a notice to say, and whether it does. */
import type { NotesLaw } from '../../base/regimes.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicyMap } from '../policy/policy-map.ts';

/** One thing that a person has to be told, and where the policy says it. */
type Part = { readonly what: string; readonly quotes: readonly string[] };

/** What one provision asks a notice to say: `covered` when every part of it is found, `partly` when some are. */
export type Coverage = {
  readonly article: string;
  readonly what: string;
  readonly state: 'covered' | 'partly' | 'missing';
  readonly parts: readonly Part[];
};

type Wanted = {
  readonly article: string;
  /** Asked for only where people may complain to the controller itself; the rule follows the article. */
  readonly ofComplaints?: true;
  readonly what: string;
  readonly parts: readonly (readonly [
    what: string,
    topics: readonly string[],
    ...patterns: readonly RegExp[],
  ])[];
};

/**
 * Articles 13 and 14 of the GDPR, for the United Kingdom as changed by the Data (Use and Access) Act 2025, and DPA 2018 s 164A. A part is
 * what the map has on its topics; without a map, a passage that fits all its patterns, with its lead-in, its table's header and its heading.
 */
const WANTED: readonly Wanted[] = [
  {
    article: 'Art. 13(1)(a)',
    what: 'the controller and how to reach it',
    parts: [
      [
        'who the controller is',
        ['controller'],
        /controller/iu,
        /\b(?:Limited|Ltd|LLP|plc|Inc|GmbH|we|us|our)\b/iu,
      ],
      ['how to reach it', ['contact'], /[\w.+-]+@[\w-]+\.\w+|contact us|write to us/iu],
    ],
  },
  {
    article: 'Art. 13(1)(b)',
    what: 'the data protection officer, where there is one',
    parts: [['the officer, or that there is none', ['dpo'], /data protection officer|\bDPO\b/iu]],
  },
  {
    article: 'Art. 13(1)(c)',
    what: 'the purposes and the lawful basis',
    parts: [
      [
        'the purposes',
        ['purposes'],
        /\b(?:use|process)\b.*\b(?:information|data)\b.*(?:\bfor\b|\bto\b|following)/iu,
      ],
      [
        'the lawful basis',
        ['legal_basis', 'legit_interest', 'consent_basis'],
        /necessary for|lawful bas[ei]s|legal bas[ei]s|legal obligation|performance of (?:a|the|our) contract|(?:have|with|on) your\b.*\bconsent/iu,
      ],
    ],
  },
  {
    article: 'Art. 13(1)(d)',
    what: 'the legitimate interests pursued',
    parts: [['which they are', ['legit_interest'], /legitimate interests?.{0,12} (?:include|are|is)\b/iu]],
  },
  {
    article: 'Art. 13(1)(e)',
    what: 'the recipients or kinds of recipients',
    parts: [
      [
        'who else gets the data',
        ['share_third_parties', 'advisors'],
        /\b(?:shar(?:e|ed|ing)|provide|disclos\w+|pass|exchang\w+|who (?:else )?(?:sees|gets|receives|has access)|receives?|sees?)\b/iu,
        /\b(?:information|data|records?|details|invoices?|files?)\b/iu,
        /\b(?:advisors?|advisers?|accountants?|lawyers?|solicitors?|banks?|insurers?|hospitals?|authorities|police|organisations?|companies|third part(?:y|ies)|processors?|providers?|suppliers?|partners?)\b/iu,
      ],
      [
        'those who process it for us',
        ['subprocessors', 'analytics_tools'],
        /processors?\b|service providers?|suppliers?|analytics|hosting/iu,
      ],
    ],
  },
  {
    article: 'Art. 13(1)(f)',
    what: 'transfers abroad and their safeguards',
    parts: [
      [
        'whether data goes abroad',
        ['transfer_outside'],
        /outside the|transfer.*\b(?:countr|abroad|overseas)/iu,
      ],
      [
        'the safeguard, and where to get a copy',
        ['transfer_mechanism'],
        /adequacy|standard contractual|data protection clauses|binding corporate|transfer agreement/iu,
      ],
    ],
  },
  {
    article: 'Art. 13(2)(a)',
    what: 'how long data is kept',
    parts: [
      [
        'the periods, or how they are set',
        ['retention_general', 'retention_client'],
        /\b(?:keep|kept|how long|retain\w*|retention|stored? for|storage period|deleted?|erased?|destroy\w*)\b/iu,
        /\b(?:as long as|years?|months?|weeks?|days?|hours?|until|permanently|indefinitely|no longer (?:needed|necessary|required))\b/iu,
      ],
    ],
  },
  {
    article: 'Art. 13(2)(b)',
    what: 'the rights',
    parts: [
      ['access', ['right_access'], /\baccess to\b.*\b(?:copies|information|data)|copy of (?:your|the)/iu],
      ['rectification', ['right_rectify'], /\b(?:correct|rectif)/iu],
      ['erasure', ['right_erase'], /\b(?:erase|erasure|delete your)/iu],
      ['restriction', ['right_restrict'], /\brestrict/iu],
      ['objection', ['right_object'], /\bobject\b|right to object/iu],
      ['portability', ['right_portability'], /portab|transmitting|another (?:data )?controller/iu],
    ],
  },
  {
    article: 'Art. 13(2)(c)',
    what: 'that consent may be withdrawn at any time',
    parts: [
      [
        'the withdrawal',
        ['right_withdraw'],
        /withdraw\w*\b.*\b(?:consent|permission)|(?:consent|permission)\b.*\b(?:withdraw|take (?:it|this|that) back)|(?:stop|unsubscribe|opt out|change your mind|take (?:it|this|that) back)\b.*\bat any time|at any time\b.*\b(?:stop|unsubscribe|opt out)/iu,
      ],
    ],
  },
  {
    article: 'Art. 13(2)(d)',
    what: 'the complaint to the regulator',
    parts: [
      [
        'the regulator',
        [],
        /Information Commission|supervisory authority|data protection (?:authority|commission)|\bregulator\b|\bICO\b/iu,
      ],
    ],
  },
  {
    article: 'Art. 13(2)(d)',
    ofComplaints: true,
    what: 'the complaint to us, and how it is handled',
    parts: [
      ['that people may complain to us', [], /complain/iu, /contact|write|e-?mail|form|us at/iu],
      ['that it is acknowledged within 30 days', [], /complain/iu, /acknowledg|30 days|thirty days/iu],
    ],
  },
  {
    article: 'Art. 13(2)(e)',
    what: 'whether data has to be given, and what follows if not',
    parts: [
      [
        'the duty and its consequence',
        ['collect_mandatory'],
        /(?:required|obliged|have|need) to (?:give|provide)|if you do not (?:give|provide)|do not have to (?:give|provide)/iu,
      ],
    ],
  },
  {
    article: 'Art. 13(2)(f)',
    what: 'automated decisions',
    parts: [
      [
        'whether there are any',
        ['automated_decisions'],
        /automated (?:decision|individual)|solely automated|decisions? .*automat/iu,
      ],
    ],
  },
  {
    article: 'Art. 14(1)(d)',
    what: 'the kinds of data',
    parts: [
      [
        'the kinds',
        ['collect_what'],
        /\b(?:name and contact|contact details|kinds? of (?:data|information)|categories of (?:personal )?(?:data|information)|e-?mail address)\b/iu,
      ],
    ],
  },
  {
    article: 'Art. 14(2)(f)',
    what: 'where data comes from, if not from the person',
    parts: [
      [
        'the sources',
        ['collect_third_sources'],
        /(?:from|by) (?:a )?(?:third part|other (?:sources|organisations|companies))|publicly available|collected through/iu,
      ],
    ],
  },
];

const MOST_QUOTES = 3;

/** What people have mapped to these topics; null where they have not looked at any of them. */
const mapped = (map: PolicyMap | null, topics: readonly string[]): readonly string[] | null => {
  const entries = topics.flatMap((topic) => map?.get(topic) ?? []);
  return entries.length === 0 ? null : entries.flatMap(({ says }) => says.map(({ text }) => text));
};

/** Each pattern fits the passage with all that stands over it, and at least one of them its own words. */
const byLook = ({ units }: Policy, patterns: readonly RegExp[]): readonly string[] =>
  units
    .filter(({ within }) => within === null)
    .filter(({ text, leadIn, header, section }) => {
      const own = [header?.text, leadIn?.text, text].join(' ');
      const whole = `${section} ${own}`;
      return (
        patterns.every((pattern) => pattern.test(whole)) && patterns.some((pattern) => pattern.test(own))
      );
    })
    .map(({ text }) => text);

const coverageOfOne = (policy: Policy, map: PolicyMap | null, { article, what, parts }: Wanted): Coverage => {
  const found = parts.map(([part, topics, ...patterns]): Part => {
    const quotes = mapped(map, topics) ?? byLook(policy, patterns);
    return { what: part, quotes: [...new Set(quotes)].slice(0, MOST_QUOTES) };
  });
  const there = found.filter(({ quotes }) => quotes.length > 0).length;
  const state = there === 0 ? 'missing' : there === found.length ? 'covered' : 'partly';
  return { article, what, state, parts: found };
};

/** What a notice has to say under this law, item by item, and which passages seem to say it. A hint for people, no legal opinion. */
export const coverageOf = (policy: Policy, map: PolicyMap | null, law: NotesLaw): readonly Coverage[] =>
  WANTED.flatMap((wanted) => {
    if (wanted.ofComplaints !== true) return [coverageOfOne(policy, map, wanted)];
    const { complaintsToController: rule } = law;
    return rule === null
      ? []
      : [coverageOfOne(policy, map, { ...wanted, article: `${wanted.article}, ${rule}` })];
  });

/** Whose articles these are: "UK GDPR Articles 13 and 14". */
export const articlesOf = ({ law, sharesArticles }: NotesLaw): string =>
  sharesArticles
    ? `${law} Articles 13 and 14`
    : `GDPR Articles 13 and 14 (for comparison: here the ${law} holds)`;
