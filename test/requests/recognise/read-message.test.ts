import { describe, expect, it } from 'vitest';
import { readMessageModel } from '../../../src/base/message-model.ts';
import type { Recognised } from '../../../src/requests/recognise/marks.ts';
import { readMessage as read } from '../../../src/requests/recognise/read-message.ts';

const model = readMessageModel();
const nobody: Recognised = { names: [], tools: [], clients: true };
const readMessage = (message: string, own: Recognised = nobody) => read(message, own, model);

/** Rights that the sentence must be read as; others may come along only where the row lists them after a "+". */
const requests: readonly (readonly [sentence: string, rights: string])[] = [
  // access: plain, vague, angry, mislabelled, relayed by staff
  ['I would like a copy of all the personal data you hold about me.', 'access'],
  ['What information do you have on me?', 'access'],
  ['Please treat this as a subject access request under Article 15.', 'access'],
  ['This is a DSAR.', 'access'],
  ['Tell me everything you lot have got about me, now!!', 'access'],
  ['Where did you get my email address from?', 'access'],
  ['Who have you shared my details with?', 'access'],
  ['Under the Freedom of Information Act I want every email that mentions me.', 'access'],
  ['Had a chap on the phone who wants to know what we hold about him.', 'access'],
  ["Customer asks for a transcript of her chat with us, including the agent's notes about her.", 'access'],
  ['can u send me my data pls', 'access'],
  ['I want to see my file.', 'access'],
  ['I demand to know what your company knows about me', 'access'],
  ['Could I get copies of the recordings of my calls with your support?', 'access'],
  ['My client wants sight of all the notes you keep about her.', 'access'],
  // rectification
  ['You have spelt my name wrong on every letter.', 'rectification'],
  ['My address is out of date, I moved in March.', 'rectification'],
  ['Please update my email address.', 'rectification'],
  ['Your records show the wrong date of birth: my date of birth is wrong in your system.', 'rectification'],
  ['I got married, can you change it to Mrs Okafor?', 'rectification'],
  ['You still have me down as a director, I left years ago.', 'rectification'],
  ['He says his job title is incorrect in the CRM.', 'rectification'],
  ['There is false information about me in your notes.', 'rectification'],
  ['For the third time: correct my surname!', 'rectification'],
  // erasure
  ['Delete my account and all my data.', 'erasure'],
  ['I want to be forgotten. Wipe everything you have about me.', 'erasure + access'],
  ['Please erase all my personal information from your systems.', 'erasure'],
  ['Just forget I existed... I mean it, get me out of your database.', 'erasure'],
  ['I want my data gone.', 'erasure'],
  ['Remove me from your CRM.', 'erasure'],
  ["You've no right to keep my details any longer.", 'erasure'],
  ['A former user asks us to delete her profile and chat history.', 'erasure'],
  ['I invoke my right to be forgotten', 'erasure'],
  ["I don't want you to hold my information any more.", 'erasure'],
  ['Close my account and get rid of everything.', 'erasure'],
  // restriction
  ['Stop using my data until this is sorted out.', 'restriction'],
  ['Please freeze my account data while you check the mistake.', 'restriction'],
  ["Keep my records but don't use them.", 'restriction'],
  ["Please don't delete my messages, I need them for the tribunal.", 'restriction'],
  ['I ask you to restrict the processing of my data.', 'restriction'],
  ['Put my file on hold for now please.', 'restriction'],
  // objection
  ['I object to you using my data for product analytics.', 'objection'],
  ['Stop tracking me on your website.', 'objection'],
  ['I do not agree with you profiling me.', 'objection'],
  ['I want to opt out of Hotjar.', 'objection'],
  ['Because of my particular situation I want this processing to end.', 'objection'],
  ['Stop selling my information!', 'objection'],
  ['She is not happy with us monitoring how she uses the product: she objects to the tracking.', 'objection'],
  // automated decisions
  ['Your computer declined me. I want a human to look at that decision.', 'automated_decision'],
  ['I contest the automated decision about my application.', 'automated_decision'],
  ['Some algorithm rejected her and she says that is unfair.', 'automated_decision'],
  ['Under Article 22 I ask that a person reviews the outcome.', 'automated_decision'],
  // portability
  ['Please send me my data as a CSV.', 'portability + access'],
  ['I am moving to another provider: transfer my data to AcmeSoft.', 'portability'],
  ['Data portability request, JSON please.', 'portability'],
  ['I want to take my data with me.', 'portability + access'],
  ['Can you export my data?', 'portability'],
  ['Give me all my contact history in a machine-readable format', 'portability + access'],
  // consent
  ['I withdraw my consent.', 'consent_withdrawal'],
  ['You no longer have my permission to use my photo.', 'consent_withdrawal'],
  ['I agreed to the survey but I have changed my mind.', 'consent_withdrawal'],
  ['I take back my permission for the testimonial', 'consent_withdrawal'],
  ['I revoke my consent to cookies.', 'consent_withdrawal'],
  ["I don't consent to this any more.", 'consent_withdrawal'],
  // marketing
  ['Unsubscribe', 'direct_marketing_objection'],
  ['Stop emailing me!!!', 'direct_marketing_objection'],
  ['Take me off your mailing list.', 'direct_marketing_objection'],
  ['No more newsletters please', 'direct_marketing_objection'],
  ['How many times do I have to say it, stop spamming me', 'direct_marketing_objection'],
  ["I don't want any of your offers.", 'direct_marketing_objection'],
  ['I never signed up for this newsletter', 'direct_marketing_objection'],
  ['Remove me from the newsletter.', 'direct_marketing_objection'],
  ['The lady asked not to get any marketing calls.', 'direct_marketing_objection'],
  ['I want to opt out of marketing.', 'direct_marketing_objection'],
  // complaint
  ['I want to complain about how you handled my data.', 'complaint'],
  ['I am going to report you to the ICO.', 'complaint'],
  ['You shared my phone number with a third party!', 'complaint'],
  ['This is a clear breach of GDPR.', 'complaint'],
  ['You passed on my details without my permission.', 'complaint'],
  ['Disgusting how you treat my privacy.', 'complaint'],
  ['You have ignored my access request for two months.', 'complaint'],
  ['How dare you give my number to your sales people', 'complaint'],
  // clients
  ['We are terminating our agreement and want a copy of the Client Data.', 'client_data_deletion'],
  [
    'Please delete our company data from your platform and send us a certificate of deletion.',
    'client_data_deletion',
  ],
  ['We confirm that we received the export, you may delete our workspace now.', 'client_data_deletion'],
  // more of each, in other people's words
  ['Hi, could you let me know what personal info you store about me? Thanks', 'access'],
  ['I want everything. Every email, every note, every ticket with my name on it.', 'access'],
  ['Please provide all documents relating to me', 'access'],
  ['pls send over whatever data u have on me', 'access'],
  ['My solicitor needs all records you hold on me', 'access'],
  ['A visitor to our stand asked what data we have on them', 'access'],
  ['I would like to make a SAR', 'access'],
  ['Could someone tell me which of my details are in your database?', 'access'],
  ['Show me my data', 'access'],
  ['I am exercising my data rights, send me what you have', 'access'],
  ['Can you disclose all information you process about me', 'access'],
  ['My name is misspelled in your emails', 'rectification'],
  ['You keep calling me Mr, I am a Mrs. Change it.', 'rectification'],
  ['the phone number you have for me is no longer correct', 'rectification'],
  ['Please amend my records, I no longer work for Globex', 'rectification'],
  ['That is not my date of birth', 'rectification'],
  ['My details need correcting', 'rectification'],
  ['I have a new email address, can you change the one you have on file?', 'rectification'],
  ['Nuke my account', 'erasure'],
  ['please remove all my details', 'erasure'],
  ['I no longer want an account with you, delete everything', 'erasure'],
  ['I want you to erase me completely', 'erasure'],
  ['Can you delete the data you have about me?', 'erasure'],
  ['Get rid of all the stuff you have on me', 'erasure'],
  ['She wants to be removed from our systems', 'erasure'],
  ['Delete all my emails and personal details immediately or else', 'erasure'],
  ['My data should be deleted, I left two years ago', 'erasure'],
  ['I want all of my information removed from your servers', 'erasure'],
  ['Please do not process my data while my complaint is open', 'restriction'],
  ['Lock my profile until we agree who is right', 'restriction'],
  ['Do not touch my data until my lawyer has called', 'restriction'],
  ['Can you pause the processing of my data', 'restriction'],
  ['I do not want my data used for profiling', 'objection'],
  ['Stop analysing how I use the app', 'objection'],
  ['please stop processing my personal data', 'objection'],
  ['I object to your legitimate interest', 'objection'],
  ["I don't want to be profiled", 'objection'],
  ['Please stop using my browsing history', 'objection'],
  ['I would like my data in a portable format', 'portability + access'],
  ['Send my profile to our new vendor directly', 'portability'],
  ['can I get an excel of all my data so I can import it elsewhere', 'portability'],
  ['I need a JSON dump of my account', 'portability'],
  ['I want to revoke the permission I gave', 'consent_withdrawal'],
  ['I no longer agree to the use of cookies', 'consent_withdrawal'],
  ['Please cancel my consent', 'consent_withdrawal'],
  ['I ticked the box by mistake and want to take my consent back', 'consent_withdrawal'],
  ['please stop the marketing emails', 'direct_marketing_objection'],
  ['no more ads please', 'direct_marketing_objection'],
  ['I keep getting your promotional emails, make it stop', 'direct_marketing_objection'],
  ['Do not contact me again with offers', 'direct_marketing_objection'],
  ['Take my email off your list', 'direct_marketing_objection'],
  ["don't call me again", 'direct_marketing_objection'],
  ['why do you keep sending me this rubbish? stop it', 'direct_marketing_objection'],
  ['He asked to be taken off the newsletter', 'direct_marketing_objection'],
  ['You leaked my email address to everyone in that CC', 'complaint'],
  ['I am not happy with the way my information was treated', 'complaint'],
  ['I wish to lodge a formal complaint about data protection', 'complaint'],
  ['Somebody at your company looked at my file without a reason and I am furious', 'complaint'],
  ['I will go to the Information Commissioner', 'complaint'],
  ['why did you give my number to a third party?!', 'complaint'],
  ['You have still not answered my request for my data', 'complaint'],
  ['Our contract ended last month, please return our data', 'client_data_deletion'],
  ['we are cancelling our subscription, please delete all our data', 'client_data_deletion'],
  ['We are no longer a client, please remove our contact details', 'client_information_retention'],
  ['Kindly share any information your organisation retains regarding me', 'access'],
  ['I need to know what details of mine you store', 'access'],
  ['Which companies did you pass my data to?', 'access'],
  ['Give me the whole file you have on me, you cowboys', 'access'],
  ['Our user Lena wants an overview of the data we process about her', 'access'],
  ['the surname on my account should be Smith, not Smyth', 'rectification'],
  ['please change my phone number to 0123', 'rectification'],
  ['You have the wrong address for me', 'rectification'],
  ['my birthday is shown as 1990, it should be 1980', 'rectification'],
  ['kill my profile', 'erasure'],
  ['I left the company, please delete my user', 'erasure'],
  ['Remove all my personal data immediately', 'erasure'],
  ['I want you to forget me', 'erasure'],
  ['please have my records erased', 'erasure'],
  ['until you have checked it you may not use my data', 'restriction'],
  ['please block my data for the time being', 'restriction'],
  ['hold off processing my details until this dispute is settled', 'restriction'],
  ['I refuse to be profiled by you', 'objection'],
  ['I object to my data being used for research', 'objection'],
  ['You may not use my data for your statistics', 'objection'],
  ['I want to switch supplier, please hand my data over to them in a usable format', 'portability'],
  ['please send my records to my new provider', 'portability'],
  ['I am withdrawing the consent I gave last year', 'consent_withdrawal'],
  ['My consent is hereby revoked', 'consent_withdrawal'],
  ['please no more mails from your marketing people', 'direct_marketing_objection'],
  ['Do not send me advertising', 'direct_marketing_objection'],
  ['stop with the newsletters already', 'direct_marketing_objection'],
  ['leave me off your mailing list', 'direct_marketing_objection'],
  ['I am filing a complaint because you lost my data', 'complaint'],
  ['Your handling of my personal data was terrible', 'complaint'],
  ['You sent my invoice to my ex-husband, how could that happen?', 'complaint'],
  [
    'We will not renew the contract; please hand back our data and delete it afterwards',
    'client_data_deletion',
  ],
  // several in one letter
  ['Send me a copy of everything you hold about me. Then delete my account.', 'access, erasure'],
  ['My address is wrong. And stop sending me your newsletter.', 'rectification, direct_marketing_objection'],
  ['I withdraw my consent and want my data deleted.', 'consent_withdrawal, erasure'],
  ['I am unhappy with how you use my data. Show me what you have on me.', 'complaint, access'],
];

