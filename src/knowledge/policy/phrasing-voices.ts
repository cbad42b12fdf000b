/** The voices in which questions are written for a policy, whoever writes them: a model, an assistant, a person. */

/** How people ask; each voice is asked for by name, or a writer stays in one. */
export const VOICES = [
  'plain: a whole question in everyday words, none of the unit’s own where it can be helped',
  'hurried: half a sentence, typed between two things',
  'keyword: two to five key words, no grammar',
  'misspelt: typed fast on a telephone, with slips',
  'scenario: somebody is on the line or at the desk, two short sentences',
  'indirect: the matter is only hinted at, the rule has to be thought of',
  'non-native: simple words in an unusual order',
  'yes or no: half of them expecting yes, half no',
  'false premise: takes something for granted that the unit puts right',
] as const;
