import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/requests/marks.ts';

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
];

describe('is this a rights request?', () => {
  it.each(requests)('%s', (sentence, expected) => {
    const [must = '', may = ''] = expected.split(' + ');
    const wanted = must.split(', ');
    const found: string[] = readMessage(sentence).marks.map((mark) => mark.right);
    expect(found).toEqual(expect.arrayContaining(wanted));
    expect(found.filter((right) => !wanted.includes(right) && !may.includes(right))).toEqual([]);
  });

  it.each(negatives)('no: %s', (sentence) => {
    const reading = readMessage(sentence);
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