const negatives: readonly string[] = [
  'How long do we have to answer a DSAR?',
  'What is the deadline for an access request?',
  'Can you update the DSAR template before Friday?',
  'We have three access requests open this week.',
  'Can you give me access to the staging database?',
  "I can't access my account, please reset my password.",
  'Please delete the old branch.',
  'Delete my last message, it had a typo.',
  'Please fix the typo on my slide.',
  'I object to the new logo.',
  'Unsubscribe me from the Jira notifications.',
  'Stop sending me calendar invites for this meeting.',
  'The customer complained about the price.',
  'Where is our privacy policy?',
  'Who approves a refusal of a request?',
  'Restrict access to the finance channel.',
  'Move the data to the new server.',
  'I withdraw my proposal for the offsite.',
  'Export the sales report as CSV.',
  'The unsubscribe link is broken in the footer.',
  'Lunch at one?',
  'Great work on the release, everyone!',
  'Please correct the total on invoice 4711.',
  'Could you transfer the call to Anna?',
  'GDPR training is on Monday at ten.',
  'What does data portability mean?',
  'The client wants a demo next week.',
  'Remove the feature flag from the config.',
  'My laptop is slow today.',
  'Can we extend an access request because of workload?',
  'Who is the owner of the erasure process?',
  'Do we need ID for a SAR?',
  'I need access to Figma',
  'please remove me from this channel',
  'Stop the deployment!',
  'Is there a template for erasure letters?',
  'The data in the dashboard looks wrong',
  'I am unhappy with the coffee',
  'Update my calendar please',
  'My PR is out of date',
  'Send me the report',
  'Give me everything you have on the Q3 launch',
  'What do you know about Kubernetes?',
  'Send me your notes about the meeting',
  'Correct me if I am wrong',
  'The customer object is null in the API',
  'Forget it',
  'Freeze the budget',
  'We moved offices',
  'Tell me about the new pricing',
  'Delete this ticket',
  'who shared my screen?',
  'Can you take my shift off the list',
  'remove Bob from the invite',
  'My holiday request is still waiting',
  'Can someone restrict the API key?',
  'I changed my mind about the pizza',
  'Can you unsubscribe the bot from this thread?',
  'Please send me the address of the office',
  'What is our retention period for invoices?',
  'How should I log a request?',
  'The complaint form link 404s',
  'We should complain to the landlord',
  'Please review my PR',
  'Do you have the address of the venue?',
  'What do you think about my proposal?',
  'Can you send me the file?',
  'I need the data for the board deck',
  'Stop the test run',
  'How many DSARs did we get last year?',
  'Please forward me the email from Tom',
  'My name is Pat, I am the new intern',
  'Delete the duplicate rows in the spreadsheet',
  'Who owns the mailing list tool?',
  'The newsletter goes out on Tuesday',
  'Can you export the customer list for the campaign?',
  'I am unhappy with my desk',
  'I have a new laptop',
  'My phone number is 0123 if you need me',
  'Please update your profile picture',
  'Can you call me back?',
  'Please call me again tomorrow',
  'I moved the meeting to three',
  'Do we have consent records for the campaign?',
  'Let us stop using Excel',
  'Remove everything from the fridge on Friday',
  'please keep sending me the weekly figures',
  'Why did you give my ticket to Bob?',
  'Is there a template for the extension letter?',
  'their account is locked',
  'her file is too large to upload',
  'Can you check his name in the invite?',
  'Copy me on the email',
];

