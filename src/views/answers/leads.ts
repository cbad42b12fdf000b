/** What stands before the policy's own words, labelled as not the policy's: procedure, law, house rule. */
import { asksWhatToDo } from '../../flows/ask/what-to-do.ts';
import type { Answer } from '../../knowledge/answer/answer.ts';
import { lawLine, lawTitle, procedureTitle } from './more.ts';

const PROCEDURE_FIRST = 3;

/** Law is asked for by what has to be done; our own way by everything else. */
const ASKS_THE_LAW =
  /\b(?:must|have to|has to|need to|obliged|required|allowed|legal(?:ly)?|law|how (?:fast|quickly|soon)|deadline|time limit)\b/iu;

type Labelled = { readonly title: string; readonly lines: readonly string[] };

/** The procedure where the question is what to do; law and house rule that answer where the policy is silent. */
export const leadsOf = ({ question, procedure, law, outcome, answeredBeside }: Answer) => {
  const beside = outcome === 'silent' && answeredBeside === true;
  const rules = procedure.slice(0, asksWhatToDo(question) ? PROCEDURE_FIRST : beside ? 1 : 0);
  const laws = law.slice(0, beside ? 1 : 0);
  const ours: Labelled = { title: procedureTitle, lines: rules };
  const legal: Labelled = { title: lawTitle, lines: laws.map(lawLine) };
  const lawFirst = ASKS_THE_LAW.test(question) && !asksWhatToDo(question);
  return {
    labelled: (lawFirst ? [legal, ours] : [ours, legal]).filter(({ lines }) => lines.length > 0),
    rules: rules.length,
    laws: laws.length,
  };
};
