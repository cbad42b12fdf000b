import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { asksToRefuse, verdictReader } from '../../../src/knowledge/answer/verdict.ts';
import { readThesaurus } from '../../../src/knowledge/rank/thesaurus.ts';

const thesaurus = readThesaurus(await readFile(join(projectRoot, 'data/knowledge/thesaurus.yaml'), 'utf8'));
const read = verdictReader(thesaurus, {});
const verdict = (question: string, quote: string, given: Partial<Parameters<typeof read>[0]> = {}) =>
  read({
    question,
    mended: question,
    confidence: 0.7,
    quote,
    leadIn: '',
    heading: '',
    trust: 'found',
    limited: false,
    ...given,
  });

it.each([
  ['Can we post pictures of children?', 'We must not post pictures of children.', 'no'],
  ['do the cameras record sound', 'Our cameras do not record sound.', 'no'],
  ['may drivers keep a pass', 'A driver may keep a pass.', 'yes'],
  ['may drivers keep a pass', 'A driver may keep a pass only if the photograph is torn.', 'depends'],
  ['can a manager open the mailbox', 'The manager may open a mailbox when its owner is absent.', 'depends'],
])('reads from the quoted words: %s · %s', (question, quote, expected) => {
  expect(verdict(question, quote)).toBe(expected);
});

it.each([
  ['who may see the pictures?', 'The manager may see the pictures.', 'it asks who'],
  ["aren't the cameras recording sound?", 'Our cameras do not record sound.', 'it is turned round'],
  ['can everyone see all the pictures?', 'The manager may see the pictures.', 'it asks of all'],
  ['may drivers keep a parcel', 'A driver must not smoke on the bus.', 'something else is forbidden'],
  ['do we sell passenger names', 'Passenger names are kept for a year.', 'nothing is said of selling'],
])('is not certain of “%s” beside “%s”: %s', (question, quote) => {
  expect(verdict(question, quote)).toBeNull();
});

it('is no flat yes where something further that is quoted limits it', () => {
  expect(verdict('may drivers keep a pass', 'A driver may keep a pass.', { limited: true })).toBe('depends');
});

it.each([
  [
    'can we discuss residents on WhatsApp?',
    'WhatsApp must not be used to discuss residents, not even in a group of colleagues only.',
    'no',
  ],
  [
    'may the manager play back the recording?',
    'Only the manager and the data lead may play back a recording.',
    'yes',
  ],
  ['when a driver leaves, may the depot keep the pass?', 'The depot may keep the pass.', 'yes'],
  ['may we keep the pass of a driver who never signed?', 'We may keep the pass of a driver.', 'yes'],
  ['is using a personal phone ok?', 'Using a personal phone is not allowed.', 'no'],
  ['may drivers open the parcels?', 'A driver may open a parcel before it is scanned.', 'depends'],
  ['may the police see the pass?', 'The police may see the pass, with a court order.', 'depends'],
])('reads wider forms of rule and question: %s · %s', (question, quote, expected) => {
  expect(verdict(question, quote)).toBe(expected);
});

it.each([
  [
    'may I put names into the depot book?',
    'Names must not be put into public chat tools.',
    'only one place is forbidden',
  ],
  [
    'do we keep names?',
    'Names are kept in the depot book rather than here.',
    'the one stands in place of the other',
  ],
  [
    'do we keep the names of drivers?',
    '| Names of drivers | kept | Depot |',
    'a row of a table states no rule',
  ],
  [
    'may the cleaner play back the recording?',
    'Only the manager and the data lead may play back a recording.',
    'who asks is not among those named',
  ],
])('says neither flatly of “%s” beside “%s”: %s', (question, quote) => {
  expect(['yes', 'no']).not.toContain(verdict(question, quote));
});

it('takes a condition that the question has met for none where phrasings say that the passage answers it', () => {
  const quote = 'Where the alarm rings, drivers may open the gate.';
  expect(verdict('the alarm rings, may drivers open the gate?', quote, { trust: 'phrased' })).toBe('yes');
  expect(verdict('may drivers open the gate?', quote, { trust: 'phrased' })).toBe('depends');
});

it.each([
  [
    'can i whatsapp the customer address to my mate on the other truck?',
    'Do not send customer data to a private mailbox or a private messenger; crews use the chat of their tablets.',
    'no',
  ],
  [
    'is there a camera in the canteen?',
    'Cameras watch the gates and the yard, and there are none in the canteen or the locker rooms.',
    'no',
  ],
  [
    'can i send the results to her doctor?',
    'A report goes to the doctor with the patient’s consent.',
    'depends',
  ],
])('reads a clause that forbids, or a condition, as a whole: %s · %s', (question, quote, expected) => {
  expect(verdict(question, quote, { trust: 'phrased' })).toBe(expected);
});

