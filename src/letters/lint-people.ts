/** Finds people and addresses that do not belong into a letter. */
import { everywhere, identifierShapes } from '../base/identifier-shapes.ts';
import type { FactName, LetterFacts } from './fact-fields.ts';
import { error, type Finding, type LetterDraft, type LintPorts, warning } from './finding.ts';
import { ownWords, plain } from './paragraphs.ts';

const EMAIL = everywhere(identifierShapes.email.shape);
const PHONE = everywhere(identifierShapes.phone.shape);
const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady)\.?[ \t]+(\p{Lu}[\p{L}'’-]+(?:[ \t]+\p{Lu}[\p{L}'’-]+)*)/gu;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?)\.?\s+/i;

/** The only facts that may bring an address into a letter. */
const routes: readonly FactName[] = [
  'contact',
  'regulatorContact',
  'addressRoute',
  'clientContact',
  'secureRoute',
  'delivery',
  'recipientName',
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const wordsIn = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}']+/gu) ?? [];

/** Whoever the letter is to, from or about may be named in it. */
const mayBeNamed = (name: string, facts: LetterFacts): boolean => {
  const known = [facts.personName, facts.signedBy, facts.company, facts.clientName, facts.recipientName];
  return known.some((other) => {
    const words = wordsIn(other ?? '');
    return wordsIn(name).every((word) => words.includes(word));
  });
};

const lintAddresses = (text: string, facts: LetterFacts, ports: LintPorts): readonly Finding[] => {
  const allowed = [...routes.map((name) => facts[name]), ...(ports.allowedAddresses ?? [])]
    .filter((value) => typeof value === 'string')
    .join(' \n ');
  const emails = new Set((allowed.match(EMAIL) ?? []).map((email) => email.toLowerCase()));
  const digits = allowed.replace(/[^\d\n]/g, '');
  const strange = (text.match(EMAIL) ?? [])
    .filter((email) => !emails.has(email.toLowerCase()))
    .map((email) => error('other_address', `${email} is not the person’s address and not ours.`, email));
  const phones = (text.match(PHONE) ?? [])
    .filter((phone) => !digits.includes(phone.replace(/\D/g, '')))
    .map((phone) => warning('other_address', `Whose phone number is ${phone}?`, phone));
  return [...strange, ...phones];
};

const lintAddressee = (text: string, facts: LetterFacts): readonly Finding[] => {
  const [, name = ''] = /^\s*(?:Dear|Hello|Hi)[ \t]+([^,\n]+),/m.exec(text) ?? [];
  const bare = name.replace(TITLE, '');
  return bare === '' || facts.personName === undefined || mayBeNamed(bare, { personName: facts.personName })
    ? []
    : [error('wrong_addressee', `This letter is for ${facts.personName}, but it greets ${name}.`, name)];
};

const PAIR = /(?<![.!?:]\s|\p{L})\p{Lu}\p{Ll}+(?:[ \t]+\p{Lu}\p{Ll}+)+/gu;
const NO_PERSON =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day|Act|Acts|Agreement|Commission|Data|Bank|Cloud|Google|Group|Hosting|House|Ireland|Kingdom|Limited|Ltd|Policy|Protection|Road|Schedule|Scotland|Services?|Software|Solutions|Street|Systems|Team|Union|Wales)\b/;

/** Two words with capitals that neither the template, the case nor the policy brought in: perhaps a name that slipped in while editing. */
const lintPossibleNames = (
  { text, template, facts }: LetterDraft,
  policyWords: string,
): readonly Finding[] => {
  const ofTheLaw = [
    facts.rightName,
    facts.rightArticle,
    facts.lawName,
    facts.regulatorName,
    facts.regulatorContact,
  ];
  const sentences = [facts.extensionRule, facts.feeRule, ...(facts.remedies ?? [])];
  // Whoever received the data is to be named (Art 15(1)(c), 19).
  const receivers = [...(facts.recipients ?? []), facts.recipientsTold, facts.subProcessors];
  const expected = plain([template.words, ...ofTheLaw, ...sentences, ...receivers, policyWords].join(' '));
  const strange = [...ownWords(text).matchAll(PAIR)]
    .map(([name]) => name.replace(/^(?:Dear|Hello|Hi)\s+/, ''))
    .filter((name) => !NO_PERSON.test(name) && !mayBeNamed(name, facts) && !expected.includes(plain(name)));
  return [...new Set(strange)].map((name) =>
    warning('possible_name', `Is ${name} a person? If so, take the name out.`, name),
  );
};

/** Nobody but the person, us and the regulator: names given, titled names, e-mail addresses, the greeting. */
export const lintPeople = (draft: LetterDraft, ports: LintPorts): readonly Finding[] => {
  const { text, facts } = draft;
  const words = plain(text);
  const given = (ports.thirdParties ?? [])
    .filter((name) => name.trim() !== '' && !mayBeNamed(name, facts))
    .filter((name) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${escaped(plain(name))}(?![\\p{L}\\p{N}])`, 'u').test(words),
    )
    .map((name) => error('other_person', `${name} must not be named in this letter.`, name));
  const titled = [...ownWords(text).matchAll(TITLED)]
    .filter(([, name = '']) => !mayBeNamed(name, facts))
    .map(([name]) => error('other_person', `Who is ${name}? Take the name out or redact it.`, name));
  const sure = [...given, ...titled];
  const possible = lintPossibleNames(draft, ports.policyWords ?? '').filter(
    ({ where }) => !sure.some((finding) => finding.where.includes(where)),
  );
  return [...sure, ...lintAddresses(text, facts, ports), ...lintAddressee(text, facts), ...possible];
};
