/**
 * Words by which people exercise a right, plain, angry, vague or under the wrong name; no magic words are needed (procedure, B).
 * `{…}` names a piece below; `{own}` are the company's names, `{tool}` the products that it names. Written to hint, never to decide: a person logs the request, or not.
 */
import type { Right } from '../clock/rights.ts';

export const pieces: Readonly<Record<string, string>> = {
  my: "(?:my|his|her|their|the (?:customer|user|person|lady|man|woman)['’]s|\\w+['’]s)",
  me: '(?:me|myself|him|himself|her|herself|them|themselves|the (?:customer|user|person))',
  holder: '(?:you|we|they|u|your (?:company|firm|people|lot|team)|you (?:guys|people|lot|all)|{own})',
  data: '(?:(?:personal |private |own |contact |customer |browsing |usage |user |location |account |payment )*(?:data|information|info|details|particulars|records?|files?|profile|account|history|email address(?:es)?|e-?mails?|phone numbers?|numbers?|name|address(?:es)?|transcripts?|recordings?|chats?|chat logs?|photos?|pictures?|behaviou?r|stuff))',
  hold: "(?:hold|holding|have|has|had|have got|['’]ve got|got|keep|keeping|kept|store|storing|stored|know|collect|collected|collecting|process|gathered|saved)",
  want: "(?:send|give|show|provide|supply|email|mail|forward|hand over|let (?:me|him|her|them) (?:have|see)|see|get|need|want|wants|['’]d like|would like|demand|request|requesting|asks? for|asking for|entitled to|receive|obtain)",
  field:
    '(?:first name|last name|surname|middle name|name|initials|gender|pronouns?|title|job title|address|postcode|e-?mail(?: address)?|phone(?: number)?|mobile(?: number)?|number|date of birth|birthday|birth date|company|employer|details|contact details|records?|profile|data|information|entry|account details|bank details)',
  gap: '[^.!?\\n]{0,60}?',
  near: '[^.!?\\n]{0,25}?',
};

export type MarkRow = { readonly right: Right; readonly why: string; readonly words: string };

const rows = (right: Right, ...list: readonly (readonly [string, string])[]): readonly MarkRow[] =>
  list.map(([why, words]) => ({ right, why, words }));