it.each([
  [
    'can the firm that makes the sensors see readings from people’s homes?',
    'Sensor readings find damp and are not used to decide how many people live in your home.',
    'phrased' as const,
  ],
  [
    'do we use cookies on the website?',
    'The tracker supplier processes positions of vehicles.',
    'found' as const,
  ],
])(
  'does not take what is forbidden beside it, or words of a kind alone, for an answer: %s',
  (question, quote, trust) => {
    expect(verdict(question, quote, { trust })).toBeNull();
  },
);

it.each([
  [
    'may I send a customer photo to the depot manager?',
    'Do not send customer photos to a private messenger.',
  ],
  [
    'can we put a resident name into the depot book?',
    'Residents’ names must not be put into public chat tools.',
  ],
  ['can we share driver names with the garage?', 'Driver names must not be shared with any newspaper.'],
  [
    'may I take the customer list outside, to the yard?',
    'The customer list must never leave to another company.',
  ],
])('does not take what must not go to one for what must not go to another: %s', (question, quote) => {
  expect(verdict(question, quote, { trust: 'phrased' })).not.toBe('no');
  expect(verdict(question, quote, { trust: 'trusted' })).not.toBe('no');
});

it('does not take what is denied of others for what is denied of oneself', () => {
  const quote = 'Drivers cannot see the scores of other drivers.';
  expect(verdict('can a driver see their own score?', quote)).not.toBe('no');
  expect(verdict('can a driver see the scores of other drivers?', quote)).toBe('no');
});

it('says no where the question names whom or where it must not go', () => {
  const quote = 'Do not send customer photos to a private messenger.';
  expect(verdict('may I send a customer photo by a private messenger?', quote, { trust: 'phrased' })).toBe(
    'no',
  );
});

it('knows a question that asks whether to refuse, wherever it stands in a message', () => {
  expect(asksToRefuse('They still owe us money. Are we ok to say no to that?')).toBe(true);
  expect(asksToRefuse('May we turn them down?')).toBe(true);
  expect(asksToRefuse('May drivers keep a pass?')).toBe(false);
});

it.each([
  [
    'if somebody asks us to wipe everything, do we still keep the invoice?',
    'A request to erase does not remove the invoice part of the order record.',
  ],
])('leaves a verdict away where the quote speaks of the opposite: %s', (question, quote) => {
  expect(verdict(question, quote, { trust: 'phrased' })).toBeNull();
});

it.each([
  ['do we have to take her name off old invoices?', 'Old invoices with her name must be retained for tax.'],
  ['must we delete the pledge if she asks?', 'Pledges stay for their full period whatever the person says.'],
  [
    'may we ring a donor on the list of objections?',
    'Look at the list of objections before a campaign; never ring a donor who is on it.',
  ],
  [
    'is it ok to ring a donor who is on the PCL?',
    'Check the Phone Calls List before you ring, and do not ring anybody who is on it.',
  ],
  [
    'I lost my tablet on sunday, can it wait till monday',
    'A lost tablet: ring the lead at once, and in any case within 4 hours.',
  ],
  ['is it fine if a 16 year old plays the raffle?', 'The raffle is for people aged 18 or over.'],
  [
    'may I tell a buyer who the seller was?',
    'We never tell a buyer who the seller was, nor the seller where the thing went.',
  ],
  [
    'can we tell a caller with a flag on the account?',
    'If the account has a flag, do not tell a caller anything.',
  ],
])('says no where the passage forbids it, orders it at once or sets another age: %s', (question, quote) => {
  expect(verdict(question, quote, { trust: 'phrased' })).toBe('no');
});

it.each([
  [
    'do we ask for consent before we set cookies?',
    'You will be asked to confirm whether you agree to cookies.',
  ],
  [
    'do I have to wait for a signed form before the insurer gets the file?',
    'Insurers get the file only when the signed form has reached us.',
  ],
])('says yes where the passage asks for it first: %s', (question, quote) => {
  expect(verdict(question, quote, { trust: 'phrased' })).toBe('yes');
});

it.each([
  ['a period is no condition', 'do we delete the pass?', 'The pass is deleted after 12 months.'],
  ['“at once” is no condition', 'do we report a lost pass?', 'A lost pass is reported at once.'],
  [
    'an order of steps is no condition',
    'can I just update the bank details?',
    'A change of bank details must be confirmed by a call before the file is changed.',
  ],
  [
    '“only” alone limits what, not whether',
    'may the payer see the report?',
    'Whoever pays receives the invoices only.',
  ],
  [
    'a condition of something else',
    'do they hear my calls to the desk?',
    'Calls to the desk are recorded; a parcel is opened only if it leaks.',
  ],
])('does not say that it depends where nothing asked does: %s', (_, question, quote) => {
  expect(verdict(question, quote, { trust: 'phrased' })).not.toBe('depends');
});

it.each([
  ['do we charge for a copy?', 'There is no charge for a copy, unless a request is excessive.'],
  [
    'do we keep the score of the test?',
    'The score of the test is not stored unless somebody leaves an address.',
  ],
])('says that it depends where what is denied has an exception: %s', (question, quote) => {
  expect(verdict(question, quote, { trust: 'phrased' })).toBe('depends');
});

