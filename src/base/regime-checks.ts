/** What no schema sees in a regime: rows out of order, flags without a sentence, sentences without their braces, places without a calendar. */
import type { AnswerLaw, RegimeData } from '../requests/clock/regime.ts';

/** Flags that the engine itself can put on a clock of any regime. */
const engineFlags: readonly string[] = [
  'clarification_not_reasonably_required',
  'effective_on_receipt',
  'extension_illegal_late',
  'extension_illegal_no_valid_reason',
  'extension_not_available',
  'fee_request_not_reasonable_ignored',
  'identity_request_not_prompt_ignored',
  'identity_request_not_reasonable_ignored',
  'outside_holiday_table',
  'pause_after_deadline_ineffective',
  'pause_in_roll_tail',
  'pause_not_available_for_right',
  'request_after_deadline_ineffective',
  'second_extension_not_available',
];

const flagsOf = (row: AnswerLaw): readonly string[] =>
  Object.values(row.asking)
    .flatMap(({ flag, otherRightFlag }) => [flag, otherRightFlag])
    .filter((flag) => flag !== undefined);

const flagProblems = (regime: RegimeData): readonly string[] => {
  const own = [
    ...regime.answer.flatMap(flagsOf),
    ...regime.acknowledge.flatMap(({ flag }) => (flag === undefined ? [] : [flag])),
  ];
  return [...new Set([...engineFlags, ...own])]
    .filter((flag) => regime.flags[flag] === undefined)
    .map((flag) => `flags: "${flag}" has no sentence`);
};

type CheckedRow = Pick<AnswerLaw, 'receivedFrom'>;

const orderProblems = (name: string, rows: readonly CheckedRow[]): readonly string[] =>
  rows.flatMap(({ receivedFrom }, index) => {
    const before = rows[index - 1]?.receivedFrom ?? null;
    if (index === 0) return receivedFrom === null ? [] : [`${name}.0: the first row holds from always`];
    if (receivedFrom === null) return [`${name}.${index}: only the first row holds from always`];
    return before !== null && receivedFrom <= before ? [`${name}.${index}: rows stand oldest first`] : [];
  });

/** Which facts a sentence must leave room for. */
const braces: readonly (readonly [keyof AnswerLaw['words'], readonly string[]])[] = [
  ['notice', ['date']],
  ['refusal', ['date']],
  ['paused', ['days', 'spans']],
  ['strict', ['date']],
];

const braceProblems = (regime: RegimeData): readonly string[] => [
  ...regime.answer.flatMap(({ words }, index) =>
    braces.flatMap(([name, facts]) =>
      facts
        .filter((fact) => words[name] !== undefined && !words[name].includes(`{${fact}}`))
        .map((fact) => `answer.${index}.words.${name}: leaves no room for {${fact}}`),
    ),
  ),
  ...regime.acknowledge.flatMap(({ within, words }, index) =>
    within === undefined
      ? []
      : [words.day, words.due]
          .filter((text) => text?.includes('{date}') !== true)
          .map(() => `acknowledge.${index}.words: "day" and "due" have to name the {date}`),
  ),
];

const groundProblems = (regime: RegimeData): readonly string[] =>
  (['refusal', 'exemptions', 'restriction', 'objection', 'remedies'] as const).flatMap((list) => {
    const ids = regime.grounds[list].map(({ id }) => id);
    return ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => `grounds.yaml: ${list}: "${id}" stands there twice`);
  });

/** Each problem with the file it is in. `places` are those of places.yaml, `calendars` those that have a table. */
export const regimeProblems = (
  folder: string,
  regime: RegimeData,
  places: readonly string[],
  calendars: readonly string[],
): readonly string[] => {
  const inHead = [
    ...(regime.id === folder ? [] : [`id: is "${regime.id}" and not the name of its folder`]),
    ...orderProblems('answer', regime.answer),
    ...orderProblems('acknowledge', regime.acknowledge),
    ...flagProblems(regime),
    ...braceProblems(regime),
  ].map((problem) => `data/regimes/${folder}/regime.yaml: ${problem}`);
  const strangers = [
    ...Object.keys(regime.grounds.authorities).filter((name) => name !== 'default'),
    ...Object.keys(regime.grounds.national),
  ]
    .filter((name) => !places.includes(name))
    .map((name) => `grounds.yaml: "${name}" is no place of places.yaml`);
  const bare = places
    .filter((name) => !calendars.includes(name))
    .map((name) => `places.yaml: ${name} has no calendar; run: node bin/make-calendars.mjs`);
  const others = [...strangers, ...bare, ...groundProblems(regime)];
  return [...inHead, ...others.map((problem) => `data/regimes/${folder}/${problem}`)];
};