export const markRows: readonly MarkRow[] = [
  ...rows(
    'automated_decision',
    [
      'names the right not to be judged by a machine alone',
      '\\barticle 22[a-d]?\\b|\\bart\\.? ?22[a-d]?\\b|\\bautomated (?:individual )?decision(?:s|[ -]making)?\\b',
    ],
    [
      'asks that a person look at a decision',
      '\\b(?:human|person|somebody|someone|real people)\\b{near}\\b(?:look(?:s|ed)? (?:at|over)|reviews?|reviewed|checks?|checked|reconsiders?|decides?)\\b{gap}\\b(?:decision|refusal|rejection|score|outcome|result|application)\\b',
    ],
    [
      'contests what a machine decided',
      '\\b(?:your |the |a |an |some )(?:computer|algorithm|machine|system|software|bot|ai|robot|score|credit check)\\b{near}\\b(?:rejected|refused|declined|decided|turned|said no|denied|blocked)\\b{gap}\\b(?:me|him|her|them|contest|challenge|appeal|unfair|disagree)\\b',
    ],
  ),
  ...rows(
    'access',
    [
      'asks about the data that we have on them',
      '\\b(?:data|information|info|details|particulars|records?|files?|notes)\\b{near}\\b{holder}\\b{near}\\b{hold}\\b{near}\\b(?:on|about|regarding|concerning|of) {me}\\b',
    ],
    ['asks about data of theirs', '\\b(?:data|information|details|records) of (?:mine|his|hers|theirs)\\b'],
    [
      'asks what is retained about them',
      '\\b(?:information|data|details|records)\\b{near}\\b(?:retains?|holds?|stores?|keeps?|has|processes|collects?)\\b{near}\\b(?:on|about|regarding|concerning|relating to) {me}\\b',
    ],
    [
      'asks who was given their data',
      '\\b(?:which|what) (?:companies|people|partners|organisations|organizations|third parties|suppliers|vendors|recipients)\\b{gap}\\b{my} {data}\\b',
    ],
    [
      'asks for whatever bears their name',
      '\\b(?:every|everything|all|any|anything)\\b{gap}\\b(?:with|in|under) {my} name\\b',
    ],
    [
      'asks which of their data we hold',
      '\\b(?:what|which)\\b{near}\\b{my} {data}\\b{near}\\b(?:in|on|within) (?:your|our)\\b',
    ],
    ['exercises their data rights', '\\bexercis(?:e|ing)\\b{near}\\b(?:data|privacy|gdpr|access) rights?\\b'],
    [
      'names the right of access',
      '\\bsubject access\\b|\\bd?sars?\\b|\\bright (?:of|to) access\\b|\\barticle 15\\b|\\bart\\.? ?15\\b|\\bdata access request\\b',
    ],
    [
      'asks what is held about them',
      '\\b(?:what|which|whatever|all|everything|anything|any|every)\\b{gap}\\b{holder}(?: (?:all|still|actually|might|may|currently|really|do|even))* ?{hold}\\b{near}\\b(?:on|about|of|relating to|regarding|concerning|for) {me}\\b',
    ],
    [
      'asks for everything about them',
      '\\b(?:everything|anything|all|any (?:data|information|records))\\b{gap}\\b(?:on|about|relating to|regarding|concerning|mentions?|mentioning) {me}\\b',
    ],
    [
      'asks for a copy of their data',
      '\\b(?:cop(?:y|ies)|print-?outs?|full records?|transcripts?|recordings?)\\b{near}\\b(?:of|from)\\b{near}\\b{my} {near}(?:{data}|calls?|conversations?|messages|tickets?|emails|interview)\\b',
    ],
    [
      'asks to be shown their data',
      "(?<!\\b(?:not|n['’]t|never|no longer) )\\b{want}\\b(?! to (?:delete|correct|remove|change|update|withdraw|object))(?: to see| you to (?:send|give|show))?(?: me| us| him| her| them)?(?: (?:all|any|every|of|the|to see|to know|please))* {my} (?:personal |own |private )*(?:data|information|info|records?|file|history)\\b(?!{near}\\b(?:gone|deleted|erased|removed|wiped|destroyed|corrected|updated|changed|frozen|restricted|transferred|moved|used|processed|shared|sold|analysed|off)\\b)",
    ],
    [
      'asks what is stored with their name',
      '\\b(?:what|which)\\b{gap}\\b(?:data|information|info|details|records)\\b{gap}\\b(?:on|about) {me}\\b',
    ],
    [
      'asks where their data came from',
      '\\b(?:where|how)\\b{near}\\b{holder}\\b{near}\\b(?:get|got|find|found|obtain|come by|have)\\b {my} {data}\\b',
    ],
    [
      'asks who was given their data',
      '\\b(?:who|whom)\\b{gap}\\b(?:shared?|sold|sell|given?|gave|pass(?:ed)?|disclosed?|sent|send|seen|sees?|accessed)\\b{near}{my} {data}\\b',
    ],
    [
      'asks for the emails or notes that mention them',
      '\\b(?:e-?mails?|messages|notes|minutes|chats?|threads?|correspondence|tickets?)\\b{gap}\\b(?:mention(?:s|ing)?|that name|about|naming|referring to|discuss(?:ing|ed)?) {me}\\b',
    ],
    [
      'asks for own data under the name of freedom of information',
      '\\bfreedom of information\\b{gap}\\b(?:me|my)\\b',
    ],
    ['asks what they know about them', '\\bwhat\\b{near}\\b{holder}\\b{near}\\bknows? about {me}\\b'],
  ),
  ...rows(
    'rectification',
    [
      'says what it should be',
      '\\b(?:{my} {field}|{field} (?:on|in) {my} (?:account|profile|record|file))\\b{gap}\\bshould (?:be|read|say)\\b(?! (?:deleted|erased|removed|gone|wiped|destroyed|frozen|kept))|\\b{my} {field}\\b{near}\\b(?:shown|listed|recorded|stored|entered|spelled|spelt) as\\b',
    ],
    [
      'says that we have a wrong fact',
      '\\b(?:wrong|incorrect|old|outdated|false|inaccurate) {field}\\b{near}\\b(?:for|of|on|about) {me}\\b',
    ],
    [
      'says that what we have is wrong',
      '\\b{field}\\b{near}\\b{holder}\\b{near}\\b{hold}\\b{near}\\b(?:for|on|of|about) {me}\\b{gap}\\b(?:wrong|incorrect|no longer|out of date|old|not right|not correct|outdated|inaccurate)\\b',
    ],
    [
      'asks for a correction',
      '\\b{my} {field}\\b{near}\\b(?:needs?|requires?|must|should|has to|have to|want)\\b{near}\\b(?:correct(?:ing|ed|ion)|updat(?:ing|ed|e)|chang(?:ing|ed)|fix(?:ing|ed)|amend(?:ing|ed))\\b|\\b{my} {field}\\b{near}\\b(?:no longer|not) (?:correct|valid|right|current|up to date|true|accurate)\\b',
    ],
    [
      'has new details',
      "\\b(?:i|he|she|they)\\b{near}\\b(?:have|has|got|['’]ve)\\b(?: got)? a new (?:e-?mail|address|postal|phone|mobile|number|surname|last name|name|bank)",
    ],
    [
      'is addressed wrongly',
      '\\b(?:keep|keeps|stop) (?:calling|addressing) (?:me|him|her|them) (?:mr|mrs|ms|miss|sir|madam|by|as)\\b',
    ],
    ['names the right to rectification', '\\brectif(?:y|ication)\\b|\\barticle 16\\b|\\bart\\.? ?16\\b'],
    [
      'says that their data is wrong',
      "\\b{my} {field}\\b{near}\\b(?:is|are|was|were|has been|have been|['’]s|shows|says)\\b{near}\\b(?:wrong|incorrect(?:ly)?|inaccurate|out of date|outdated|misspelt|mis-?spelled|spelled|spelt|not right|old one|mistaken|mixed up|incomplete|outdated)\\b",
    ],
    [
      'asks to correct their data',
      '\\b(?:correct|fix|amend|update|change|put right|edit|sort out|complete)\\b (?:the spelling of )?{my} (?:old |current )?{field}\\b',
    ],
    [
      'says that we have it wrong',
      "\\b(?:got|have|spell|spelled|spelt|wrote|put|listed|recorded|['’]ve)\\b{near}\\b{my} {field}\\b{near}\\b(?:wrong|wrongly|incorrect(?:ly)?|backwards|misspelt)\\b",
    ],
    [
      'says that we use an old fact about them',
      '\\b(?:still|keep)\\b{near}\\b(?:have|has|list|listed|show|shown|call|calling|address|addressing|write|use|using|got)\\b{near}\\b(?:me|him|her|them|my|his|their)\\b{near}\\b(?:as|under|by|old|former|previous|maiden|dead)\\b',
    ],
    [
      'says that a fact has changed',
      '\\b(?:got|just|have|has|i|we)\\b{near}\\b(?:married|divorced|moved|changed (?:my|his|her|their) name|transitioned)\\b{gap}\\b(?:change|update|correct|amend|use)\\b',
    ],
    [
      'says that a fact about them is not true',
      "\\bthat['’]?s? (?:is )?not (?:my|how (?:you|i|to) spell)\\b|\\bi (?:do not|don['’]t|no longer) (?:live|work) (?:there|at)\\b{gap}\\b(?:record|update|correct|change|remove)\\b",
    ],
    [
      'asks to put wrong information right',
      '\\b(?:wrong|false|inaccurate|incorrect) (?:information|data|details|entry|note)\\b{near}\\babout {me}\\b',
    ],
  ),
  ...rows(
    'erasure',
    [
      'asks to delete their user',
      '\\b(?:delete|erase|remove|wipe|kill|close and delete)\\b {my} (?:user|login|user account|registration|membership)\\b',
    ],
    [
      'asks to delete everything',
      '\\b(?:delete|erase|wipe|destroy|remove) (?:everything|it all|all of it|the lot|absolutely everything)(?= ?(?:[,;.!?]|$|and\\b|please|now|immediately|asap|at once|today|you\\b|from your|off your|on me))',
    ],
    [
      'asks to be removed from the systems',
      '\\b(?:be|been|get|getting) (?:completely |entirely )?(?:removed|deleted|erased|taken|struck|wiped)\\b{near}\\b(?:from|off|out of)\\b{near}\\b(?:systems?|databases?|records|books|crm|files|servers?)\\b',
    ],
    [
      'names the right to erasure',
      '\\bright to be forgotten\\b|\\bright (?:to|of) erasure\\b|\\berasure request\\b|\\barticle 17\\b|\\bart\\.? ?17\\b',
    ],
    [
      'asks to delete their data',
      '\\b(?:delet(?:e|ed|ing)|eras(?:e|ed|ing)|wip(?:e|ed|ing)|destroy(?:ed)?|purged?|scrub(?:bed)?|get rid of|bin|shred|remov(?:e|ed|ing)|expunge|trash|nuke|kill|zap|obliterate|clear out|clean out)\\b(?: please)?(?: (?:all|any|every(?:thing)?|of|the|whatever|data|information|records|trace of|copies of))* (?:(?:{my} (?:old |entire |whole |user |customer )*(?:{data}|details|traces?))\\b|(?:everything|anything|all|whatever|what|data|information|details|records|stuff|files?|entry|entries)\\b{near}\\b(?:on|about|of) {me}\\b|{me}\\b(?! (?:from|off) (?:the|your|this|that|all|any) (?:\\w+ )?(?:mailing|newsletter|email|marketing|distribution|call)))',
    ],
    [
      'asks that everything about them goes',
      '\\b(?:everything|all of it|{my} {data}|all traces?|{me})\\b{near}\\b(?:gone|deleted|erased|removed|wiped|destroyed|off your (?:systems?|servers?|database))\\b',
    ],
    [
      'asks to be forgotten',
      "\\bforget (?:about )?(?:me|that i (?:ever )?existed)\\b|\\bpretend i (?:never|don['’]t) exist(?:ed)?\\b|\\bdelete (?:yourself )?me\\b",
    ],
    [
      'asks to be taken out of the systems',
      '\\b(?:take|get|remove|strike|cross)\\b {me}\\b{near}\\b(?:out of|off|from)\\b{near}\\b(?:systems?|databases?|records|books|files|crm|servers?)\\b',
    ],
    [
      'does not want us to keep their data',
      "\\b(?:do not|don['’]t|doesn['’]t|does not|no longer) want(?:s)?\\b{near}\\b{holder}\\b{near}\\b(?:to )?(?:have|keep|hold|holding|keeping|having|store|storing)\\b{near}\\b{my} {data}\\b",
    ],
    [
      'says that we have no reason to keep their data',
      '\\b(?:no (?:reason|right|business|need)|stop)\\b{near}\\b(?:keep|keeping|hold|holding|having|storing|store|retain|retaining)\\b{near}\\b{my} {data}\\b',
    ],
    [
      'asks to close the account with everything in it',
      '\\bclose {my} account\\b{gap}\\b(?:everything|data|details|information|all)\\b',
    ],
  ),
  ...rows(
    'restriction',
    [
      'asks not to use the data until something is settled',
      "\\b(?:until|while|as long as|till)\\b{gap}\\b(?:may|can|must|should|are|shall|do)(?: ?not|n['’]t)\\b{near}\\b(?:use|process|touch|share|using)\\b{near}\\b{my} {data}\\b",
    ],
    [
      'names the right to restriction',
      '\\bright to restrict(?:ion)?\\b|\\brestriction of processing\\b|\\barticle 18\\b|\\bart\\.? ?18\\b',
    ],
    [
      'asks to stop the use for a while',
      "\\b(?:stop|do not|don['’]t|not|no)\\b{near}\\b(?:us(?:e|ing)|process(?:ing)?|touch(?:ing)?|do(?:ing)? anything with|shar(?:e|ing)|work(?:ing)? with)\\b{near}\\b(?:{my} {data}|it|them)\\b{gap}\\b(?:until|till|while|whilst|for now|for the moment|in the meantime|pending|meanwhile)\\b",
    ],
    [
      'asks to freeze their data',
      '\\b(?:freez(?:e|ing)|paus(?:e|ing)|suspend|lock|block|hold off|put on hold|restrict|limit|quarantine)\\b{near}\\b(?:{my} {data}|(?:the |all |any |on )*(?:processing|use|using)(?: of)? {my} {data})\\b',
    ],
    [
      'asks to keep the data but not use it',
      "\\bkeep\\b{near}\\b(?:{my} {data}|it|them)\\b{gap}\\b(?:but|and)\\b{near}\\b(?:do not|don['’]t|not|without|stop)\\b{near}\\b(?:us(?:e|ing)|touch(?:ing)?|process(?:ing)?)\\b",
    ],
    [
      'needs the data kept for a claim',
      "\\b(?:do not|don['’]t|must not|please don['’]t) (?:delete|erase|destroy)\\b{gap}\\b(?:court|claim|tribunal|solicitor|lawyer|case|evidence|lawsuit)\\b",
    ],
    ['asks to put their data on hold', '\\bput\\b {near}{my} {data}\\b{near}\\bon (?:hold|ice)\\b'],
  ),
  ...rows(
    'objection',
    [
      'forbids the use',
      "\\b(?:may|must|can|should|shall)(?: ?not|n['’]t) (?:use|process|analyse|analyze|share|sell|track|profile)\\b{near}\\b{my} {data}\\b|\\brefuse\\b{near}\\b(?:profiled|tracked|monitored|analysed|scored|recorded)\\b",
    ],
    [
      'does not want their data used so',
      "\\b(?:do not|don['’]t|doesn['’]t|does not|never) want(?:s)? {my} {data}\\b{near}\\b(?:used|processed|shared|sold|analysed|analyzed|passed|tracked)\\b|\\b(?:not|\\w*n['’]t)\\b{near}\\bwant(?:s)?\\b{near}\\bbe(?:ing)? (?:profiled|tracked|monitored|analysed|analyzed|scored|recorded|watched|followed)\\b",
    ],
    [
      'asks to stop the analysis',
      '\\b(?:stop|quit|cease)\\b{near}\\b(?:tracking|analysing|analyzing|monitoring|recording|logging|watching|measuring)\\b{near}\\b(?:how|what|where|when|everything) (?:i|he|she|they|we)\\b',
    ],
    ['names the right to object', '\\bright to object\\b|\\barticle 21\\b|\\bart\\.? ?21\\b'],
    [
      'objects to the use of their data',
      '\\bobject(?:s|ing|ion)?\\b{gap}\\b(?:data|information|details|processing|profil(?:e|ing)|tracking|analy(?:sis|tics)|{tool}|legitimate interests?|monitoring|screening|scoring|being (?:tracked|profiled|monitored|analysed|recorded))\\b',
    ],
    [
      'asks to stop using their data',
      '\\b(?:stop|quit|cease)\\b{near}\\b(?:using|processing|analysing|analyzing|sharing|passing on|selling)\\b{near}\\b{my} {data}\\b',
    ],
    [
      'asks to stop being watched',
      '\\b(?:stop|quit|no more|cease)\\b{near}\\b(?:tracking|profiling|monitoring|following|analysing|analyzing|scoring|recording|watching|spying on)\\b{near}\\b(?:{me}|{my})\\b|\\bopt(?:ing)?[- ]?out of\\b{near}\\b(?:analytics|profiling|tracking|{tool}|cookies|session recording|processing)\\b',
    ],
    [
      'does not agree with the use of their data',
      "\\b(?:do not|don['’]t|doesn['’]t|does not|not happy|not comfortable|not ok(?:ay)?)\\b(?! consent)(?: (?:want|agree|like|accept|approve))?\\b{near}\\b(?:you|us|we|your)\\b{near}\\b(?:using|use|processing|process|tracking|track|profiling|profile|analysing|analyse|monitoring|monitor|recording|sharing)\\b{near}\\b(?:{my} {data}|{me}|what i|how i|where i)\\b",
    ],
    [
      'names their own situation as the reason',
      '\\bmy (?:particular |personal )?situation\\b{gap}\\b(?:processing|data|information|stop)\\b',
    ],
  ),
  ...rows(
    'portability',
    ['names the right to portability', '\\bportab(?:le|ility)\\b|\\barticle 20\\b|\\bart\\.? ?20\\b'],
    [
      'asks for their data in a format for machines',
      '\\b{my} {near}(?:data|information|info|records?|history|contacts|account|details|profile)\\b{gap}\\b(?:csv|json|xml|excel|xlsx|spreadsheet|machine[- ]readable|open format|usable format)\\b|\\b(?:csv|json|xml|excel|spreadsheet|machine[- ]readable)\\b{gap}\\b(?:of|with) {near}{my} {near}(?:data|information|info|records?|history|details|account|profile|contacts)\\b',
    ],
    [
      'asks to move their data to somebody else',
      '\\b(?:transfer|move|port|migrate|pass|hand|send|give|transmit)\\b(?: over)?{near}\\b{my} (?:data|information|details|records|account|history|profile)\\b{near}\\b(?:to|over to) (?!me\\b|us\\b|him\\b|her\\b|them\\b|my (?:e-?mail|inbox|address))(?:an?other|a (?:new|different|competing|rival)|the new|my new|your competitor|our new|their new|his new|her new|[a-z]+ (?:ltd|inc|limited|gmbh)|[A-Z]\\w+)',
    ],
    [
      'wants to take their data along',
      '\\btake\\b{near}\\b{my} (?:data|information|records|history|stuff)\\b{near}\\b(?:with (?:me|him|her|them)|elsewhere|to)\\b|\\bexport (?:of )?(?:all )?{my} (?:data|information|records|history)\\b',
    ],
  ),
  ...rows(
    'consent_withdrawal',
    [
      'says that the consent is withdrawn',
      '\\bconsent\\b{near}\\b(?:is|are|be|has been)\\b{near}\\b(?:revoked|withdrawn|cancelled|retracted|void)\\b',
    ],
    [
      'no longer agrees to it',
      '\\bno longer agree(?:s)?\\b|\\btak(?:e|es|ing)\\b{near}\\b(?:consent|permission)\\b{near}\\bback\\b',
    ],
    [
      'withdraws consent',
      '\\b(?:withdraw(?:s|ing|n)?|revok(?:e|es|ing)|tak(?:e|es|ing) back|retract(?:s|ing)?|cancel(?:s|ling)?|pull(?:s|ing)?|rescind)\\b{near}\\b(?:consent|permission|agreement to|authorisation|opt-?in|yes)\\b',
    ],
    [
      'no longer agrees',
      "\\b(?:no longer|don['’]t|do not|not)\\b{near}\\b(?:consent|give (?:you )?(?:my )?permission|have (?:my|his|her|their) (?:permission|consent))\\b(?:{near}\\b(?:any ?more|any longer|now|to)\\b)?",
    ],
    [
      'has changed their mind',
      '\\bchanged (?:my|his|her|their) mind\\b{gap}\\b(?:cookies?|survey|photo|picture|recording|newsletter|consent|data|testimonial|research|study|using|tracking)\\b|\\b(?:agreed|consented|ticked|opted in|said yes|signed up)\\b{gap}\\bchanged (?:my|his|her|their) mind\\b',
    ],
    ['names the article', '\\barticle 7\\b|\\bart\\.? ?7\\(3\\)'],
  ),
  ...rows(
    'direct_marketing_objection',
    [
      'asks that the advertising ends',
      '\\b(?:promotional|marketing|sales|advertising|promo) (?:e-?mails?|mails?|messages?|calls?|texts?|mailings?)\\b{gap}\\b(?:stop|enough|unwanted|annoying|end|again)\\b',
    ],
    [
      'asks that their address goes off a list',
      '\\b(?:take|get|remove|strike|drop|delete)\\b {my} (?:e-?mail(?: address)?|name|number|address)\\b{near}\\b(?:off|from|out of)\\b{near}\\b(?:lists?|newsletters?|mailings?|marketing|distribution)\\b|\\b(?:be|get|been) (?:taken|removed|struck|deleted|unsubscribed)\\b{near}\\b(?:off|from)\\b{near}\\b(?:lists?|newsletters?|mailings?|marketing)\\b',
    ],
    [
      'asks not to be contacted again',
      "\\b(?:do not|don['’]t|never|not to|stop)\\b{near}\\b(?:call|e-?mail|contact|text|phone|ring|write to|mail|approach)(?:ed|ing)?\\b (?:(?:me|us|him|her|them) )?(?:ever )?(?:again|any ?more)\\b",
    ],
    [
      'says that the messages keep coming',
      '\\b(?:you|they|we|why|still|u)\\b{near}\\bkeeps? (?:sending|e-?mailing|mailing|spamming|calling|texting|ringing|bothering|pestering|contacting)\\b (?:me|him|her|us|them)\\b(?! (?:mr|mrs|ms|miss|sir|madam|by|as)\\b)',
    ],
    [
      'asks to be unsubscribed',
      '\\bunsubscrib(?:e|ed|ing)\\b|\\bopt(?:ed|ing)?[- ]?out of\\b{near}\\b(?:marketing|newsletters?|e-?mails?|mailings?|promotions?|offers|advertis\\w+|sales)\\b',
    ],
    [
      'asks to stop the messages',
      '\\b(?:stop|quit|cease|no more|enough of|sick of|tired of|fed up with|done with)\\b{near}\\b(?:sending|e-?mailing|mailing|spamming|spam|calling|phoning|texting|ringing|bombarding|pestering|contacting|newsletters?|mailshots?|marketing|promo(?:s|tions?|tional)?|adverts?|ads|sales (?:calls?|e-?mails?|pitch(?:es)?)|cold calls?|offers)\\b(?! (?:calendar|invites?))',
    ],
    [
      'asks to be taken off a list',
      '\\b(?:take|get|remove|strike|drop|delete|leave|keep)\\b {me}\\b{near}\\b(?:off|from|out of)\\b{near}\\b(?:lists?|newsletters?|mailings?|mailing|marketing|distribution)\\b',
    ],
    [
      'does not want advertising',
      "\\b(?:do not|don['’]t|doesn['’]t|does not|never|not|no longer)\\b{gap}\\b(?:want|contact|e-?mail|call|ring|text|write to|send|receive|get|use|asked? for|sign(?:ed)? up|interested)\\b{gap}\\b(?:marketing|newsletters?|offers|promo(?:s|tions?|tional)?|adverts?|advertising|ads|sales|spam|mailings?|junk)\\b",
    ],
    [
      'calls our messages spam',
      '\\byour (?:\\w+ )?(?:spam|junk mail|newsletters?|marketing (?:e-?mails?|mails?))\\b{gap}\\b(?:stop|enough|end|again|harass|unwanted|delete|off)\\b',
    ],
  ),
  ...rows(
    'complaint',
    [
      'criticises how their data was handled',
      '\\byour (?:handling|treatment|misuse|abuse|mishandling) of {my} {data}\\b',
    ],
    [
      'says that their papers went to somebody else',
      '\\b(?:sent|gave|showed|forwarded|e-?mailed|posted)\\b {my} (?:invoice|contract|statement|letter|cv|payslip|bill|file)s?\\b{near}\\bto (?!{me}\\b)',
    ],
    [
      'says that somebody looked without a reason',
      '\\b(?:looked (?:at|up|into)|accessed|read|snooped|opened|went through)\\b{near}\\b{my} {data}\\b{gap}\\b(?:without|no reason|no right|not supposed|curious)\\b',
    ],
    [
      'asks why their data was given away',
      '\\bwhy (?:did|do|have|has|would|does|are|is|was|were)\\b{near}\\b(?:give|giving|given|share|sharing|shared|sell|selling|sold|pass|passing|passed|tell|telling|show|showing|send|sending|sent)\\b{near}\\b{my} {data}\\b',
    ],
    [
      'says that nobody answered',
      "\\b(?:not|\\w*n['’]t|never)\\b{near}\\b(?:answered|replied|responded|dealt with|done anything|acted on|heard)\\b{gap}\\b{my} (?:\\w+ ){0,2}(?:request|sar|dsar|data|complaint)\\b",
    ],
    [
      'complains about how their data was used',
      '\\b(?:complain(?:s|t|ts|ed|ing)?|grievance|unhappy|not happy|disgusted|disgusting|furious|angry|appalled|appalling|unacceptable|outrage(?:ous|d)?|upset|disappointed|shocked|ashamed|concerned)\\b{gap}\\b(?:data|information|privacy|details|gdpr|e-?mail address|phone number|records?|confidential)\\b|\\b(?:data|privacy|gdpr|details|personal information)\\b{gap}\\b(?:complaint|complain|unacceptable|terrible|awful|careless|sloppy|unprofessional|disgrace(?:ful)?|outrage(?:ous)?|shocking|appalling|scandal)\\b',
    ],
    [
      'speaks of the regulator',
      "\\b(?:report(?:ing)?|complain(?:ing)?|go(?:ing)?|write|writing|refer(?:ring)?|take (?:this|it|you)|call(?:ing)?|tell(?:ing)?|contact(?:ing)?)\\b{near}\\b(?:to )?(?:the )?(?:ico|information commission(?:er)?(?:['’]s office)?|data protection (?:authority|commission(?:er)?)|regulator|ombudsman)\\b",
    ],
    [
      'says that the law or their privacy was broken',
      '\\b(?:breach(?:ed|es|ing)?|violat(?:e|ed|es|ing|ion)|broke|broken|infring(?:e|ed|ement)|against|illegal(?:ly)?|unlawful(?:ly)?)\\b{near}\\b(?:gdpr|data protection|privacy|confidentiality|{my} (?:data|information|details))\\b',
    ],
    [
      'says that their data went where it should not',
      '(?<!\\bwhom?\\b[^.!?\\n]{0,40})\\b(?:shared?|leaked?|sold|sell(?:ing)?|gave|given|disclosed|passed|lost|sent|published|posted|forwarded|copied|misus(?:ed|ing)|abus(?:ed|ing)|exposed)\\b{near}\\b{my} {data}\\b{gap}\\b(?:to|with|without|online|public(?:ly)?|everyone|everybody|somebody|someone|third part(?:y|ies))\\b|\\bwithout (?:my|his|her|their) (?:permission|consent|knowledge|agreement)\\b|\\bhow dare you\\b{gap}\\b(?:{my} {data}|me)\\b',
    ],
    [
      'says that a request was not answered',
      '\\b(?:ignor(?:ed|ing)|no (?:answer|reply|response)|never (?:answered|replied|responded|got)|still (?:waiting|nothing|no)|overdue|late)\\b{gap}\\b{my} (?:\\w+ ){0,2}(?:request|sar|dsar|data)\\b',
    ],
  ),
  ...rows(
    'client_data_deletion',
    [
      'the agreement has ended, and they speak of the data',
      '\\b(?:our|the) (?:agreement|contract|subscription|account|licen[cs]e|services? agreement)\\b{near}\\b(?:ended|expired|ends|expires|terminated|is over|cancelled|finished)\\b[^?\\n]{0,120}?\\b(?:our data|client data|company data|delete|return|copy|export)\\b',
    ],
    [
      'ends the agreement and speaks of the data',
      '\\b(?:terminat(?:e|es|ed|ing|ion)|cancel(?:s|led|ling)?|end(?:s|ed|ing)?|leaving|not renew(?:ing)?|clos(?:e|es|ed|ing)|offboard(?:ing)?|wind(?:ing)? down)\\b{gap}\\b(?:agreement|contract|subscription|services?|workspace|account|licen[cs]e)\\b[^?\\n]{0,120}?\\b(?:client data|our data|company data|copy|export|delete|deletion|return|anonymise)\\b',
    ],
    [
      'asks for the return or deletion of a client’s data',
      "\\b(?:delete|deletion of|erase|return|export|copy of|anonymise|purge|wipe|remove)\\b{near}\\b(?:client data|(?:our|the client['’]s|their) (?:company|workspace|client|organisation|business)(?:['’]s)?(?: data| workspace| information)?)\\b",
    ],
    [
      'confirms that the client’s copy arrived',
      '\\b(?:confirm(?:s|ed|ing)?|confirmation)\\b{near}\\b(?:we|client|they)\\b{near}\\b(?:received|downloaded|got)\\b{near}\\b(?:export|copy|data|archive|secure link)\\b|\\bcertificate of (?:deletion|destruction)\\b',
    ],
  ),
  ...rows('client_information_retention', [
    'a former client asks about the contact data that is left',
    '\\b(?:former|previous|ex-?|no longer (?:a|your)|stopped being (?:a|your)|used to be (?:a|your))\\b ?(?:client|customer)s?\\b{gap}\\b(?:still|keep|hold|have|delete|remove|contact)\\b{near}\\b(?:our|contact|client)\\b',
  ]),
];

