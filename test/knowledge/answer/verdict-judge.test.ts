import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/base/root.ts';
import { readVerdictModels, verdictJudge } from '../../../src/knowledge/answer/verdict-judge.ts';
import { readThesaurus } from '../../../src/knowledge/rank/thesaurus.ts';

const data = (name: string): Promise<string> => readFile(join(projectRoot, 'data/knowledge', name), 'utf8');
const thesaurus = readThesaurus(await data('thesaurus.yaml'));
const judge = verdictJudge(thesaurus, {}, await readVerdictModels(join(projectRoot, 'data/knowledge')));
type Given = Parameters<typeof judge>[0];
const verdict = (question: string, quote: string, given: Partial<Given> = {}) =>
  judge({
    question,
    mended: question,
    confidence: 0.95,
    quote,
    leadIn: '',
    heading: '',
    trust: 'phrased',
    limited: false,
    ...given,
  });

it.each([
  [
    'my tablet is flat, can I ring the customer from my own phone instead?',
    'Crews must not use their own phones to ring customers.',
    'no',
  ],
  ['do the cameras pick up talking?', 'The cameras do not record sound.', 'no'],
  [
    'the police are at the counter, do I just hand over the pictures?',
    'Police requests for pictures go to the duty manager.',
    'no',
  ],
  [
    'can I print my own logbook without a formal request?',
    'You may print your own logbook at the depot without making a request.',
    'yes',
  ],
  ['is it enough if they know the password?', 'Knowing the password is not enough.', 'no'],
  [
    'can a driver open the other depot’s list, same owner so fine',
    'A driver cannot open the list of another depot, unless both managers have signed.',
    'depends',
  ],
])('reads a clause by its kind: %s · %s', (question, quote, expected) => {
  expect(verdict(question, quote)).toBe(expected);
});

it.each([
  [
    'can I ring the last landlord for a reference?',
    'We must not approach a former landlord until the applicant has agreed to it.',
    'depends',
  ],
  [
    'can I delete a booking if the guest asks?',
    'We cannot delete a booking while a deposit is out or a claim is open.',
    null,
  ],
  [
    'may I do the invoices at my sister’s?',
    'Working elsewhere is fine on the firm’s laptop, but nothing with names may be printed there.',
    'depends',
  ],
])(
  'gives no flat no where it comes to an end, or is said of something else: %s',
  (question, quote, expected) => {
    expect(verdict(question, quote)).toBe(expected);
  },
);

it.each([
  [
    'a consequence is denied, not the thing',
    'may a tenant insist that the sensor goes?',
    'A sensor may be refused, and this will not affect the tenancy.',
    'no',
  ],
  [
    'the opposite is denied',
    'do we hang on to the invoice?',
    'A wish to erase does not remove the invoice.',
    'no',
  ],
  [
    'which things are meant is told',
    'do we keep offers?',
    'Offers not taken up are deleted after a year.',
    'no',
  ],
  [
    'it is said of those who show a card',
    'can I give a driver the list?',
    'A driver who shows a card may be given the list.',
    'yes',
  ],
  [
    'it is said of invoices only',
    'does the payer get the letters?',
    'The payer gets the invoices only, and the letters stay here.',
    'yes',
  ],
  [
    'it is said of one’s own',
    'can a parent see the notes on another child?',
    'A parent may see the notes on a child.',
    'yes',
  ],
  [
    'it names another place',
    'may I send the list to the garage?',
    'The list must not be sent to a newspaper.',
    'no',
  ],
  [
    'it hangs on a paper',
    'is the broker entitled to the berth plan?',
    'Brokers receive the sailing list and, on written authority from the owner, the berth plan.',
    'yes',
  ],
  ['a row states no rule', 'can the driver see the list?', '| Driver | No list | None |', 'no'],
])('says no flat word where %s', (_, question, quote, wrong) => {
  expect(verdict(question, quote)).not.toBe(wrong);
});

