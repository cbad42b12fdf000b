import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { measureRedaction } from '../../../eval/redaction.ts';
import { projectRoot } from '../../../src/base/root.ts';
import { readPlainEnglish } from '../../../src/knowledge/question/english.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';

let knowledge: Awaited<ReturnType<typeof shippedKnowledge>>;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
});

const left = (question: string): string => {
  const redacted = knowledge.redact(question);
  return redacted.safe ? redacted.text : '';
};

it.each([
  ['ken', 'can we delete the data of ken from the mailing list'],
  ['dot', 'may we send the newsletter to dot after she left'],
  ['bobs', 'how long do we keep bobs mail in the archive'],
  ['bill', 'do we have to tell bill about the data that we hold'],
  ['grace', 'Grace asked for a copy of her data, who may send it?'],
  ['seven', 'can we call the customer on zero seven seven one two three four after he left'],
  ['s a m', 'can we delete the data of s a m from the mailing list'],
  ['sam', 'can we delete the data of sam from the mailing list'],
])('lets nobody’s name or number out that is an everyday word: %s', (gone, question) => {
  const text = left(question);
  expect(text).not.toBe('');
  expect(text).not.toMatch(new RegExp(`\\b${gone}\\b`, 'u'));
});

it('leaves a question without anybody in it as it is', () => {
  const question = 'how long do we keep the data of a customer after the end of the contract?';
  expect(left(question)).toBe(question);
});

it.each([
  ["I've", "I've emailed the wrong list, what happens now?"],
  ["I'd", "Sorry, I'd asked for the file before, how long do we keep it?"],
  ['We’ve', 'The list is gone. We’ve told the customers, is that enough?'],
  ["Who's", "Who's asked to be taken off the list, and where is it kept?"],
  ['insurer', 'insurer asks for a copy of the report, may we send it?'],
  ['where', 'A student asked where our policy sends people for details.'],
  ["won't", "why won't we delete it when a customer says that we can't keep it"],
  ['customer', 'can custmer see the log'],
  ['policy', 'does the polcy say anythign about childern'],
  ['children', 'does the polcy say anythign about childern'],
  ['Client Data', 'What counts as Client Data in the policy?'],
  ['Frankfurt', 'Does Amazon Web Services encrypt our backups in Frankfurt?'],
  ['[period]', 'are backups kept for ninety days'],
  ['article fifteen', 'does Article 15 cover emails too?'],
  ['April or May', 'Is the audit in April or May?'],
  ['grace', 'Is there a grace period after the deadline?'],
  ['phone bill', 'Is a phone bill good proof of address?'],
  ['ISO 27001', 'do we follow ISO 27001 or SOC 2'],
  ['Act 1980', 'Are we bound by the Limitation Act 1980 on retention?'],
  ['13 or 16', 'How old must a child be to consent, 13 or 16?'],
  ['June payslips', 'Are June payslips still available?'],
  ['Jordan or Georgia', 'Can Jordan or Georgia host our data?'],
  ['price rose', 'the price rose, must we notify clients'],
  ['version 12.4.0', 'does version 12.4.0 fix the double mails?'],
  ['DP-117', 'Is form DP-117 still in use for photo consent?'],
  ['Q2', 'Does the audit count as Q2 for the retention clean-up?'],
  ['Schrems II', 'Does Schrems II still matter for our tools?'],
  ['mark from', 'may we mark from the stand which visitors are leads'],
  ['HubSpot', 'Do HubSpot forms count as profiling?'],
  ['Jasper', 'can i use Jasper to write a reply to a client'],
  ['Martyn’s Law', 'how do we register under Martyn’s Law and what visitor data does it need?'],
  ['head of department', 'Does the head of department approve exports?'],
  ['section 4.2.1', 'what does section 4.2.1 of the policy cover?'],
  ['the channel mention', 'is the @channel mention ok for client matters'],
  ['2017', 'Our notice is from 2017, do we have to send it again?'],
  ['1999 to 2004', 'what about the tapes from 1999 to 2004, erase?'],
  ['5 percent', 'Is 5 % of turnover the most a regulator can ask?'],
  ['750,000 pounds', 'The fine was £750,000. Does that go to the people harmed?'],
  ['85 recipients', 'A mail went to 85 recipients in open copy, breach?'],
  ['2016/679', 'regulation (EU) 2016/679, what must the contract say'],
  ['unencrypted', 'is it a breach when a number was emailed unencrypted'],
  ['minimisation', 'Ravi Pillai writes that our form asks too much. Does data minimisation forbid it?'],
  ['[period]', 'is it 72 hours from when we know?'],
  ['Parkinson', 'Is Parkinson’s disease health data?'],
  ['employee’s wife', 'is the employee’s wife allowed to ask for his file'],
])('lets through what carries the meaning: %s', (kept, question) => {
  expect(left(question).toLowerCase()).toContain(kept.toLowerCase());
});

