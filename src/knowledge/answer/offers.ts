/** Plain questions to offer where it is not sure what was meant: each is known to be answered, by the passage that comes close or on the topic that is likely. */
import type { Unit } from '../policy/policy.ts';
import type { Own } from '../question/own.ts';
import { questionOf } from '../question/topics.ts';
import { alike } from '../question/words.ts';
import type { RankUnits } from '../rank/unit-ranking.ts';
import type { DecideByUnits } from './decide-by-units.ts';
import { SURE_AT } from './decide-one.ts';
import type { TopicReading } from './readings.ts';

const MOST = 3;
/** Words shared with what was asked: the same question again helps nobody. */
const SAME_AT = 0.8;

export type Offers = (
  asked: string,
  near: readonly Unit[],
  readings: readonly TopicReading[],
) => readonly string[];

/** What is offered is found once for each passage and topic, and kept. */
export const offersFrom = (
  { plainQuestionOf }: Pick<RankUnits, 'plainQuestionOf'>,
  byUnits: DecideByUnits,
  own: Own,
): Offers => {
  const known = new Map<string, string | null>();
  const once = (key: string, find: () => string | null): string | null => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find();
    known.set(key, found);
    return found;
  };
  const ofUnit = (unit: Unit): string | null =>
    once(unit.id, () => {
      const first = plainQuestionOf(unit);
      const answers = (question: string): boolean => {
        const { answered, units } = byUnits(question);
        return answered && units[0]?.id === unit.id;
      };
      return first !== undefined && answers(first) ? first : null;
    });
  const ofTopic = ({ topic }: TopicReading): string | null =>
    once(`topic ${topic.id}`, () => {
      const question = questionOf(topic, own);
      return question !== null && byUnits(question).answered ? question : null;
    });
  return (asked, near, readings) => {
    const likely = readings.filter(({ chance }) => chance >= SURE_AT).slice(0, MOST);
    const found = [...near.map(ofUnit), ...likely.map(ofTopic)].flatMap((question) => question ?? []);
    return [...new Set(found)].filter((question) => alike(question, asked) < SAME_AT).slice(0, MOST);
  };
};
