/** Sentences that fit nearly always, by right and letter; whoever writes the letter changes them where they do not. */
import type { ContactKind } from '../../letters/contact-kind.ts';
import type { FactName } from '../../letters/fact-fields.ts';
import type { Case } from '../../requests/case/case.ts';
import type { ArrivalChannel } from '../../requests/case/case-events.ts';
import type { Right } from '../../requests/clock/rights.ts';
import { proportionateMethods } from '../../requests/decisions/identity-ladder.ts';

export type Texts = Partial<Record<FactName, string>>;

/** How the data reaches the person, from what is recorded of them; nothing where they left a number only. */
const delivery = (channel: ArrivalChannel, kind: ContactKind): string => {
  if (kind === 'number') return '';
  if (channel === 'slack') return 'by a secure link that we send to you';
  if (channel === 'letter' && kind !== 'email') return 'by tracked post to the address you gave us';
  const from = channel === 'email' ? 'wrote from' : 'gave us';
  return `by a secure link that we send to the address you ${from}`;
};

/** How an answer to our question reaches us: a caller has no address that we know. */
const answerRoute = (kind: ContactKind): string =>
  kind === 'number'
    ? 'write to the address above, or call us and mention our reference; do not send papers by e-mail.'
    : 'reply from the address that we know; do not send papers by e-mail.';

const toTheUse: Readonly<Partial<Record<Right, Texts>>> = {
  direct_marketing_objection: {
    stopped: 'all direct marketing to you',
    continues: 'If you use our service, the messages that belong to it go on; they advertise nothing.',
    inTransit: 'Something that was on its way already may still reach you.',
    suppression: 'we keep your address on a short list, only so that we do not write to you again.',
  },
  consent_withdrawal: {
    stopped: 'everything that rested on this consent',
    continues:
      'If you use our service, the messages that belong to it go on; they rest on our contract with you.',
  },
  objection: {
    stopped: 'the use that is named above',
    continues: 'Everything else that we do with your data goes on as before.',
  },
  erasure: {
    suppression:
      'if your address was on one of our lists, it stays on a short list of those we do not write to.',
  },
};

const secureRoute: Readonly<Record<string, string>> = {
  'authority-request': 'by post, or as a scan in your reply to this message.',
};

const accepted: Readonly<Record<string, string>> = {
  'authority-request': 'a note signed by the person that names you\na power of attorney',
};

/** `letter` is the template's id, `kind` what was recorded of how to reach the person. */
export const usual = (request: Case, letter: string, channel: ArrivalChannel, kind: ContactKind): Texts => ({
  delivery: delivery(channel, kind),
  codes: 'There are no codes in it that need to be explained.',
  identifiers: `the name that you gave us\nthe ${kind === 'number' ? '' : 'address or '}number that you gave us`,
  secureRoute: secureRoute[letter] ?? answerRoute(kind),
  ifSilent:
    'we remind you before we close the request, and tell you if we do. You can take it up again at any time.',
  interim: 'what is clear already; we go on with it meanwhile.',
  suggestions: 'the time that you mean\nthe account, event or message that it is about',
  accepted: accepted[letter] ?? lightestWays(request),
  updates: 'We write to you at least every ten working days until it is decided.',
  stillToDo: 'nothing.',
  revive: 'send us what was missing, at any time, and mention our reference.',
  format: 'CSV files, which every spreadsheet and most services can read',
  notIncluded: 'what we worked out ourselves, which this right does not cover',
  permittedUses: 'storing it\nusing it for legal claims\nprotecting the rights of others\nwhat you agree to',
  restrictedUntil: 'until what is in dispute has been decided.',
  ...toTheUse[request.right],
});

/** To the person: the ways that are enough in most cases, each by itself. */
const lightestWays = ({ right }: Case): string =>
  proportionateMethods(right, 'unknown_address')
    .filter(({ level }) => level === 1)
    .map(({ toPerson }) => toPerson)
    .join('\n');