it.each([
  ['may', 'Is May allowed to watch the CCTV from last Tuesday?'],
  ['grant', 'Grant objects to profiling, what happens next?'],
  ['park', 'Does Young Park have to prove her identity before we reply?'],
  ['church', 'someone from church road is complaining about leaflets'],
  ['nineteen', 'the house at number nineteen shows up on our CCTV, is that allowed?'],
  ['do', 'Tu Do says the address we hold is wrong, who corrects it?'],
  ['example', 'Is info.pawlak [at] example.org a personal or a business address?'],
  ['nurse', 'A complaint came from the head nurse at Ferncombe Clinic, is it a privacy complaint?'],
  ['receptionist', 'Does the Cardiff receptionist have access to visitor logs?'],
  ['horstink', 'Can van der Horstink get his training records in CSV?'],
  ['mart', 'can marta see the recording of the call'],
  ['smithy', 'Smithy wants the CCTV from the car park'],
  ['sparky', "may IT read sparky's mail when he is away"],
  ['karma', 'we promised karma a copy by friday'],
  ['chippy', 'chippy from maintenance says we track his van'],
  ['copper', 'Should we ask Copper about the visitor list?'],
  ['jordan', 'Can Jordan see his file before the review?'],
  ['thirty-one', 'locker thirty-one holds medical letters, what now'],
  ['director', 'Can our managing director read any staff emails she likes?'],
  ['trellick', 'facebook.com/jane.trellick complained under our post, do we log it?'],
  ['lindau', 'Hauptstraße 5, Lindau asked for erasure of an account'],
  ['page', "page and barker fell out, can page see barker's statement"],
  ['grove', 'somebody lives on birch grove and wants no drones'],
  ['an', 'An says no to the photo on the wall'],
  ['star', 'a woman named Star wants the footage'],
  ['skyline', 'the people at Skyline Tower heard our call'],
  ['peña', 'señor peña asked 3 times, is it excessive'],
  ['señor', 'señor peña asked 3 times, is it excessive'],
  ['lena', 'git commits of dev-lena.k contain her private mail, can we strip them'],
  ['hope', 'is hope well-beloved still on the waiting list'],
  ['beloved', 'is hope well-beloved still on the waiting list'],
  ['guy', 'guy sailor from the app crew lost his phone, does that count as a breach'],
  ['mark', 'mark from the docklands stand says we sold his number, is that possible?'],
  ['docklands', 'mark from the docklands stand says we sold his number, is that possible?'],
  ['nils', 'messages from qa.bot-nils in the channel, are they his data'],
  ['comet', 'the horse is Comet and we log its passport, is that personal data'],
  ['gmc', 'GMC 0047182 asks us to stop processing the data'],
  ['landing', 'Skip Landing asked us to skip the id check, allowed?'],
  ['english', 'i got a mail from frank english, his file is open'],
  ['bunny', 'what does bunny see when she logs in'],
  ['may', 'can may day hear her own call recording'],
  ['paris', 'paris from sales lost her phone in paris, breach?'],
  ['sidings', 'a letter to Flat 6, The Sidings, came back'],
  ['bee', 'postcode is el one two bee bee, is that personal data'],
  ['k', 'k.t. in finance shared a sheet'],
  ['jasper', 'may I share the list of guests with Jasper?'],
  ['claude', 'is Claude in the office when the recordings are deleted?'],
  ['ines', 'can ines de la o get a copy of the panel video she was on?'],
  ['hope', 'does Faith Hope-Power need to sign a new consent for the choir video'],
  ['sunny', 'Sunny Day (yes, that is the real name) says our chatbot made fun of it'],
  ['talent', 'Talent Given writes that her reviews were seen by the wrong team'],
  ['brook', 'how do we answer Golden Brook-Field about the cookie he found'],
  ['henrik', 'i put warning_letter_henrik_lund.pdf in the wrong channel, do i report it'],
  ['summer', 'is CV Summer Field.pdf still to be kept when she was not hired'],
  ['1958', 'He was born in 1958 and retired, do we still keep the file?'],
  ['1969', 'the birthday is the 3rd of november 1969, may we hold it'],
  ['407', 'a customer owes us 13,407 euros, may we tell a collector'],
  ['48', 'the salary of 48,312.77 was shown to the wrong person'],
])('lets nothing through that identifies: %s', (gone, question) => {
  const text = left(question);
  expect(text).not.toBe('');
  expect(text.toLowerCase()).not.toMatch(new RegExp(`\\b${gone}\\b`, 'u'));
});

