/** Honest ways of saying what a unit of the shipped policy says: shorter or turned round, every condition kept. `from` begins the unit. */
export const paraphrases: readonly { readonly from: readonly string[]; readonly says: string }[] = [
  {
    from: ['Our operations team'],
    says: "The operations team and senior management can access people's information.",
  },
  {
    from: ['Our operations team'],
    says: 'Our operations team and senior management can see your personal information.',
  },
  {
    from: ['As appropriate our marketing'],
    says: "Where appropriate, our marketing, support and accounts teams will access people's information appropriate to their functions and role.",
  },
  {
    from: ['We may provide your information'],
    says: "Smartxpo may give people's information to its professional advisors where appropriate.",
  },
  {
    from: ['We may provide your information'],
    says: "We may give people's personal information to our professional advisors as appropriate.",
  },
  {
    from: ['comply with legal requirements'],
    says: 'We may disclose your personal information if required to do so by law, or if we believe such action is necessary to comply with legal requirements.',
  },
  {
    from: ['protect the personal safety'],
    says: 'We may disclose your personal information if required to do so by law, or if we believe that such action is necessary to protect the personal safety of our users or the public.',
  },
  {
    from: ['This may involve exchanging'],
    says: 'This may involve exchanging information with other companies and organizations for the purpose of fraud protection and credit risk reduction.',
  },
  {
    from: ['if we have to enforce'],
    says: "We may share people's information with other organisations if we have to enforce or apply the terms and conditions of any agreements.",
  },
  {
    from: ['if all or substantially'],
    says: 'We may share your information with other organisations if all or substantially all of our company assets are acquired by another party, in which case your information will be one of the transferred assets.',
  },
  {
    from: ['if we sell or buy'],
    says: 'We may share your information with other organisations if we sell or buy any business or assets (as we may share your information with the prospective seller or buyer).',
  },
  {
    from: ['We will not transfer'],
    says: "We won't transfer your information to, or store it at, a location outside the EEA to countries which do not have as developed data protection laws.",
  },
  {
    from: ['We will not transfer'],
    says: 'Smartxpo will not transfer your personal data to or store it at a location outside the European Economic Area to countries which do not have as developed data protection laws.',
  },
  {
    from: ['Provided that you agree'],
    says: 'We may use your information to provide you with marketing information that you request or that we feel may interest you by post and email, provided that you agree.',
  },
  {
    from: ['Provided that you agree'],
    says: 'Provided you agree, we may use your information to give you marketing information that you request or we feel may interest you by post and by email.',
  },
  {
    from: ['We may collect the e-mail'],
    says: 'We may collect the email addresses of those who send us email messages; however, we will not send unsolicited email to any of the addresses we collect or share those addresses with any unaffiliated third party, except in the limited circumstances set forth below.',
  },
  {
    from: ['All your information is stored'],
    says: 'All your personal information is stored on our secure servers, and we will protect your information in line with legal requirements.',
  },
  {
    from: ['Despite these precautions'],
    says: 'The transmission of information via the internet is not completely secure, and we cannot guarantee the security of your information transmitted to our website or that unauthorised persons will not obtain access to your information.',
  },
  {
    from: ['Smartxpo has implemented'],
    says: 'We have implemented measures meeting generally accepted standards of technology and operational security to protect your personally identifiable information from loss, misuse, alteration, or destruction.',
  },
  {
    from: ['Our Site may from time'],
    says: 'The website may from time to time contain links to other websites.',
  },
  {
    from: ['We do not accept'],
    says: "We don't accept any responsibility or liability for those sites or their privacy policies.",
  },
  {
    from: ['We only keep'],
    says: "We only keep people's information for as long as necessary for the purposes we initially obtained it.",
  },
  {
    from: ['We only keep'],
    says: 'Smartxpo only retains your information as long as is necessary for the purposes we initially obtained it.',
  },
  {
    from: ['In the event a client'],
    says: 'If a client cancels their business with us, we can provide a copy of the “Client Data” we hold to them.',
  },
  {
    from: ['This data can be provided'],
    says: 'This data can be given using a secure link, and upon confirmation that the data has been received, and in response to a request from the client, it will be anonymised or permanently deleted from our systems within a year.',
  },
  {
    from: ['We retain your information'],
    says: 'We keep your information if you were a client for up to one year after termination of your agreement with us.',
  },
  {
    from: ['Despite our reasonable efforts'],
    says: 'The nature of certain systems makes it unfeasible or practically impossible to remove every trace of personal information.',
  },
  {
    from: ['Copies of deleted data'],
    says: "Removing one person's data from such archive files is not practically possible.",
  },
  {
    from: ['Copies of deleted data'],
    says: 'Backups are maintained of our entire system: these are encrypted and stored as single files.',
  },
  {
    from: ['Historic invoices'],
    says: 'There may be personal data that remains on our systems which may include historic invoices and billing statements, which may display the name of the person they were sent to and must be retained for audit and tax purposes.',
  },
  {
    from: ['Please note that these rights'],
    says: 'These rights are not absolute, and we may be entitled to refuse requests where exceptions apply.',
  },
  {
    from: ['to obtain access to'],
    says: 'You have the right to obtain access to, and copies of, the personal information we hold about you.',
  },
  {
    from: ['to require us to erase'],
    says: 'Under the GDPR, users have the right to require us to erase their personal information in certain circumstances.',
  },
  {
    from: ['to require us to erase'],
    says: 'You have the right to require us to delete your personal information in certain circumstances.',
  },
  {
    from: ['to require us to correct'],
    says: 'You have the right to require us to correct the personal information we hold about you if it is incorrect.',
  },
  {
    from: ['to require us to restrict'],
    says: 'You have the right to require us to restrict our data processing activities in certain circumstances.',
  },
  {
    from: ['where our processing'],
    says: 'Where our processing is based on your consent, you may withdraw that consent, without affecting the lawfulness of our processing based on consent before its withdrawal.',
  },
  {
    from: ['If you have any complaint'],
    says: 'If you have any complaint about how we have used your information please do contacting us at info@smartxpo.com, and you always have the right to complain to the ICO.',
  },
  {
    from: ['You can tick'],
    says: 'You can tick the appropriate box on the forms when we collect your information, or change your choice at any time by contacting us at info@smartxpo.com.',
  },
  { from: ['The Site uses cookies.'], says: 'The website uses cookies.' },
  {
    from: ['Essential Cookies'],
    says: 'Essential cookies are essential to enable you to move around the Site and use its features, for example to remember which page of the Site you have previously visited during the same session, so that you can quickly move backwards and forwards between those pages.',
  },
  {
    from: ['Hotjar is contractually'],
    says: 'According to the policy, Hotjar is contractually forbidden to sell any of the data collected on our behalf.',
  },
  {
    from: ['Hotjar stores'],
    says: 'Hotjar stores this information on our behalf in a pseudonymised user profile.',
  },
  {
    from: ['you register and use', 'you request information'],
    says: 'We may collect and process data about you when you register and use our software, you request information from Smartxpo or ask us to contact you.',
  },
  {
    from: ['to notify you about'],
    says: 'We may use your information to tell you about changes to our products and services.',
  },
  {
    from: ['to create reports'],
    says: 'We may use your information to create reports to assist with future marketing.',
  },
  {
    from: ['to notify you about', 'to create reports'],
    says: 'We may use your information to notify you about changes to our products and services, and to create reports to assist with future marketing.',
  },
  {
    from: ['your name and contact'],
    says: 'The information we collect may include your name and contact details.',
  },
  {
    from: ['You can if you wish'],
    says: 'If you wish, you can change the cookies settings on your device to refuse cookies.',
  },
  {
    from: ['We urge visitors'],
    says: 'We urge visitors to our website to review the current version of the policy each time they return to the website.',
  },
  {
    from: ['Smartxpo reserves'],
    says: 'We reserve the right to change and update this policy from time to time.',
  },
  { from: ['Alternatively'], says: 'You can use the “Contact Us” page on our website.' },
];