const own = { names: ['Smartxpo'], tools: ['Hotjar'], clients: true };

describe('is this a rights request?', () => {
  it.each(requests)('%s', (sentence, expected) => {
    const [must = '', may = ''] = expected.split(' + ');
    const wanted = must.split(', ');
    const found: string[] = readMessage(sentence, own).marks.map((mark) => mark.right);
    expect(found).toEqual(expect.arrayContaining(wanted));
    expect(found.filter((right) => !wanted.includes(right) && !may.includes(right))).toEqual([]);
  });

  it.each(negatives)('no: %s', (sentence) => {
    const reading = readMessage(sentence, own);
    expect(reading.marks).toEqual([]);
    expect(reading.verdict).toBe('not_one');
    expect(reading.notOne.length).toBeGreaterThan(0);
  });

  it('quotes the words where they stand', () => {
    const text = 'Hello there.\nOnce more: please delete all my data.\nBye';
    const [mark] = readMessage(text).marks;
    expect(mark?.quote.text).toBe(text.slice(mark?.quote.start, mark?.quote.end));
    expect(mark?.quote.text).toContain('delete all my data');
  });

  it('says perhaps where data is spoken of and nothing is asked', () => {
    expect(readMessage('I have been thinking about my personal data.').verdict).toBe('perhaps');
  });

  it('reads a request that stands beside a question about the rules', () => {
    const reading = readMessage('How long do you need to answer a DSAR? Anyway, delete my account.');
    expect(reading.marks.map((mark) => mark.right)).toEqual(['erasure']);
  });
});