it.each([
  'Can the only blind employee in accounts see her adjustment file?',
  'How long do we keep notes on the warehouse manager who was dismissed last Friday for theft?',
  'Can the mother of the boy who broke his arm on our climbing wall have the accident report?',
  'What do we hold on the 71-year-old who still drives the forklift at Hull?',
  'can our Syrian night guard see the visitor log',
  'the tenant who keeps three pythons asks what we know of him',
  'may payroll tell the union about the crane operator on dock 5',
  'which rights has the finalist no. 3 of the Leeford bake-off',
  'our translator for Faroese complained about cookies, log it?',
  'is the skipper of the Merry Widow allowed to see the drug test',
  'Our blind exhibitor in hall 7 wants the floor plan by voice, may we record why?',
  'may I mention to the client that their new HR director starts on the 9th',
  'can the insurer get the statement of the passenger in seat 3A of the 8:15 from Penhallow',
  'what do we store on the baby born in the lift at Harrow Mall',
  'this year’s runner-up of the Penmarch regatta wants her picture down',
  'the owner of the bakery in Pilsworth is our client, is her email personal data',
  'our Urdu-speaking caseworker asked to hide her surname',
  'may HR use the film of our bus driver on route 9 who lost his temper',
  'do we tell parents about the pupil in class 3B who has lice',
  'the twin girls in year 4 at the St Osyth school, can both be on one form',
  'our sole apprentice in the Newry workshop asked for his time sheets',
  'The Bulgarian twins working the fish counter want to see each other’s appraisals',
  'Can we publish sick days for the Faroe desk, if the Faroe desk is one man with a new heart',
  'My predecessor as works council chair, who got burnout in autumn, left a mailbox',
  'Our reception is run by one person, and reception took 41 sick days. Publish the table?',
  'Only one candidate was from Chad. Is a list of countries of candidates anonymous?',
  'Does the only blind employee in accounts need a separate privacy notice?',
])('keeps back who is described so that some know who is meant: %s', (question) => {
  expect(knowledge.redact(question)).toEqual({ safe: false, why: 'describes somebody' });
});

