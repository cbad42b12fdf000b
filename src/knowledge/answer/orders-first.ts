/** Of the passages that answer what to do, those first that order it. */
import type { Unit } from '../policy/policy.ts';
import { asksOutright } from '../question/what-to-do.ts';

/** An order to whoever reads it: what to do with it, whom to tell, by when. */
const ORDERS =
  /\b(?:pass|send|forward|hand|bring|give|take) (?:it|them|this|these|any \w+|the (?:request|person|caller|message))\b|(?:^|[;:,.] ?|\b(?:and|must) )(?:ring|call|tell|report|log|ask|contact|note|refer|do not|don['’]t) |\b(?:must|has to|have to) be (?:passed|reported|sent|forwarded|referred|entered|told|logged)\b|\b(?:at once|the same day|straight ?away|immediately|without delay)\b/iu;

/** The order stays as it is where the question is no such question, or the first passage orders something already. */
export const ordersFirst = (question: string, units: readonly Unit[]): readonly Unit[] => {
  const [first] = units;
  if (first === undefined || !asksOutright(question) || ORDERS.test(first.text)) return units;
  const found = units.find(
    ({ text, policy, section }) => ORDERS.test(text) && policy === first.policy && section === first.section,
  );
  return found === undefined ? units : [found, ...units.filter((unit) => unit !== found)];
};
