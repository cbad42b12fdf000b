/** Ways of writing a day in English, German, French and Spanish, brought into the one that the reader of days knows. */

const weekdays: readonly (readonly [string, string])[] = [
  ['Monday', 'montag|lundi|lunes'],
  ['Tuesday', 'dienstag|mardi|martes'],
  ['Wednesday', 'mittwoch|mercredi|mi[ée]rcoles'],
  ['Thursday', 'donnerstag|jeudi|jueves'],
  ['Friday', 'freitag|vendredi|viernes'],
  ['Saturday', 'samstag|sonnabend|samedi|s[áa]bado'],
  ['Sunday', 'sonntag|dimanche|domingo'],
];

const months: readonly (readonly [string, string])[] = [
  ['January', 'januar|jänner|jän|janvier|janv|enero|ene'],
  ['February', 'februar|feber|f[ée]vrier|f[ée]vr?|febrero'],
  ['March', 'märz|maerz|mär|mrz|mars|marzo'],
  ['April', 'avril|avr|abril|abr'],
  ['May', 'mai|mayo'],
  ['June', 'juni|juin|junio'],
  ['July', 'juli|juillet|juil|julio'],
  ['August', 'ao[ûu]t|agosto|ago'],
  ['September', 'septembre|septiembre|setiembre'],
  ['October', 'oktober|okt|octobre|octubre'],
  ['November', 'novembre|noviembre'],
  ['December', 'dezember|dez|d[ée]cembre|d[ée]c|diciembre|dic'],
];

const numbers: readonly (readonly [string, string])[] = [
  ['a', 'eine[mnr]?|une?|un[oa]'],
  ['two', 'zwei|deux|dos'],
  ['three', 'drei|trois|tres'],
  ['four', 'vier|quatre|cuatro'],
  ['five', 'fünf|cinq|cinco'],
  ['six', 'sechs|seis'],
  ['seven', 'sieben|sept|siete'],
  ['eight', 'acht|huit|ocho'],
  ['nine', 'neun|neuf|nueve'],
  ['ten', 'zehn|dix|diez'],
];

/** `\b` knows no "é" or "ä", so letters are looked for by name. */
const word = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'giu');

const count = `(\\d{1,3}|a|two|three|four|five|six|seven|eight|nine|ten|${numbers.map(([, words]) => words).join('|')})`;

const countIn = (text: string): string =>
  numbers.reduce((so, [english, words]) => so.replace(word(words), english), text);

/** "mai" or "ago" alone may be another word; beside the number of a day it is a month. */
const dayAndMonth = (text: string): string =>
  months.reduce(
    (so, [english, words]) =>
      so.replace(
        new RegExp(
          `(?<![\\p{L}\\p{N}])(\\d{1,2})(?:\\.|er|º|°)?\\s*(?:de\\s+|d')?(?:${words})(?!\\p{L})\\.?(?:\\s+del?\\s+(?=\\d{4}))?`,
          'giu',
        ),
        (_, day: string) => `${day} ${english} `,
      ),
    text,
  );

const ago: readonly (readonly [RegExp, string])[] = [
  [word(`(?:vor|il y a|hace)\\s+${count}\\s+(?:tag|tage|tagen|jours?|días?|dias?)`), 'day'],
  [word(`(?:vor|il y a|hace)\\s+${count}\\s+(?:wochen?|semaines?|semanas?)`), 'week'],
];

const last =
  'letzten?|vergangenen?|vorigen?|am letzten|dernier|passé|pasado|le dernier|el pasado|el último|último';

/** Places in the text are not kept: what was understood is said back as a date, not in the words that were typed. */
export const plainDayWords = (typed: string): string => {
  const text = typed
    .normalize('NFKC')
    .replace(/[‐-―]/g, '-')
    .replace(/[‘’]/g, "'")
    .replace(/\b(\d{1,2})\. ?(\d{1,2})\. ?(?=\d{4}\b|\d\d\b|$)/g, '$1.$2.')
    .replace(/\b(20\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])\b/g, '$1-$2-$3')
    .replace(word('avant[- ]hier|vorgestern|anteayer|antes de ayer'), 'the day before yesterday')
    .replace(word('gestern|hier|ayer'), 'yesterday')
    .replace(word("heute|aujourd'hui|hoy"), 'today');
  const counted = ago.reduce(
    (so, [words, unit]) => so.replace(words, (_, many: string) => `${countIn(many)} ${unit}s ago`),
    text,
  );
  const named = weekdays.reduce(
    (so, [english, words]) =>
      so
        .replace(
          word(`(?:${last})\\s+(?:${words})|(?:(?:le|el)\\s+)?(?:${words})\\s+(?:${last})`),
          `last ${english}`,
        )
        .replace(word(`(?:(?:am|le|el)\\s+)?(?:${words})`), english),
    counted,
  );
  return dayAndMonth(named)
    .replace(/\b(\d{1,2})\.\s*(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)/gi, '$1 ')
    .replace(/\b(\d{1,2})[- ]([A-Za-z]{3,9})[- ](\d{4})\b/g, '$1 $2 $3')
    .replace(
      /\b(\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?),? *'?(\d\d)\b(?![:.]?\d|\s?(?:am|pm|h|uhr)\b)/gi,
      '$1 20$2',
    )
    .replace(/\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b/g, '$1-$2-$3')
    .replace(/\b(?:a|one) fortnight ago\b/gi, '14 days ago')
    .replace(/\b(?:this (?:morning|afternoon|evening|noon)|tonight|just now|right now)\b/gi, 'today')
    .replace(/\blast night\b/gi, 'yesterday')
    .replace(/\b(?:am|vom|den)\s+(\d{1,2})\.(?!\s*\d)/gi, 'on the $1th')
    .replace(
      /(?<!\p{L})(?:le|du|el(?: d[ií]a)?|del(?: d[ií]a)?)\s+(\d{1,2})(?:er)?(?!\s*[./:\d-]|\s*\p{L})/giu,
      'the $1th',
    );
};
