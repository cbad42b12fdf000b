/** Further messages in threads, each with the question before it and what has to come, written from the policies before any code was tried on them. */

export type FollowUpCase = {
  readonly before: string;
  readonly message: string;
  /** Words of the passage that has to be cited; null where the policy is silent. */
  readonly words: string | null;
};

export const followUpCases: Readonly<Record<string, readonly FollowUpCase[]>> = {
  'data/policies': [
    {
      before: "How long do you keep a client's information after they leave?",
      message: 'and in the backups?',
      words: 'exist on backups',
    },
    { before: 'Who can see my information?', message: 'and outside the company?', words: 'other' },
    {
      before: 'Where is our data stored?',
      message: 'and in the US?',
      words: 'outside the European Economic Area',
    },
    { before: 'Do you send marketing emails?', message: 'and by post?', words: 'by post and email' },
    {
      before: 'Which cookies does the site use?',
      message: 'and can I switch them off?',
      words: 'refuse cookies',
    },
    { before: 'Which cookies does the site use?', message: 'what about Hotjar?', words: 'Hotjar' },
    {
      before: 'Can I have my data erased?',
      message: 'and corrected?',
      words: 'correct the personal information',
    },
    { before: 'Can I have my data erased?', message: 'what about old invoices?', words: 'Historic invoices' },
    { before: "How long do we keep a client's data?", message: 'what about under-16s?', words: null },
    { before: 'Who do I complain to?', message: 'and after that?', words: 'Information Commissioner' },
  ],
  'eval/policies/larkstone': [
    { before: 'How long do we keep CCTV footage?', message: 'and the visitor book?', words: '6 months' },
    {
      before: 'How do we change bank details that a client emailed?',
      message: 'who signs it off then?',
      words: 'second payroll clerk',
    },
    {
      before: 'Where is client data held?',
      message: 'and outside the UK?',
      words: 'leave the United Kingdom',
    },
    { before: 'Are helpline calls recorded?', message: 'and how long are they kept?', words: '90 days' },
    { before: 'Are there cameras at Harrowby?', message: 'and at Penford?', words: 'no cameras at Penford' },
    {
      before: 'How long do we have to answer an access request?',
      message: 'and if it is complex?',
      words: 'two further months',
    },
    {
      before: 'Is there a fee for a copy of their data?',
      message: 'and for a second copy?',
      words: 'second copy',
    },
    {
      before: 'How long do we keep identity documents?',
      message: 'and after that?',
      words: 'paper shredded',
    },
    {
      before: 'Can I take client papers home?',
      message: 'and payroll reports?',
      words: 'may not print payroll reports',
    },
    { before: 'Who can view CCTV footage?', message: 'what about the police?', words: 'written request' },
    {
      before: 'Do clients get our newsletter?',
      message: 'and people on a payroll?',
      words: 'never send marketing',
    },
    { before: 'How long do we keep CCTV footage?', message: 'and in the backups?', words: null },
    { before: 'What do we hold about clients?', message: 'what about under-16s?', words: null },
  ],
  'eval/policies/tansyfold': [
    {
      before: 'How long do we keep an adoption application that we turned down?',
      message: 'and one that was approved?',
      words: 'life of the animal',
    },
    {
      before: 'How long do we keep camera recordings?',
      message: 'and in the shops?',
      words: '14 in the shops',
    },
    { before: "What is in a volunteer's file?", message: 'what about under-18s?', words: 'Under-18s need' },
    {
      before: 'What do I do about a lost tablet?',
      message: 'and after that?',
      words: 'whether the regulator',
    },
    {
      before: 'Can we email appeals to supporters?',
      message: 'and ring them?',
      words: 'Telephone Preference',
    },
    {
      before: "How long do we keep a volunteer's file?",
      message: 'and after an accident?',
      words: '3 years from the incident',
    },
    {
      before: 'Do we tell an adopter who the surrenderer was?',
      message: 'and the police?',
      words: 'council dog warden',
    },
    {
      before: 'How long do we keep gift records?',
      message: 'and legacy pledges?',
      words: 'estate is settled',
    },
    { before: 'How long are clinical records kept?', message: 'and in the backups?', words: null },
  ],
  'eval/policies/wrenhollow': [
    {
      before: 'How long do we keep applications that did not lead to a place?',
      message: 'and one that was accepted?',
      words: null,
    },
    {
      before: 'Can we put a pupil’s picture on our website?',
      message: 'what about under-13s?',
      words: 'aged 13 or over',
    },
    { before: 'How long is CCTV kept?', message: 'where are they?', words: 'CCTV covers' },
    {
      before: 'Are one-to-one lessons recorded?',
      message: 'and class lessons?',
      words: 'lessons to a class',
    },
    {
      before: 'Can a pupil ask for their own file?',
      message: 'does it cost anything?',
      words: 'free of charge',
    },
    { before: 'Who sees Form BU4?', message: 'and outside the school?', words: null },
  ],
};