describe('messages that use none of the law’s words', () => {
  it.each([
    ['My face is on your site and I never agreed. Take it down.'],
    ['I was the one in the blue coat at your till, I want the video.'],
    ['STOP'],
    ['A program turned me down. A person should look at it.'],
    ['Welche Daten haben Sie über mich gespeichert?'],
    ['Bitte löschen Sie mein Konto.'],
    ['Je voudrais une copie de mon dossier.'],
    ['Arrêtez de m’envoyer des publicités.'],
    ['Quiero una copia de mis datos.'],
    ['Dejen de llamarme, por favor.'],
  ])('%s', (message) => {
    expect(readMessage(message).verdict).toBe('request');
  });

  it.each([
    ['Can I get a receipt for my order from Friday?'],
    ['Can you delete my comment on the doc?'],
    ['Wo finde ich die Rechnung?'],
    ['Où est mon colis?'],
    ['Freedom of information: how much was spent on lamps?'],
    ['What do we do if a customer asks? It is for the quiz.'],
  ])('no: %s', (message) => {
    expect(readMessage(message).verdict).not.toBe('request');
  });
});

describe('who speaks, and about what', () => {
  it('finds a request that hides in a long message, and quotes its sentence', () => {
    const message =
      'We had a lovely week in the cottage, thank you for the flowers on the table. The weather held until Thursday, and the children found a hedgehog under the shed. The oven needs a new handle, it came off in my hand, sorry about that. We left the key under the blue pot as agreed. Next year we may come back in June if the dates allow it. One more thing, please destroy the copies of our passports that your mother took on the first evening. Greetings to the hedgehog, and to the neighbours who lent us the grill.';
    const reading = readMessage(message);
    expect(reading.verdict).toBe('request');
    expect(reading.marks.map(({ quote }) => quote.text).join()).toContain('passports');
  });

  it.each([
    ['plese delte my acount and evrything u hav on me'],
    ['The tenant in 4 wants to know what the caretaker has written about her.'],
    ['Mein Nachbar weiß von Ihnen, was ich verdiene. Das ist eine Frechheit, ich beschwere mich.'],
    ['Merci de supprimer la photo de ma fille de votre site.'],
    ['Quiero que corrijan mi apellido en su sistema.'],
    ['Our contract with you ends in June; send back what you hold for us and wipe the rest.'],
  ])('a request: %s', (message) => {
    expect(readMessage(message).verdict).toBe('request');
  });

  it.each([['Coud yu send me a copey of al my informaton'], ['unsubscibe me form this newsleter']])(
    'may be one, badly spelt: %s',
    (message) => {
      expect(readMessage(message).verdict).not.toBe('not_one');
    },
  );

  it.each([
    ['What do we do when somebody wants their data deleted? It is for the handbook.'],
    ['Ms Orme’s deletion was done in May, she has confirmed it, case closed.'],
    ['“The data subject shall have the right to obtain erasure” – which article is that?'],
    ['If a patient ever asked for her file, who would send it?'],
    ['I got my copy yesterday, thank you, all is well.'],
    ['The bank asks us to confirm that Ms Reed works here.'],
    ['Kannst du bitte die alten Folien löschen?'],
    ['Où est la salle de réunion ?'],
  ])('none: %s', (message) => {
    expect(readMessage(message).verdict).not.toBe('request');
  });
});

