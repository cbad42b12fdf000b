/** Further words by which people exercise a right without ever using its name: footage, files, notes, photographs, lists, machines. */
import type { MarkRow } from './marks-table.ts';

const rows = (right: MarkRow['right'], ...list: readonly (readonly [string, string])[]): readonly MarkRow[] =>
  list.map(([why, words]) => ({ right, why, words }));

const thing =
  '(?:footage|videos?|cctv|films?|recordings?|(?:session |clinical |case |call )?notes|files?|personnel file|appraisals?|scores?|comments|feedback|readings|conversations?|chats?|chat history|transcripts?|print-?outs?|x-?rays?|scans?|(?:test |lab |blood )?results|references?|e-?mails?|messages|minutes|logs?|images?|pictures?|photos?|photographs?|letters|statements|reports?)';
const person =
  '(?:me|my|mine|him|his|her|hers|us|our client|them|(?:the|a|our) (?:man|woman|lady|customer|guest|member)|(?:mr|mrs|ms|miss|mx|dr) \\w+)';
const ask =
  "(?:send|give|let (?:me|us|him|her|them) have|need|needs|want|wants|['’]d (?:quite )?like|would like|like to|see|read|get|post|obtain|show|provide|forward|e-?mail|have|can i|could i|may i)";
const gone =
  '(?:remove|delete|take down|destroy|erase|shred|bin|pull|unpublish|hide|get rid of|wipe|vanish|disappear)';
const mine =
  "(?:my|our|her|his|their|mum[’']?s|dad[’']?s|mother[’']?s|father[’']?s|son[’']?s|daughter[’']?s)";
const shown =
  '(?:face|photos?|photographs?|pictures?|image|cv|résumé|resume|curriculum|application|video|clip|review|profile|account|page|listing|post|comment|name|portrait|voice|testimonial)';

