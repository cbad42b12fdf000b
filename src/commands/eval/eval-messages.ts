/** `eval messages`: how many requests are recognised in messages of a hand that the model has never seen. */
import { join } from 'node:path';
import { type HandFigures, messagesAcrossHands } from '../../../eval/messages-across-hands.ts';
import { projectRoot } from '../../base/root.ts';
import { done, type Io, wrongUse } from '../io.ts';

export const EVAL_MESSAGES_USE = 'eval messages [--json]';

const share = (some: number, all: number): string => `${((100 * some) / all).toFixed(1)} %`;

const rowOf = ({ hand, requests, found, perhaps, named, traps, called }: HandFigures): string =>
  [
    `hand ${hand}:`,
    `found ${found} of ${requests} (${share(found, requests)}),`,
    `perhaps ${perhaps},`,
    `not recognised ${requests - found - perhaps},`,
    `right named ${named} (${share(named, requests)}),`,
    `traps called requests ${called} of ${traps} (${share(called, traps)})`,
  ].join(' ');

export const evalMessages = async (args: readonly string[], io: Io): Promise<number> => {
  if (args.some((arg) => arg !== '--json')) {
    io.err(`Usage: privacy ${EVAL_MESSAGES_USE}`);
    return wrongUse;
  }
  const figures = await messagesAcrossHands(join(projectRoot, 'data', 'knowledge'));
  if (args.includes('--json')) io.out(JSON.stringify(figures));
  else for (const row of figures) io.out(rowOf(row));
  return done;
};
