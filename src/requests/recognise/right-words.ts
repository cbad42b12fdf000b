/** The right that somebody means when they type it: its own name, its article, or what people say. */
import type { Right } from '../clock/rights.ts';

const names: readonly (readonly [Right, RegExp])[] = [
  [
    'direct_marketing_objection',
    /\b(?:direct[ _-]marketing(?:[ _-]objections?)?|marketing(?:[ _-]opt[ _-]?outs?)?|opt(?:ing)?[ _-]?outs?|unsubscribe|newsletters?|art(?:icle)?\.? ?21 ?\([23]\))/gi,
  ],
  [
    'client_data_deletion',
    /\b(?:client[ _-]data(?:[ _-]deletion)?|client[ _-](?:leaving|leaves|termination)|termination)\b/gi,
  ],
  ['client_information_retention', /\bclient[ _-]information(?:[ _-]retention)?\b/gi],
  [
    'consent_withdrawal',
    /\b(?:consent[ _-]withdrawals?|withdraw(?:al|s|ing)?(?: (?:of )?consent)?|consent|art(?:icle)?\.? ?7\b)/gi,
  ],
  [
    'automated_decision',
    /\b(?:(?:contest(?:s|ing)? (?:an? )?)?automated(?:[ _-]decisions?)?(?:[ _-]making)?|human (?:review|intervention)|art(?:icle)?\.? ?22[a-d]?\b)/gi,
  ],
  [
    'access',
    /\b(?:(?:subject[ _-])?access(?:[ _-]requests?)?|d?sars?|cop(?:y|ies)(?: of (?:the )?data)?|art(?:icle)?\.? ?15\b)/gi,
  ],
  [
    'erasure',
    /\b(?:eras(?:ure|e|es|ing)|delet(?:e|es|ion|ing)|forgotten|forget|remov(?:e|al)|art(?:icle)?\.? ?17\b)/gi,
  ],
  [
    'rectification',
    /\b(?:rectif(?:ication|y)|correct(?:ion|ions|ing)?|corrected|amend(?:ment)?|update|art(?:icle)?\.? ?16\b)/gi,
  ],
  ['restriction', /\b(?:restrict(?:ion|ing)?|freeze|pause|art(?:icle)?\.? ?18\b)/gi],
  ['portability', /\b(?:(?:data[ _-])?portability|port(?:ing)?|transfer|move|art(?:icle)?\.? ?20\b)/gi],
  ['complaint', /\b(?:complain(?:t|ts|ing)?|unhappy|s(?:ection)?\.? ?164a)\b/gi],
  ['objection', /\b(?:object(?:ion|ions|ing|s)?|art(?:icle)?\.? ?21\b(?! ?\())/gi],
];

/** Small words that say nothing about which right it is. */
const small = [
  'the|an?|of|to|for|on|in|at|by|and|with|it|was|is|came|come|arrived|received?|from|dated?|request(?:ed|s)?|rights?|be|data|personal',
  'please|due|deadline|when|if|we|got|their|his|her|my|wants?|them|me|us|gdpr|day|letters?|e-?mails?|mails?|calls?|called|phoned?|rang',
  "post|posted|fax|forms?|notes?|messages?|sent|written|wrote|rec['’]?d|customer|client|morning|afternoon|evening|night|noon|early|late",
  'vom|am|der|die|das|den|um|uhr|brief|anfrage|schreiben|mail|erhalten|eingegangen|früh|morgen|vormittag|nachmittag|mittag|abend',
  'le|la|du|de|des|lettre|courriel|demande|reçue?s?|matin|midi|soir|el|del|carta|correo|solicitud|recibid[oa]|por|tarde|mañana|noche',
];
const filler = new RegExp(`(?<![\\p{L}\\p{N}])(?:${small.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

export type RightWords = { readonly rights: readonly Right[]; readonly unknown: readonly string[] };

/** The rights named in a short text, in the order of the table, and the words that say none. Law text is not read here. */
export const rightsInWords = (text: string): RightWords => {
  const { rights, rest } = names.reduce<{ readonly rights: readonly Right[]; readonly rest: string }>(
    (so, [right, words]) => {
      const rest = so.rest.replace(words, ' ');
      return rest === so.rest ? so : { rights: [...so.rights, right], rest };
    },
    { rights: [], rest: text.normalize('NFKC') },
  );
  const unknown = rest.replace(filler, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return { rights, unknown };
};
