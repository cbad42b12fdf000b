/** People by what they are and where: "the night porter at Harrogate", "our managing director"; one person in all the world, and no name. */
import { MARK, MARKED_ROLE, marked } from './people-words.ts';

const CAPITALS = "\\p{Lu}\\p{Ll}[\\p{L}'’&-]*(?: \\p{Lu}\\p{Ll}[\\p{L}'’&-]*)*";
const WORD = `[${MARK}\\p{L}'’-]+`;
/** "the Diwali guest list" is a list, and nobody. */
const OF_A_ROLE =
  'list|book|log|data|file|record|wi-?fi|pass|badge|portal|account|form|system|notice|area|network|survey|database|register|panel|office|team|group|programme|scheme|contract|agreement|policy';
const placed: readonly RegExp[] = [
  // "the head nurse at Ferncombe Clinic", "the finance director of Brackwell Timber", "the chaplain at the Derby site"
  new RegExp(
    `(?<![\\p{L}])(?:the|our|my|The|Our) (?:${WORD} ){0,3}?${MARKED_ROLE}(?: of [\\p{Ll}-]+)? (?:at|in|from|of|for) (?:the |our )?(?:\\p{Ll}+ )?${CAPITALS}(?: (?:site|office|branch|depot|clinic|school|store|shop|plant|team|department|ward|centre|center|club|hotel|gym|warehouse|factory|house))?(?![\\p{L}])`,
    'gu',
  ),
  // "head of HR at Tarn Ltd", "deputy head at Aldermoor Primary"
  new RegExp(
    `(?<![\\p{L}])(?:MP|GP|CEO|CFO|COO|CTO|MD|PA|EA|[Hh]ead|[Dd]irector|[Cc]hair|[Mm]ayor|[Ss]ecretary|[Pp]rincipal|[Dd]eputy head) (?:of [\\p{L}]+ )?(?:at|of|in|for) ${CAPITALS}(?![\\p{L}])`,
    'gu',
  ),
  // "the Cardiff receptionist"
  new RegExp(
    `(?<![\\p{L}])(?:the|our|The|Our) ${CAPITALS} (?:${WORD} ){0,2}?${MARKED_ROLE}(?![\\p{L}])(?! (?:${OF_A_ROLE})s?\\b)`,
    'gu',
  ),
  // "Quillstone Marine's only harbour pilot"; not "Penny's CV to a client"
  new RegExp(
    `(?<![\\p{L}])${CAPITALS}(?:['’]s|s['’]) (?:(?!(?:to|a|an|the|of|for|with|in|from|by|and|or|is|as)\\b)${WORD} ){0,2}?${MARKED_ROLE}(?![\\p{L}])`,
    'gu',
  ),
  // "wee man from dispatch": a nickname, because no article stands before it
  new RegExp(
    `(?<=(?:^|[.?!,;] ?))(?:[Ww]ee|[Bb]ig|[Ll]ittle|[Mm]ad|[Oo]ld|[Yy]oung) ${MARKED_ROLE}(?![\\p{L}])`,
    'gu',
  ),
  // "our in-house translator", "our resident chaplain"
  new RegExp(
    `(?<![\\p{L}])(?:our|Our) (?:in-house|resident|night) (?:${WORD} )?${MARKED_ROLE}(?![\\p{L}])`,
    'gu',
  ),
];

/** Roles that every company has, and the law names: not one person to whoever reads of them. */
const OFFICE = /data protection|privacy|\bDPO\b|information (?:officer|governance|security)|compliance/iu;
/** "the new customer in March": no place. */
const IN_TIME =
  / (?:in|from|of|for) (?:January|February|March|April|May|June|July|August|September|October|November|December)$/u;
/** Offices that one person holds. */
const HELD_BY_ONE =
  /(?<![\p{L}])(?:(?:the|our|my|your|their|a) )?(?:(?:deputy|acting|former|interim|group|joint|new|old|current) )*(?:(?:managing|finance|financial|sales|marketing|hr|it|operations|commercial|technical|medical|creative|executive|artistic|company|legal|people|site|clinical|nursing|programme|regional) director|chief (?:[a-z]+ ){1,2}officer|(?:head|director|chair|vice president|vp|president) of (?!(?:the |a |your |each |their )?(?:department|departments|team|division|unit|branch|site|area)\b)(?:the )?[\p{L}]+|ceo|cfo|coo|cto|cio|chairman|chairwoman|chairperson|headteacher|headmaster|headmistress|general manager|company secretary)(?![\p{L}])/giu;

/** Puts "[person]" for a role at a named place and for an office that one person holds and `policies` (written small) do not name; `put` is told what was taken out. */
export const withoutRoles = (text: string, put: (removed: string) => void, policies: string): string => {
  const left = withoutPlaced(text, put);
  return left.replace(HELD_BY_ONE, (found) => {
    const office = found
      .toLowerCase()
      .replace(/^(?:the|our|my|your|their|a) /u, '')
      .trim();
    if (OFFICE.test(found) || policies.includes(office)) return found;
    put(found);
    return ' [person] ';
  });
};

const withoutPlaced = (text: string, put: (removed: string) => void): string =>
  placed
    .reduce(
      (left, pattern) =>
        left.replace(pattern, (found) => {
          const role = found.replaceAll(MARK, '');
          if (OFFICE.test(role) || IN_TIME.test(role)) return found;
          put(role);
          return ' [person] ';
        }),
      marked(text.replaceAll(MARK, ' ')),
    )
    .replaceAll(MARK, '');
