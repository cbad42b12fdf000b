/** Two things that no likeness tells: an account to be closed, which may mean its data, and one more call that ends at the regulator. */
import type { Right } from '../clock/rights.ts';
import { expressionsOf, type Mark, type Quote, type Recognised, sentences } from './marks.ts';

const ACCOUNT = "(?:my|our|his|her|their|the (?:customer|client|user)['’]?s?) (?:\\w+ ){0,2}?accounts?\\b";
const CLOSES = [
  `\\b(?:close|closing|cancel|cancell?ing|shut(?:ting)?(?: down)?|deactivate|terminate|end|ending) (?:down )?${ACCOUNT}`,
  `\\b(?:wants?|would like|['’]d like|needs?|please|asks? for|asked for)\\b{gap}\\b${ACCOUNT}{near}\\b(?:closed|shut|cancelled|canceled|deactivated|terminated)\\b`,
].join('|');
/** How it is done in a tool, or whose it is besides, is no wish of a person who writes to us. */
const ASKS_HOW =
  '^\\s*(?:how|where|when|what|who|why|which|can i|do i|should i)\\b|\\b(?:test|demo|{tool}) (?:user|account)s?\\b';

const REACH = '(?:phone|call|ring|text|e-?mail|write(?: to)?|message|contact|bother|chase|pester)s?';
const AGAIN = '(?:again|once more|one more time|another time|any ?more|ever)';
const ONE_MORE = [
  `\\b(?:if|next time|the moment)\\b{near}\\b${REACH}\\b{near}\\b${AGAIN}\\b`,
  '\\b(?:one|another) more (?:phone )?(?:call|text|e-?mail|letter|message)s?\\b{near}\\b(?:and|or)\\b',
  `\\bnext time\\b{near}\\b${REACH}\\b`,
].join('|');
const THREAT =
  "\\b(?:ico|information commission(?:er)?(?:['’]s office)?|regulator|ombudsman|data protection (?:authority|commission(?:er)?)|report(?:s|ing)? (?:us|you|this|them|it)|complains?)\\b";

const quoted = (sentence: Quote, found: RegExpExecArray): Quote => ({
  start: sentence.start + found.index,
  end: sentence.start + found.index + found[0].length,
  text: found[0],
});

const markOf = (right: Right, why: string, quote: Quote): Mark => ({ right, why, quote });

/** "… to the ICO if we phone him once more": a complaint, and an objection to what would be sent or said. */
const oneMore = (sentence: Quote, expression: (words: string) => RegExp): readonly Mark[] => {
  const reach = expression(ONE_MORE).exec(sentence.text);
  const threat = expression(THREAT).exec(sentence.text);
  return reach === null || threat === null
    ? []
    : [
        markOf('complaint', 'would go to the regulator, or complain', quoted(sentence, threat)),
        markOf(
          'direct_marketing_objection',
          'wants not to be called or written to again',
          quoted(sentence, reach),
        ),
      ];
};

const closing = (
  sentence: Quote,
  own: Recognised,
  expression: (words: string) => RegExp,
): readonly Mark[] => {
  const found = expression(CLOSES).exec(sentence.text);
  if (found === null || expression(ASKS_HOW).test(sentence.text)) return [];
  // Companies that keep data of their own people with us end an agreement by it.
  const right = own.clients && /\bour\b/iu.test(found[0]) ? 'client_data_deletion' : 'erasure';
  return [
    markOf(right, 'wants an account closed, and may mean that its data goes too', quoted(sentence, found)),
  ];
};

export type ByRule = {
  /** Surely asked for. */
  readonly asked: readonly Mark[];
  /** Perhaps meant: whoever reads it asks, or logs it. */
  readonly meant: readonly Mark[];
};

const firstOfEach = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter(({ right }, at) => marks.findIndex((other) => other.right === right) === at);

/** Pure; the marks stand beside those that were learnt from, and change nothing of what was learnt. */
export const marksByRule = (text: string, own: Recognised): ByRule => {
  const expression = expressionsOf(own);
  const all = sentences(text);
  return {
    asked: firstOfEach(all.flatMap((sentence) => oneMore(sentence, expression))),
    meant: firstOfEach(all.flatMap((sentence) => closing(sentence, own, expression))),
  };
};
