/** `privacy eval --train…`: everything that is learned, each written where the program reads it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { phraseFromCatalogue } from '../../../eval/catalogue-phrasings.ts';
import { leftOutModels } from '../../../eval/left-out.ts';
import {
  answerableFile,
  decisionCases,
  decisionLeftOut,
  trainDecision,
} from '../../../eval/train-decision.ts';
import { trainLikeness } from '../../../eval/train-likeness.ts';
import { trainMessages } from '../../../eval/train-messages.ts';
import {
  learnOrders,
  type OrderLessons,
  ordersLeftOut,
  readOrderLessons,
} from '../../../eval/train-orders.ts';
import { learnSayable, readSayableLessons } from '../../../eval/train-sayable.ts';
import { trainTopics } from '../../../eval/train-topics.ts';
import {
  trainVerdict,
  verdictCases,
  verdictLeftOut,
  writeVerdictModels,
} from '../../../eval/train-verdict.ts';
import { projectRoot } from '../../base/root.ts';
import { done, type Io } from '../io.ts';
import { evalTrainPersons } from './eval-persons.ts';

const HERE = join(projectRoot, 'eval');
const WORDS = join(projectRoot, 'data', 'knowledge');
const SHIPPED = join(projectRoot, 'data', 'policies');
const OTHERS = join(HERE, 'policies');

/** The options that train; each prints to the error channel what it learned from, and what models that have not seen a company or a hand do. */
export const trainings = [
  'train',
  'train-persons',
  'train-decision',
  'train-verdict',
  'train-orders',
] as const;

const trainOrders = async (io: Io): Promise<OrderLessons> => {
  const lessons = await readOrderLessons(HERE, WORDS);
  await writeFile(join(WORDS, 'orders.bin'), learnOrders(lessons));
  io.err(`privacy eval: trained on ${lessons.hands.length} orders and honest questions that look alike`);
  return lessons;
};

const told = (lines: readonly string[], io: Io): void => {
  for (const line of lines) io.err(`privacy eval: ${line}`);
};

export const evalTrain: Readonly<Record<(typeof trainings)[number], (io: Io) => Promise<number>>> = {
  train: async (io) => {
    io.err(`privacy eval: trained on the phrasings, ${await trainTopics(WORDS)} features`);
    io.err(`privacy eval: trained on the messages, ${await trainMessages(WORDS)} features`);
    await phraseFromCatalogue(SHIPPED, WORDS);
    io.err(
      `privacy eval: trained on ${await trainLikeness(OTHERS, SHIPPED, WORDS)} questions with their passages`,
    );
    await trainOrders(io);
    return await evalTrainPersons(io);
  },
  'train-persons': evalTrainPersons,
  'train-decision': async (io) => {
    const cases = await decisionCases(OTHERS, WORDS, await leftOutModels(OTHERS, SHIPPED, WORDS));
    told(decisionLeftOut(cases), io);
    await writeFile(join(WORDS, 'answerable.json'), answerableFile(trainDecision(cases)));
    await writeFile(join(WORDS, 'sayable.bin'), learnSayable(await readSayableLessons(OTHERS)));
    return done;
  },
  'train-verdict': async (io) => {
    const cases = await verdictCases(OTHERS, WORDS);
    told(verdictLeftOut(cases), io);
    await writeVerdictModels(WORDS, trainVerdict(cases));
    return done;
  },
  'train-orders': async (io) => {
    told(ordersLeftOut(await trainOrders(io)), io);
    return done;
  },
};
