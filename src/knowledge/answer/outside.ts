/** Tells what is no matter of privacy. */
import { OUTSIDE } from '../question/topics.ts';
import type { Understanding } from '../question/understanding.ts';
import { wordsHeldBy } from '../rank/evidence.ts';
import type { DecideByUnits } from './decide-by-units.ts';
import { SURE_AT } from './decide-one.ts';
import type { TopicReading } from './readings.ts';
import { ofPrivacy } from './weigh.ts';

/** How sure it has to be that a message is no matter of privacy, by its likeness to phrasings. */
const OUTSIDE_AT = 0.3;
/** The same by the model of scope, weighed against the best reading: log odds, chosen on questions of another author. */
const OFF_TOPIC_AT = 0.6;
/** A question whose rarer words stand together in a passage speaks of what the policy speaks of. */
const OWN_WORDS = 3;
const SPOKEN_OF = 20;
/** The same where a message touches nothing that is known of privacy, and no reading is sure. */
const UNKNOWN_AT = -3;

/** Tells whether a text is no matter of privacy; `readings` are what it may mean, likeliest first. */
export const outsideJudge = (
  understanding: Pick<Understanding, 'vocabulary' | 'namesPrivacy' | 'offTopic'>,
  byUnits: DecideByUnits,
): ((text: string, readings: readonly TopicReading[]) => boolean) => {
  const known = (text: string): boolean =>
    understanding.vocabulary.classes(text).length > 0 ||
    understanding.vocabulary.conceptsAsked(text).length > 0;

  /** A question that some topic fits well, or some passage, is let through even with words of the office in it. */
  const offTopic = (text: string, chance: number): boolean => {
    if (understanding.namesPrivacy(text)) return false;
    const odds = understanding.offTopic(text) - Math.log(chance + 1e-3);
    if (odds < OFF_TOPIC_AT) return false;
    const { ranking } = byUnits(text);
    const covered = Math.max(
      0,
      ...ranking.ranked.slice(0, SPOKEN_OF).map(({ at }) => wordsHeldBy(ranking, at)),
    );
    return odds - OWN_WORDS * covered ** 2 >= OFF_TOPIC_AT;
  };

  return (text, readings) => {
    const [best] = readings;
    return (
      offTopic(text, ofPrivacy(readings)[0]?.chance ?? 0) ||
      (best?.topic.id === OUTSIDE && best.chance >= OUTSIDE_AT) ||
      (!known(text) && (best?.chance ?? 0) < SURE_AT && understanding.offTopic(text) > UNKNOWN_AT)
    );
  };
};
