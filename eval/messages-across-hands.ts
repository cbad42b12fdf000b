/** How well requests are recognised in the messages of a hand that the model has never seen: learnt on the other hands, judged on this one. */
import { readMessage } from '../src/requests/recognise/read-message.ts';
import { learnMessages, noCompany, readMessageLines } from './train-messages.ts';

/** Who had read whose messages: lines of `d` were written after those of `e` and `f`, lines of `a` after those of `e`. */
const hadRead: Readonly<Record<string, readonly string[]>> = { e: ['a', 'd'], f: ['d'] };

export type HandFigures = {
  readonly hand: string;
  readonly requests: number;
  readonly found: number;
  /** Not found, but shown as one that may be. */
  readonly perhaps: number;
  readonly named: number;
  readonly traps: number;
  readonly called: number;
};

/** Four who wrote as people do, and two who wrote to be hard. */
const allHands = ['e', 'f', 'g', 'h', 'b', 'c'];

/** `dir` is `data/knowledge`. Nothing is written; the same files give the same figures. A model is learnt for each of `hands`. */
export const messagesAcrossHands = async (
  dir: string,
  hands: readonly string[] = allHands,
): Promise<readonly HandFigures[]> => {
  const { lines, kinds } = await readMessageLines(dir);
  return hands.map((hand): HandFigures => {
    const model = learnMessages({
      lines: lines.filter((line) => line.hand !== hand && !(hadRead[hand] ?? []).includes(line.hand)),
      kinds,
    });
    const read = lines
      .filter((each) => each.hand === hand)
      .map(({ text, right, also }) => ({
        rights: right === null ? [] : [right, ...also],
        ...readMessage(text, noCompany, model),
      }));
    const requests = read.filter(({ rights }) => rights.length > 0);
    const traps = read.filter(({ rights }) => rights.length === 0);
    const named = requests.filter(({ rights, marks }) =>
      marks.some(({ right }) => rights.some((one) => one === right)),
    );
    return {
      hand,
      requests: requests.length,
      found: requests.filter(({ verdict }) => verdict === 'request').length,
      perhaps: requests.filter(({ verdict }) => verdict === 'perhaps').length,
      named: named.length,
      traps: traps.length,
      called: traps.filter(({ verdict }) => verdict === 'request').length,
    };
  });
};
