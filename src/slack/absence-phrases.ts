/** What a Slack status says when somebody is away for days, as people write it: a table of phrases, nothing clever. */

/** Slack's own suggestions for a status. Being offline for an hour is no absence. */
export const leaveEmoji: readonly string[] = [
  ':palm_tree:',
  ':face_with_thermometer:',
  ':desert_island:',
  ':beach_with_umbrella:',
];

/** Taken out before anything else is looked for: somebody is back, or a holiday is only talked about. */
const notAway: readonly RegExp[] = [
  /\bback (?:from|after) (?:my |a )?(?:annual leave|holidays?|vacation|leave|a\/l|pto|sick(?:ness| leave)?|mat(?:ernity)? leave|parental leave)\b/gi,
  /\b(?:bank|public|company) holidays?(?: cover(?:age)?)?\b/gi,
  /\b(?:holiday|leave|sick(?:ness)?|maternity|paternity|vacation|a\/l|pto) (?:cover(?:age)?|rota|planning|policy|calendar|tracker|requests?|approvals?|party|season|readiness)\b/gi,
  /\bcover(?:ing)? (?:for )?[\w' ]{0,30}?(?:leave|holiday|vacation|sick(?:ness)?)\b/gi,
  /\bnot (?:on |away|out)(?: ?(?:leave|holiday|vacation|of (?:the )?office))?\b/gi,
  /\b(?:no|happy|before|after|until|till) (?:holidays?|vacation|annual leave|a\/l|pto|leave)\b/gi,
  /\b(?:sick|holiday) of\b/gi,
];

const away: readonly RegExp[] = [
  /\b(?:vacation|holidays?|vacationing|sabbatical|honeymoon)\b/i,
  /\b(?:annual|parental|maternity|paternity|adoption|compassionate|bereavement|sick|study|carer'?s|unpaid|mat|pat|shared parental) leave\b/i,
  /\bon (?:leave|jury (?:duty|service)|secondment)\b/i,
  /(?<![\w/])a\/l(?![\w/])/i,
  /\b(?:pto|ooo|ooto)\b/i,
  /\bout of (?:the )?office\b/i,
  /\b(?:off )?sick\b/i,
  /\b(?:maternity|paternity)\b/i,
  /\bsigned off\b/i,
];

/** Whether a status text says that somebody is away. When in doubt it does not: the owner is told as usual. */
export const saysAway = (status: string): boolean => {
  const left = notAway.reduce((text, phrase) => text.replaceAll(phrase, ' '), status.replaceAll('’', "'"));
  return away.some((phrase) => phrase.test(left));
};