describe('an account to be closed', () => {
  it.each<readonly [string, boolean, string]>([
    ['please close my account, we moved to another supplier', true, 'erasure'],
    ['I am closing my account with you', false, 'erasure'],
    ['He would like his account closed.', false, 'erasure'],
    ['close our account please', true, 'client_data_deletion'],
    ['close our account please', false, 'erasure'],
  ])('may mean that its data goes: “%s” (clients: %s)', (message, clients, right) => {
    const { verdict, marks, notOne } = readMessage(message, { ...nobody, clients });
    expect([verdict, marks.map((mark) => mark.right), notOne]).toEqual(['perhaps', [right], []]);
    expect(message).toContain(marks[0]?.quote.text);
  });

  it.each([
    'how do I close my account in the tool?',
    'please close the ticket',
    'the bank closed our account',
    'can somebody delete the test account',
  ])('is not meant by “%s”', (message) => {
    expect(readMessage(message).marks.map(({ why }) => why)).not.toContain(
      'wants an account closed, and may mean that its data goes too',
    );
  });
});

describe('one more call, and the regulator', () => {
  it.each([
    'I will go to the ICO if we phone him once more',
    'customer says he goes to the regulator if we ring him again',
    'one more call and I report you to the ombudsman',
    'if they email her again she will complain',
  ])('is a complaint and an objection: “%s”', (message) => {
    const { verdict, marks } = readMessage(message);
    expect(verdict).toBe('request');
    expect(marks.map(({ right }) => right).toSorted()).toEqual(['complaint', 'direct_marketing_objection']);
    for (const { quote } of marks) expect(message.slice(quote.start, quote.end)).toBe(quote.text);
  });

  it.each([
    'if we phone him once more he may buy',
    'I will call him once more tomorrow about the report',
    'should we call her again about the complaint?',
    'when I called him again he did not complain',
  ])('is not read into “%s”', (message) => {
    expect(readMessage(message).marks.map(({ why }) => why)).not.toContain(
      'wants not to be called or written to again',
    );
  });
});

it.each<readonly [string, string]>([
  ['he wants to be forgotten', 'erasure'],
  ['she wants a copy of her file', 'access'],
  ['he wants out of the newsletter', 'direct_marketing_objection'],
  ['a lady wants everything deleted', 'erasure'],
])('a relayed wish of few words gives the right to begin the form with: %s', (message, right) => {
  expect(readMessage(message).marks.map((mark) => mark.right)).toContain(right);
});