/** What people say that sounds like a request and is none; each drops the marks of its own sentence. */
export const notOneRows: readonly { readonly reason: NotOneReason; readonly words: string }[] = [
  {
    reason: 'talk_among_staff',
    words:
      '\\bhow many (?:open |new |late )?(?:d?sars?|requests?|complaints?|objections?|access|erasures?)\\b',
  },
  {
    reason: 'question_about_the_rules',
    words:
      "\\b(?:how (?:long|do|should|many|can|does|to)|what(?:['’]s| is| are| happens| do| does)|when (?:do|should|must|is)|who (?:can|should|may|handles|approves|answers)|where (?:do|should|is)|do (?:we|i)|can (?:we|i)|should (?:we|i)|must (?:we|i)|is there|does (?:a|an|the))\\b{gap}\\b(?:(?:answer|handle|process|log|respond to|deal with|reply to|refuse|extend|file|record|treat|count|forward|verify)\\b{gap}\\b(?:requests?|d?sars?|complaints?|objections?|erasure|it|one|them)|(?:the )?(?:deadline|time limit|procedure|process|template|form|policy|rules?|law)\\b{gap}\\b(?:requests?|d?sars?|complaints?|access|erasure|gdpr|article|rights?|objections?|consent|portability)|(?:an?|the) (?:d?sar|subject access(?: request)?|erasure request|right to (?:erasure|object|rectification|be forgotten|restriction|access)|right of access|data portability|portability|article \\d+|rectification|restriction of processing)\\b(?! (?:please|for me|about me|on me)))",
  },
  {
    reason: 'question_about_the_rules',
    words: '\\b(?:what|explain|define)\\b{near}\\b(?:means?|mean by|stands? for|definition of)\\b',
  },
  {
    reason: 'talk_among_staff',
    words:
      "\\b(?:we|team|everyone|all|please|can you|could you|let['’]s|i(?:['’]ve|['’]ll| have| will)?|who)\\b{near}\\b(?:have|has|had|got|closed|answered|finished|update[ds]?|review(?:ed)?|draft(?:ed)?|reword|train(?:ing)?|write|translate|discuss|own|owns|counted)\\b{near}\\b(?:\\d+|three|two|four|five|several|many|all|the|our|open|last|this|next|a new|new)\\b{near}\\b(?:d?sars?|access requests|erasure requests|requests?|complaints?|templates?|policy|procedure|register|checklist|training|runbook|privacy notice|portability (?:feature|export)|unsubscribe (?:link|page|button|rate))\\b",
  },
  {
    reason: 'talk_among_staff',
    words:
      '\\b(?:unsubscribe (?:link|page|button|rate|flow|header|endpoint)|(?:dsar|sar|gdpr|privacy) (?:training|template|webinar|workshop|runbook|tool|dashboard|slides?|deck|report|numbers))\\b',
  },
  {
    reason: 'login_help',
    words:
      "\\b(?:log ?in|sign in|password|2fa|locked out|reset (?:my|the)|can(?:no|['’])t (?:get into|access|open|log)|cannot (?:access|open)|access to (?:the|my|our) (?:account|repo|repository|channel|drive|folder|dashboard|staging|server|database|calendar|workspace|wiki|document|doc|spreadsheet|admin))\\b",
  },
  {
    reason: 'tools_and_housekeeping',
    words:
      '\\b(?:delete|remove|erase|wipe|purge|drop|restrict|freeze|lock|move|transfer|export|correct|fix|update|unsubscribe|stop|object|rectify|cancel|withdraw)\\b{near}\\b(?:branch|build|pipeline|deploy(?:ment)?|tables?|column|index|cache|test data|dummy|staging|ticket|jira|github|pull request|pr|commit|typo|slide|logo|meeting|calendar|invites?|(?:last|previous|own) (?:message|comment|post)|channel|thread|notifications?|reminders?|cron|bot|script|server|database|backup job|log level|feature|release|code|config(?:uration)?|application for|job application|room|booking|order|proposal|offer|quote|variable|object storage|json file|csv file)\\b',
  },
  {
    reason: 'complaint_about_something_else',
    words:
      '\\bcomplain(?:s|t|ts|ed|ing)?\\b{gap}\\b(?:price|invoice amount|delivery|bug|speed|slow|feature|outage|support times?|food|noise|weather|service quality|refund|downtime|ui|performance)\\b',
  },
  {
    reason: 'question_about_the_policy',
    words:
      '\\b(?:where|which|what|does|is|can)\\b{gap}\\b(?:our |the |your )?(?:privacy (?:policy|notice)|cookie policy)\\b',
  },
];

export type NotOneReason =
  | 'question_about_the_rules'
  | 'talk_among_staff'
  | 'login_help'
  | 'tools_and_housekeeping'
  | 'complaint_about_something_else'
  | 'question_about_the_policy'
  | 'no_personal_data_mentioned';