export const furtherRows: readonly MarkRow[] = [
  ...rows(
    'access',
    [
      'asks for a record about them',
      `\\b${ask}\\b{gap}\\b${thing}\\b{gap}\\b(?:about|of|on|from|mention(?:s|ing)?|discuss(?:ed|ing)?|for|with|when|where|to|in which|that)\\b{gap}\\b${person}\\b`,
    ],
    ['asks for a record of theirs', `\\b${ask}\\b{gap}\\b(?:my|his|her|their) (?:\\w+ ){0,3}?${thing}\\b`],
    [
      'asks for a record about them',
      `\\b${thing} (?:of|about|on|that mention|mentioning|naming) (?:me|him|her|us|our client|my)\\b`,
    ],
    [
      'was filmed or recorded',
      '\\b(?:you|your \\w+|they|he|she) (?:filmed|recorded|videoed|taped|photographed|caught) (?:me|him|her|us)\\b',
    ],
    [
      'asks for a file that is kept on them',
      '\\b(?:my|his|her|their|whole|full|entire) (?:\\w+ )?(?:personnel|hr|staff|medical|patient|employment|school|tenancy|case|health|care|student) (?:files?|records?|notes)\\b',
    ],
    [
      'asks what we have on them',
      '\\bwhat (?:have|has|do|did|does)? ?(?:you|they|your \\w+)\\b{near}\\b(?:got|have|hold|know|keep|written|wrote|recorded)?\\b{near}\\b(?:on|about) (?:me|him|her|us)\\b',
    ],
    [
      'asks who was given something of theirs',
      '\\b(?:which|what|who|whom)\\b{gap}\\b(?:pass|passed|give|gave|given|sell|sold|share|shared|hand|handed|tell|told)\\b{near}\\b{my} (?:number|name|details|address|e-?mail|data|file)\\b',
    ],
    [
      'wants to read what somebody wrote of them',
      '\\b(?:read|see|know|have|include|including)\\b{near}\\bwhat (?:he|she|they|you|\\w+) (?:put|wrote|typed|noted|recorded|said)\\b',
    ],
    [
      'asks how much of them was recorded',
      '\\bhow much of (?:me|him|her|us)\\b|\\b(?:record|recorded|recording|film|filmed)\\b{near}\\b(?:of|about) (?:me|him|her)\\b',
    ],
    [
      'asks for a list of what they did',
      '\\b(?:print-?out|list|log|record|history|copy)\\b{near}\\b(?:all|every|each|whenever|times)\\b{gap}\\bi\\b',
    ],
    [
      'acts for somebody',
      '\\b(?:act|acting|instructed) (?:for|by|on behalf of)\\b[\\s\\S]{0,160}?\\b(?:notes|records?|file|documents|data|messages|information)\\b',
    ],
    ['has power of attorney and asks', '\\b(?:power of attorney|signed authority|letter of authority)\\b'],
    [
      'asks for their conversation',
      '\\bsend (?:me|us) (?:the|that|our|my) (?:\\w+ )?(?:conversation|chat|transcript|recording|call|footage|video)\\b',
    ],
  ),
  ...rows(
    'portability',
    [
      'wants it in a file for somebody else',
      '\\b(?:my|our|his|her|all the) (?:\\w+ ){0,2}?(?:readings|workouts|playlists?|history|data|contacts|orders|statements|photos|records|meter data|usage|messages|purchases)\\b[\\s\\S]{0,120}?\\b(?:spreadsheet|csv|file|format|download|my new|another|new (?:app|provider|supplier|tracker|bank|doctor|school)|switching)\\b',
    ],
    [
      'wants it handed to somebody else',
      '\\b(?:hand|pass|send|share|transfer|move|forward|release)\\b{gap}\\b(?:my|our|his|her) (?:\\w+ ){0,2}?(?:data|readings|history|records?|file|usage|usage history|details)\\b{gap}\\b(?:to|with|over to) (?!me\\b|us\\b)',
    ],
  ),
  ...rows(
    'erasure',
    ['wants something of theirs taken down', `\\b${gone}\\b{gap}\\b${mine} (?:\\w+ ){0,3}?${shown}s?\\b`],
    [
      'wants something of theirs taken down',
      `\\b${mine} (?:\\w+ ){0,2}?${shown}s?\\b{gap}\\b(?:is|are|still|appears?|shows?)\\b[\\s\\S]{0,140}?\\b(?:off|down|${gone}|removed|deleted|gone|vanish)\\b`,
    ],
    [
      'wants all of it gone',
      '\\b(?:all|everything|the lot|any of it|it|them)\\b{near}\\b(?:gone|vanish|disappear|wiped|shredded|destroyed)\\b(?! (?:into|to) )',
    ],
    ['wants it to vanish', '\\bmake (?:it|that|this|them) (?:vanish|disappear|go away)\\b'],
    [
      'takes back an application',
      '\\b(?:destroy|delete|remove|shred|bin|erase|withdraw)\\b{near}\\b(?:my|her|his) (?:cv|application|résumé|resume|documents|papers)\\b',
    ],
  ),
  ...rows(
    'rectification',
    [
      'is written to under another name',
      "\\bstill (?:write|writing|address|call|send|calling|addressing)\\b{gap}\\b(?:to )?(?:miss|mr|mrs|ms|my (?:old|maiden|former)|the wrong)\\b|\\b(?:it['’]s|i am|i['’]m) (?:mr|mrs|ms|miss|mx|dr) \\w+",
    ],
    [
      'says that what is written is not true',
      '\\b(?:says|said|states|shows|claims|reads|have me down)\\b{gap}\\b(?:i|me|my|he|she)\\b[\\s\\S]{0,120}?\\b(?:changed|corrected|wrong|not true|untrue|put right|never|fixed|amended)\\b',
    ],
    [
      'has a new name',
      '\\b(?:my|his|her) (?:\\w+ )?(?:name|surname|address|number|e-?mail|pronouns) (?:has|have|is|was) (?:now )?(?:changed|different|new|updated)\\b|\\bi changed my (?:name|surname|address|number)\\b',
    ],
  ),
  ...rows(
    'restriction',
    [
      'wants it kept and left alone',
      "\\b(?:keep|kept|don['’]t (?:throw|delete)|hold on to|on ice|on hold)\\b[\\s\\S]{0,120}?\\b(?:no one|nobody|not|n['’]t|without|leave)\\b{near}\\b(?:touch|use|used|using|look|working|work)\\b",
    ],
    [
      'wants nobody to use it until something is settled',
      "\\b(?:until|till|while|whilst)\\b[\\s\\S]{0,120}?\\b(?:nobody|no one|not|n['’]t|stop)\\b{gap}\\b(?:touch(?:ing)?|us(?:e|ed|ing)|work(?:ing)?)\\b{gap}\\b(?:it|my|them|details|file|data)\\b",
    ],
  ),
  ...rows(
    'objection',
    [
      'does not want to be filmed',
      "\\b(?:cameras?|cctv|doorbell|drone)\\b{gap}\\b(?:points?|pointing|looks?|looking|faces?|films?|covers?|aimed|records?)\\b{gap}\\b(?:my|our|his|her)\\b|\\b(?:n['’]t|not|stop)\\b{near}\\b(?:want|like)?\\b{near}\\b(?:filmed|filming|recorded|photographed|watched)\\b",
    ],
    [
      'does not want to be studied',
      "\\b(?:stop|rather you didn['’]t|n['’]t want|not want|object to|leave me out|no more|refuse)\\b{gap}\\b(?:study(?:ing)?|guess(?:ing)?|profil\\w*|predict\\w*|train(?:ing)?|track\\w*|scor(?:e|ing)|analys\\w*|recommend\\w*|fed into|ai\\b|watch(?:ing)?|research)",
    ],
    [
      'wants a person to decide',
      '\\b(?:computer|algorithm|machine|software|system|robot|bot|ai|automat\\w+)\\b[\\s\\S]{0,140}?\\b(?:turned|reject\\w*|refus\\w*|declin\\w*|decid\\w*|decision|said no|scored|human|real person|somebody|someone)\\b|\\b(?:human|real person|somebody|someone|person)\\b{near}\\b(?:should |must |to |has to )?(?:look at|review|check|decide|reconsider)\\b{gap}\\b(?:it|my|this|the decision|again)\\b',
    ],
  ),
  ...rows('consent_withdrawal', [
    'said yes once and no longer',
    "\\b(?:said yes|agreed|gave permission|gave you permission|signed the form|signed up|ticked|consented)\\b[\\s\\S]{0,140}?\\b(?:changed my mind|no longer|don['’]t want|stop|not any ?more|take it back|withdraw)\\b|\\bstop using\\b[\\s\\S]{0,120}?\\b(?:agreed|consented|said yes|permission)\\b",
  ]),
  ...rows(
    'direct_marketing_objection',
    [
      'says stop',
      '^\\s*(?:stop(?: all| now| please)?|unsubscribe|opt ?out|end|quit|remove(?: me)?)\\s*[.!]*\\s*$',
    ],
    [
      'wants no more messages',
      '\\bno more (?:of (?:these|those|your) )?(?:texts?|e-?mails?|calls?|letters?|messages|post|leaflets|flyers|catalogues?|mailers|sms)\\b|\\blose my number\\b|\\b(?:sales|marketing|cold|survey|nuisance) calls?\\b|\\bnever (?:to )?(?:ring|call|text|e-?mail|write|phone|contact)\\b{near}\\b(?:again|me|us)\\b|\\b(?:stop|quit|cease) (?:the )?(?:texts?|calls?|e-?mails?|ringing|calling|texting|post(?:ing)?|letters)\\b',
    ],
  ),
  ...rows(
    'complaint',
    [
      'says that others heard or saw what is theirs',
      '\\b(?:talked|told|spoke|said|read out|discussed|shouted|gossip\\w*|showed|shown|posted|shared|left|sent|revealed)\\b{gap}\\b(?:about )?(?:my|our|his|her) (?:\\w+ ){0,2}?(?:results|diagnosis|condition|salary|pay|debts?|money|problems|illness|pregnancy|treatment|case|divorce|file|letter|papers|medication|bank details)\\b',
    ],
    [
      'received what is somebody else’s',
      "\\b(?:another|somebody else['’]?s?|someone else['’]?s?|other people['’]?s|a stranger['’]?s?|different)\\b{near}\\b(?:family|customer|patient|person|people|client|name|bank|details|statement|letter|file|results)?[’'s]*\\b{near}\\b(?:details|letter|statement|invoice|results|file|bank|data|papers|records)\\b",
    ],
    [
      'wants it looked into',
      '\\b(?:want|like|expect) (?:this|it|an explanation)\\b{near}\\b(?:looked into|investigated|explained)\\b',
    ],
  ),
  ...rows('client_data_deletion', [
    'a client ends the agreement',
    "\\b(?:won['’]t|will not|not|do not|don['’]t) (?:be )?renew(?:ing)?\\b[\\s\\S]{0,160}?\\b(?:erase|delete|wipe|copy|return|give us back|backups?)\\b|\\b(?:contract|agreement|subscription|cooperation) (?:ends|ended|is over|expires|will end|comes to an end)\\b[\\s\\S]{0,200}?\\b(?:give|return|wipe|delete|erase|copies|certificate|confirmation|records)\\b",
  ]),
];