it.each([
  [
    'of some only',
    'may I send a list to a depot?',
    'A list may be sent to a depot whose manager has signed.',
    'yes',
  ],
  ['of some only', 'can a helper see the list?', 'A helper with the right training may see the list.', 'yes'],
  [
    'another period',
    'do we keep the guest book for a year?',
    'The guest book is kept for three months.',
    'yes',
  ],
  [
    'all the rest',
    'can we use the address for deliveries?',
    'Addresses are used for deliveries and for nothing else.',
    'no',
  ],
  [
    'another thing',
    'does the plumber get the address of a tenant?',
    'The plumber gets the address but not the phone number of the tenant.',
    'no',
  ],
  ['another thing', 'may I write down the dates?', 'Write down the dates, never their reason.', 'no'],
  ['what hinders', 'can the customer see the price?', 'Prices are never hidden from customers.', 'no'],
  [
    'what hinders',
    'do we go on filming when a child comes in?',
    'Filming is not stopped when a child comes in.',
    'no',
  ],
  [
    'doing without',
    'do I need permission before I post a photo?',
    'Photos must not be posted without permission.',
    'no',
  ],
  [
    'doing without',
    'does a person check the decision?',
    'No decision is made without a person checking it.',
    'no',
  ],
  [
    'those who did not',
    'can I post a photo of a member?',
    'Do not post a photo of a member who has not agreed.',
    'no',
  ],
  [
    'a later time',
    'can I withdraw a reference?',
    'A reference cannot be withdrawn once it has been sent.',
    'no',
  ],
  [
    'money for some only',
    'is there a charge for the first copy?',
    'The first copy is free; further copies cost five pounds.',
    'yes',
  ],
  [
    'another thing',
    'does the shop see my phone number?',
    'The shop sees your name and the size of the parcel.',
    'yes',
  ],
  [
    'another person',
    'may I discuss a pupil with my husband?',
    'Staff may discuss a pupil with the nurse.',
    'yes',
  ],
  ['what is voluntary', 'is it compulsory to show a passport?', 'Showing a passport is voluntary.', 'yes'],
  [
    'what the question bans',
    'are visitors forbidden to film in the hall?',
    'Filming by visitors is prohibited in the hall.',
    'no',
  ],
])('says no flat word where the passage speaks of %s: %s', (of, question, quote, wrong) => {
  // Where people have said that the passage answers, a thing may have another name.
  const trusts =
    wrong === 'yes' && of.startsWith('another')
      ? (['phrased', 'found'] as const)
      : (['phrased', 'trusted', 'found'] as const);
  for (const trust of trusts) expect(verdict(question, quote, { trust })).not.toBe(wrong);
});

it('says no to doing without what the passage asks for', () => {
  expect(
    verdict('can I post a photo without permission?', 'Photos must not be posted without permission.'),
  ).toBe('no');
});

it('gives no flat no where only an automatic right is denied', () => {
  const quote = 'A tenant has no automatic right to see the file.';
  expect(verdict('may a tenant see the file?', quote, { trust: 'trusted' })).not.toBe('no');
});

it.each([
  [
    'another person',
    'can the apprentice see the wig orders?',
    'The wigmaster can see the wig orders.',
    'yes',
  ],
  [
    'another place',
    'may we photograph the divers on the quay?',
    'Divers must not be photographed in the changing hut.',
    'no',
  ],
  ['another place', 'are there cameras in the loft?', 'There are no cameras in the dye house.', 'no'],
  [
    'where it is kept',
    'can we delete the lens prescriptions?',
    'Lens prescriptions must be kept in a locked drawer.',
    'no',
  ],
  [
    'half of it',
    'do we share the measurements with the weaver?',
    'Half of the measurements are shared with the weaver.',
    'yes',
  ],
  [
    'a page of it',
    'can the diver see his own log?',
    'The diver can see the first page of his own log.',
    'yes',
  ],
  [
    'those that paid',
    'can we lend the score to a choir?',
    'A score may be lent to a choir that has paid its deposit.',
    'yes',
  ],
  [
    'a time',
    'may I give the ferryman the list?',
    'The ferryman may be given the list during a rescue.',
    'yes',
  ],
  [
    'a leave',
    'can I take the stud book home?',
    'The stud book may be taken home with the steward’s leave.',
    'yes',
  ],
  [
    'an exception',
    'do we publish the names of winners?',
    'The names of winners are published, apart from those of children.',
    'yes',
  ],
  [
    'an exception',
    'are guests told about the camera?',
    'Guests are told about the camera save on fair days.',
    'yes',
  ],
  ['another deed', 'do we copy the guild’s register?', 'The guild’s register is not sold.', 'no'],
  ['another deed', 'can I read the lighthouse diary?', 'The lighthouse diary must not be copied.', 'no'],
  ['another deed', 'can we keep the dancer’s passport?', 'The dancer’s passport may be looked at.', 'yes'],
  [
    'some of them',
    'can a stableman ride with the camera?',
    'Some stablemen may ride with the camera.',
    'yes',
  ],
  ['some of them', 'can members see the fish counts?', 'Founding members can see the fish counts.', 'yes'],
  [
    'some of them',
    'can volunteers open the seed vault?',
    'Volunteers over 21 can open the seed vault.',
    'yes',
  ],
  ['the rest', 'is the recipe kept secret?', 'The remaining recipes are kept secret.', 'yes'],
  ['the rest', 'do we keep the shoe sizes?', 'All but the shoe sizes is kept.', 'yes'],
  [
    'what was once',
    'is the thatcher’s number given out?',
    'The thatcher’s number was given out last year.',
    'yes',
  ],
  ['it the other way round', 'does the jeweller check the buyer?', 'The buyer checks the jeweller.', 'yes'],
  [
    'a drawing’s maker',
    'can a 12 year old’s drawing be hung?',
    'Competitions are for people aged 16 or over.',
    'no',
  ],
])('reads no flat word at any trust from a passage on %s: %s', (_, question, quote, wrong) => {
  for (const trust of ['phrased', 'trusted', 'found'] as const)
    expect(verdict(question, quote, { trust }), trust).not.toBe(wrong);
});

