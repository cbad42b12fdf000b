import type { Citation } from './answer.ts';
import type { Decision } from './decide.ts';
import type { PolicyHead } from './policy.ts';

const CONTACT_STATED = (head: PolicyHead | undefined): string =>
  head === undefined || head.contact === 'not stated'
    ? 'The privacy team can help.'
    : `The privacy team can help, or write to ${head.contact}.`;

const silentText = ({ topics, near }: Decision, head: PolicyHead | undefined): string => {
  const [topic] = topics;
  const what =
    topic?.about === undefined ? 'The policy does not say this.' : `The policy does not say ${topic.about}.`;
  const close = near.length === 0 ? '' : ' What comes closest is shown, but it is not an answer.';
  return `${what}${close} ${CONTACT_STATED(head)}`;
};

const answeredText = ({ topics, silentOn }: Decision, citations: readonly Citation[]): string => {
  const sections = [...new Set(citations.map(({ section }) => `“${section}”`))];
  const questions = topics.flatMap(({ question }) => question ?? []);
  const read = questions.length === 0 ? '' : `${questions.join(' ')} `;
  const silence = silentOn
    .flatMap(({ about }) => (about === undefined ? [] : [` It does not say ${about}.`]))
    .join('');
  return `${read}This is what the policy says under ${sections.slice(0, 2).join(' and ')}.${silence}`;
};

/** Plain words for a decision; nothing in them is more than the policy, or its silence, bears out. */
export const wordingOf = (
  decision: Decision,
  citations: readonly Citation[],
  head: PolicyHead | undefined,
): string => {
  switch (decision.outcome) {
    case 'answered':
      return answeredText(decision, citations);
    case 'silent':
      return silentText(decision, head);
    case 'out_of_scope':
      return 'This does not look like a question about our privacy policy. Ask what the policy says about personal information, in English, and the answer comes with its exact words.';
    case 'declined':
      return 'That cannot be done here. Only the policy’s own words are quoted, nobody’s personal data is looked up, and nothing is changed. Ask what the policy says, or speak to the privacy team.';
  }
};