it('reads a point together with words before it that carry the verb', () => {
  const leadIn = 'In the groups there must be:';
  const quote = 'nothing about health, and that includes "get well soon" posts that name the illness';
  const question = 'can I post get well soon in the group?';
  expect(verdict(question, quote, { leadIn, trust: 'phrased' })).toBe('no');
});

it('says nothing flat of one kind of data by what is denied of another', () => {
  const quote = 'Payroll data does not leave the country.';
  expect(verdict('do invoices leave the country?', quote)).toBeNull();
  expect(verdict('does payroll data leave the country?', quote)).toBe('no');
});

it('takes leave that is a condition for leave that is asked', () => {
  const quote = 'Provided that you agree, we may send you the newsletter.';
  expect(verdict('do we need consent for the newsletter?', quote, { trust: 'phrased' })).toBe('yes');
});

it.each([
  [
    'a customer just says at the till that she wants her data. Does that count as a proper request?',
    'A request may be made in any manner, also by word of mouth.',
    'yes',
  ],
  ['must people use our form to ask?', 'A request may be made by any means.', 'no'],
  [
    'if I own up to a mistake, am I for the chop?',
    'Nobody is disciplined for an honest mistake that is reported.',
    'no',
  ],
  ['do people have to pay for a copy of their data?', 'No fee is charged for a copy.', 'no'],
  ['is it free to get a copy of my data?', 'A copy is free of charge.', 'yes'],
  ['do we charge for a copy?', 'A copy is free of charge, except that a second one may cost.', 'depends'],
  ['do we need an opt-in for the newsletter?', '| Newsletter | Email | Consent |', 'yes'],
])('knows matters that every policy has: %s · %s', (question, quote, expected) => {
  expect(verdict(question, quote, { trust: 'phrased' })).toBe(expected);
});

it('takes the word with which a passage opens under a heading that asks the same', () => {
  const heading = 'Do drivers keep a pass?';
  const given = { heading, trust: 'phrased' } as const;
  expect(verdict('do our drivers keep a pass?', 'Yes, it stays in the cab.', given)).toBe('yes');
  expect(verdict('do our drivers keep a pass?', 'No, it goes to the depot.', given)).toBe('no');
  expect(verdict('do our drivers keep a pass?', 'Yes, if it is torn.', given)).toBe('depends');
});

it.each([
  ['may we write to people who never agreed?', 'Letters about safety do not need consent.'],
  ['do people have to tick a box before we email them?', 'Do not tick the box for a customer.'],
  ['do people have to pay for a copy of their data?', 'see their data and receive a copy;'],
])('does not take a waiver, an order or a right for a refusal or a yes: %s · %s', (question, quote) => {
  expect(['yes', 'no']).not.toContain(
    verdict(question, quote, {
      trust: 'phrased',
      leadIn: quote.startsWith('see') ? 'You have the right to:' : '',
    }),
  );
});

it('gives no verdict on two questions in one', () => {
  expect(verdict('may drivers keep a pass and do they pay for it?', 'A driver may keep a pass.')).toBeNull();
});

it.each([
  [
    'only where it is kept is told',
    'are copies of passports deleted?',
    'Copies of passports must be kept in a locked cabinet.',
  ],
  [
    'what comes after it is asked',
    'do you delete invoices after ten years?',
    'Invoices must be kept for ten years.',
  ],
  [
    'a parent’s leave is another question',
    'does a 12 year old need a parent to agree?',
    'A person must be 13 or over to agree alone.',
  ],
  [
    'to remove is not to take in',
    'is it ok to delete the account of a 12 year old?',
    'Accounts are for people aged 13 or over.',
  ],
  [
    'the consent is to something else',
    'do I need consent to photograph visitors?',
    'You will be asked to agree to cookies before they are set.',
  ],
  [
    'the consent is of others to something else',
    'do we need the visitors’ permission?',
    'You will be asked to agree to cookies before they are set.',
  ],
  [
    'the condition is one of something else',
    'do I need a receipt to change a name?',
    'Parcels are opened only with a receipt.',
  ],
])('says neither of a form of its own where %s: %s · %s', (_, question, quote) => {
  for (const trust of ['found', 'phrased'] as const)
    expect(['yes', 'no'], trust).not.toContain(verdict(question, quote, { trust }));
});

it('takes a small word for no initials', () => {
  const quote = 'The Data Officer keeps the archive.';
  expect(verdict('do they keep the phone?', quote, { trust: 'phrased' })).toBeNull();
});

it('says no to removing only where the passage removes nothing', () => {
  const quote = 'Invoices must be kept for ten years; everything else in an account is deleted.';
  for (const trust of ['found', 'phrased'] as const)
    expect(verdict('will you delete my account?', quote, { trust }), trust).not.toBe('no');
});