it.each([
  ['which of two it offers', 'is the loom room or just the attic filmed?', 'The loom room is filmed.', 'yes'],
  [
    'only some',
    'is the tide table for members only?',
    'The tide table is for members, guests and the coastguard.',
    'yes',
  ],
  [
    'what goes on beside what is stopped',
    'is the mileage still counted?',
    'The button stops the position being recorded but not the mileage.',
    'no',
  ],
  [
    'one desk of two',
    'are calls to the ferry desk recorded?',
    'Calls to the ferry desk are recorded; calls to the kiosk are not recorded.',
    'no',
  ],
  [
    'one thing alone',
    'is the lapidary dismissed over a bad report?',
    'No lapidary is dismissed on one report alone.',
    'no',
  ],
  [
    'a later exception',
    'may we talk about the boarder with his uncle?',
    'We do not talk about a boarder, or even confirm that he lives here, with an uncle unless he has been named.',
    'no',
  ],
  [
    'who decides whether',
    'do we tell the harbour board?',
    'The master alone decides whether the harbour board is told.',
    'yes',
  ],
  ['another country', 'is the herd book stored in the USA?', 'The herd book is stored in Ireland.', 'yes'],
  [
    'a machine that is paused',
    'does the recording have the card number?',
    'The recording is paused while a card number is read out.',
    'yes',
  ],
  [
    'a rule that does not apply',
    'are the papers of an injured diver kept longer?',
    'The rule of two years does not apply to the papers of an injured diver, which are kept longer.',
    'no',
  ],
  [
    'a case that it tells apart',
    'are crates opened at the pier?',
    'Crates that cannot be delivered are opened at the pier.',
    'no',
  ],
  [
    'what is not denied',
    'can I say that the talk isn’t recorded?',
    'Talks in the boathouse are not recorded.',
    'no',
  ],
  [
    'no punishment',
    'is it safe to report a broken net?',
    'Nobody is punished for reporting a broken net.',
    'no',
  ],
  [
    'a thing that is not one’s own',
    'can I use my own camera on the ridge?',
    'A camera may be used on the ridge; private cameras stay in the hut.',
    'yes',
  ],
  [
    'what is left to the asker',
    'is a picture in the yearbook compulsory?',
    'A picture on the pass is compulsory, and a picture in the yearbook is your choice.',
    'yes',
  ],
])('says no flat word from a passage on %s: %s', (_, question, quote, wrong) => {
  for (const trust of ['phrased', 'trusted', 'found'] as const)
    expect(verdict(question, quote, { trust }), trust).not.toBe(wrong);
});

it.each([
  ['can a 17 year old have a berth?', 'A berth is for people aged 16 or over.', 'yes'],
  ['can a 15 year old have a berth?', 'A berth is for people aged 16 or over.', 'no'],
  ['the harbour master isn’t in, can I copy the pilot’s log?', 'The pilot’s log must not be copied.', 'no'],
  ['do we film the loom or the press?', 'We do not film the loom or the press.', 'no'],
  [
    'can I ring the last landlord straight away?',
    'We must not approach a former landlord until the applicant has agreed to it.',
    'no',
  ],
])('reads %s beside “%s” where people say that it answers', (question, quote, expected) => {
  expect(verdict(question, quote, { trust: 'trusted' })).toBe(expected);
});

it('reads no need of consent from consent to another thing', () => {
  const quote = 'Photographs are taken only with the keeper’s permission.';
  for (const trust of ['phrased', 'found'] as const)
    expect(verdict('do we need the keeper’s permission for a riding lesson?', quote, { trust })).not.toBe(
      'yes',
    );
});

it.each([
  [
    'snapped the wound on my own phone, fine if I wipe it?',
    'Wounds are photographed with the ward tablet and never with a personal phone.',
    'no',
  ],
  [
    'is the kennel film still there after a week?',
    '| Kennel film | 72 hours | Recording | Overwritten |',
    'no',
  ],
  [
    'are our calls taped, and what for?',
    'Calls to the desk are recorded for training and for settling disputes.',
    'yes',
  ],
])('reads question and passage together where no clause alone says it: %s', (question, quote, expected) => {
  expect(verdict(question, quote)).toBe(expected);
});

it.each([
  [
    'grants it in one breath',
    'If you would rather not use the app, you may clock in on paper instead.',
    'no',
  ],
  ['leaves it to what is fitting', 'Files are shown to our solicitors as appropriate.', 'yes'],
  [
    'states an exception in a sentence of its own',
    'Groups are not allowed. Exception: the fire team may have one.',
    'no',
  ],
])('is sure of nothing where the passage %s', (_, quote, wrong) => {
  for (const question of [
    'can I clock in on paper?',
    'can our solicitors see the file?',
    'can we have a group?',
  ])
    expect(verdict(question, quote)).not.toBe(wrong);
});
