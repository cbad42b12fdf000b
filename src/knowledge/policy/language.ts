/** In which language a text is written, told by its small words. */
import type { Policy } from './policy.ts';

const SMALL_WORDS = {
  English:
    'the of and to in that is for with your you our are this by or not be from we as have will any which',
  German:
    'der die das und ist nicht mit für von den dem ein eine wir sie ihre oder auf werden zur zum bei nach durch auch',
  French:
    'le la les des et est une dans pour vos vous nous que qui sur par avec ou sont aux votre ce cette pas',
  Spanish: 'el los las una para por con que del sus es como más su no se nos usted datos cuando este esta',
  Italian: 'il gli della che per con una dei sono nel alla non è si dati le del suoi questo come anche',
  Dutch: 'de het een en van is niet met voor dat wij uw zijn op aan bij worden door ook deze om naar te of',
  Portuguese: 'os uma para com não dos que seus são nos pela seu quando este como mais ou das ao dados',
  Polish: 'i w na z do nie się że jest oraz przez dla danych lub po są od jako ich te',
  Swedish: 'och att det som är för med av inte den till vi din på har om eller ett kan dina',
} as const;

export type Language = keyof typeof SMALL_WORDS;

const LEAST_WORDS = 30;
const names: readonly Language[] = [
  'English',
  'German',
  'French',
  'Spanish',
  'Italian',
  'Dutch',
  'Portuguese',
  'Polish',
  'Swedish',
];
const sets = names.map((name) => [name, new Set(SMALL_WORDS[name].split(' '))] as const);

/** Null for a text of fewer than 30 words, and where no language that we know shows. */
export const languageOf = (text: string): Language | null => {
  const words =
    text
      .slice(0, 60_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return null;
  const scored = sets
    .map(([name, small]) => ({ name, share: words.filter((word) => small.has(word)).length / words.length }))
    .toSorted((a, b) => b.share - a.share);
  const [best] = scored;
  return best === undefined || best.share < 0.12 ? null : best.name;
};

/** What works for a policy in another language, and what does not; null for English and for what cannot be told. */
export const languageNotice = (text: string): string | null => {
  const language = languageOf(text);
  if (language === null || language === 'English') return null;
  return (
    `The text is in ${language}. Only English is understood well: quotes, deadlines, cases and letters work as ever, ` +
    'and words that stand in the text are found, but a question in its own words will often get “I found no passage”.'
  );
};

/** A sentence for each policy in another language, for whoever starts the bot. */
export const languageNotices = (policies: readonly Policy[]): readonly string[] =>
  policies.flatMap(({ head, units }) => {
    const notice = languageNotice(units.map(({ text }) => text).join('\n'));
    return notice === null ? [] : [`${head.title} (${head.id}): ${notice}`];
  });
