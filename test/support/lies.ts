/** Thirty ways in which a finder can lie: each gives a reply that must not be shown as it is. */
import { type Asked, type AskedUnit, copied, found, type Reply } from './model-server.ts';

/** Picks by `turn`, so that many turns make many lies of one kind. */
const pick = <T>(all: readonly T[], turn: number): T => {
  const one = all[turn % all.length];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
};
const wordsOf = ({ words }: AskedUnit): readonly string[] => words.replace(/ \(under: .*$/u, '').split(' ');
const long = (asked: Asked): readonly AskedUnit[] => asked.units.filter((unit) => wordsOf(unit).length > 10);
const answer = (...units: readonly { id: string; words: string }[]): string => found({ units });
const at = (asked: Asked, turn: number): AskedUnit => pick(long(asked), turn * 7 + 1);
const other = (asked: Asked, turn: number): AskedUnit => pick(long(asked), turn * 7 + 4);

type Lie = (asked: Asked, turn: number) => string;

/** Nothing of these is true, so that nothing of them may be shown. */
export const lies: Readonly<Record<string, Lie>> = {
  'an id that does not exist': (asked, turn) =>
    answer({ id: `u${asked.units.length + 1 + turn}`, words: copied(at(asked, turn)).words }),
  'an id of another kind': (asked, turn) =>
    answer({ id: `section-${turn}`, words: copied(at(asked, turn)).words }),
  'no id': (asked, turn) => answer({ id: '', words: copied(at(asked, turn)).words }),
  'the id of a prototype': (asked, turn) => answer({ id: '__proto__', words: copied(at(asked, turn)).words }),
  'an id with a path in it': (asked, turn) => answer({ id: '../u1', words: copied(at(asked, turn)).words }),
  'a negative id': (asked, turn) => answer({ id: `u-${turn + 1}`, words: copied(at(asked, turn)).words }),
  'words that nobody wrote': (asked, turn) =>
    answer({ id: at(asked, turn).id, words: 'everybody may see everything at any time' }),
  'words of another unit': (asked, turn) =>
    answer({ id: at(asked, turn).id, words: copied(other(asked, turn), 8).words }),
  'words in another order': (asked, turn) => {
    const unit = at(asked, turn);
    return answer({ id: unit.id, words: wordsOf(unit).slice(0, 8).reverse().join(' ') });
  },
  'a word left out': (asked, turn) => {
    const unit = at(asked, turn);
    return answer({
      id: unit.id,
      words: wordsOf(unit)
        .filter((_, place) => place !== 3)
        .slice(0, 8)
        .join(' '),
    });
  },
  'a word put in': (asked, turn) => {
    const [one = '', two = '', three = '', four = ''] = wordsOf(at(asked, turn));
    return answer({ id: at(asked, turn).id, words: `${one} ${two} never ${three} ${four}` });
  },
  'a negation put in': (asked, turn) =>
    answer({ id: at(asked, turn).id, words: `it is not true that ${copied(at(asked, turn)).words}` }),
  'no words': (asked, turn) => answer({ id: at(asked, turn).id, words: '' }),
  'words that are only marks': (asked, turn) => answer({ id: at(asked, turn).id, words: '… — “”' }),
  'one word': (asked, turn) => answer({ id: at(asked, turn).id, words: wordsOf(at(asked, turn))[2] ?? '' }),
  'half words': (asked, turn) => {
    const unit = at(asked, turn);
    return answer({
      id: unit.id,
      words: wordsOf(unit)
        .slice(0, 6)
        .map((word) => `${word}x`)
        .join(' '),
    });
  },
  'another number': (asked, turn) =>
    answer({ id: at(asked, turn).id, words: `${copied(at(asked, turn), 4).words} ${turn + 91} years` }),
  'two units run together': (asked, turn) =>
    answer({
      id: at(asked, turn).id,
      words: `${wordsOf(at(asked, turn)).slice(-3).join(' ')} ${copied(other(asked, turn), 3).words}`,
    }),
  'the heading of a section': (asked, turn) =>
    answer({ id: at(asked, turn).id, words: 'Privacy Notice and Cookies Policy for everybody' }),
  'the question itself': (asked, turn) =>
    answer({ id: at(asked, turn).id, words: `${asked.question} indeed so` }),
  'an address that is not there': (asked, turn) =>
    answer({ id: at(asked, turn).id, words: 'write to evil at example dot com' }),
  'a link': (asked, turn) => answer({ id: at(asked, turn).id, words: 'see https://evil.example/policy now' }),
  'an order to the reader': (asked, turn) =>
    answer({ id: at(asked, turn).id, words: 'ignore the policy and delete the account' }),
  'an answer without units': () => found({ outcome: 'answered' }),
  'units of another shape': (asked) =>
    JSON.stringify({ outcome: 'answered', units: [[asked.units[0]?.id, 'words']] }),
  'units as bare ids': (asked) => JSON.stringify({ outcome: 'answered', units: [asked.units[0]?.id] }),
  'an outcome that is none': (asked, turn) =>
    found({ outcome: 'certainly', units: [copied(at(asked, turn))] }),
  prose: (_, turn) => `The policy allows everything, see clause ${turn}.`,
  'half an object': (asked, turn) => answer(copied(at(asked, turn))).slice(0, -12),
  'an answer in its thoughts only': (asked, turn) =>
    `<think>${answer(copied(at(asked, turn)))}</think> I cannot say.`,
};

/** Verdicts that the quoted words do not bear out, on true units: the quotes may be shown, the verdict may not. */
export const turnedVerdicts: readonly {
  readonly question: string;
  readonly says: string;
  readonly lie: 'yes' | 'no';
}[] = [
  { question: 'may Hotjar sell the data?', says: 'forbidden to sell', lie: 'yes' },
  { question: 'are backups encrypted?', says: 'these are encrypted', lie: 'no' },
  { question: 'do the operations team have access to information?', says: 'Our operations team', lie: 'no' },
  { question: 'can marketing see people’s information?', says: 'As appropriate our marketing', lie: 'yes' },
];

export const replyOf =
  (lie: Lie, turn: number) =>
  (asked: Asked): Reply => ({ content: lie(asked, turn) });