it.each([
  'the ferry pilot with the eye patch wants the harbour video',
  'can I tell the paper which of our two midwives had twins in June',
  'Assistant chef, Bell Inn, Torcross: may he see his shift notes?',
  'bloke with the three-legged greyhound who sleeps by gate C asked what the camera keeps',
  'my cousin is your only beekeeper in Orkney and wants off the list',
])('keeps back who is described in ways that no rule names: %s', (question) => {
  expect(knowledge.redact(question)).toEqual({ safe: false, why: 'describes somebody' });
});

it.each([
  ['freckled', 'can we tell Ravi Pillai that his freckled twin signed for the parcel'],
  ['harpist', 'Did Lotte Brandt tell the harpist about the contract'],
])('lets only harmless words of a question on somebody through: %s', (gone, question) => {
  expect(left(question).toLowerCase()).not.toContain(gone);
});

it('keeps what is asked of a question on somebody', () => {
  expect(left('Can Ravi Pillai get a copy of the call recording from our microphone test?')).toBe(
    'can [name] get a copy of the call recording from our microphone test?',
  );
});

it.each([
  'who is the person that handles requests of customers?',
  'can the customer who asked to be deleted still get our newsletter?',
  'can our supplier in India see the tickets of the customer?',
  'may the clients in Germany ask for their data in German?',
  'The guest in room 417 left a tablet, may we look in it to find the owner?',
  'is the printer on floor 2 safe for contracts of customers',
  'can the auditor on site see the payroll of the company?',
  'does a driver see the full address of the customer before the pick-up?',
  'who is the owner of the retention schedule in the company?',
  'may the employee who left keep a copy of her contract?',
])('does not take a kind of people for one of them: %s', (question) => {
  expect(knowledge.redact(question).safe).toBe(true);
});

it('shows both measures: hardly a piece or a combination goes out, and little that carried meaning is lost', async () => {
  const english = await readPlainEnglish();
  const { figures } = await measureRedaction(
    join(projectRoot, 'eval/redaction.jsonl'),
    knowledge.redact,
    (word) => english.has(word),
  );
  expect(figures.combinations_sent).toBe(0);
  expect(figures.identifying_sent).toBeLessThanOrEqual(3);
  expect(figures.meaning_lost_share).toBeLessThan(0.02);
  expect(figures.needlessly_kept).toBeLessThanOrEqual(60);
});

it.each([
  ['Wer darf die Daten unserer Kunden sehen?', 'Wer darf die Daten unserer Kunden sehen?'],
  [
    '¿Cuánto tiempo guardamos los datos de los clientes?',
    'Cuánto tiempo guardamos los datos de los clientes?',
  ],
  ['Wie lange müssen wir Lohnunterlagen aufbewahren?', 'Wie lange müssen wir Lohnunterlagen aufbewahren?'],
])('lets a question in another language through: %s', (question, expected) => {
  expect(left(question)).toBe(expected);
});

it('takes a word of another language for no slip of an English one', () => {
  expect(left('Wie lange müssen wir Lohnunterlagen aufbewahren?')).not.toContain('large');
});

it('takes names out of a question in another language', () => {
  expect(left('Darf Herr Zimmermann aus Lindau seine Daten bei uns sehen und löschen?')).not.toMatch(
    /zimmermann|lindau/iu,
  );
});

it.each([
  'das einzige Lehrmädchen in unserer Schmiede, das gerade schwanger ist, fragt nach ihrer Akte',
  'la seule infirmière de nuit en fauteuil roulant refuse la badgeuse. Elle a le droit ?',
  'El panadero cojo de la tienda del puerto pide sus datos, ¿qué hacemos?',
  'De enige Bulgaarse lasser wil zijn dossier inzien',
  'Darf Herr Sommer die Akte seiner Tochter sehen?',
  'Est-ce que Rose Petit peut voir son dossier ?',
  'Steuer-ID 86 095 742 719 steht im Ticket, darf der Support das lesen?',
])('keeps back a question in another language that may tell of somebody: %s', (question) => {
  expect(knowledge.redact(question).safe).toBe(false);
});
