/** What the register holds about one of its own users, as plain sentences: numbers of cases, never anything of a data subject. */
import type { Case } from '../../requests/case/case.ts';
import type { Casework } from './casework.ts';

const most = 20;

const numbered = (requests: readonly Case[]): string => {
  const numbers = requests.map(({ number }) => number);
  const shown = numbers.slice(-most).join(', ');
  return numbers.length > most ? `the latest are ${shown}` : shown;
};

const counted = (requests: readonly Case[], what: string): readonly string[] =>
  requests.length === 0
    ? []
    : [`${what} ${requests.length} ${requests.length === 1 ? 'case' : 'cases'}: ${numbered(requests)}.`];

export const heldAbout = async (desk: Casework, user: string): Promise<readonly string[]> => {
  const requests = (await desk.register.list()).map((head) => head.summary);
  const recorded = requests.map((request) => request.recordedBy[user] ?? 0);
  const events = recorded.reduce((sum, count) => sum + count, 0);
  const lines = [
    ...counted(
      requests.filter(({ loggedBy }) => loggedBy === user),
      'You logged',
    ),
    ...counted(
      requests.filter(({ owner }) => owner === user),
      'You own',
    ),
    ...counted(
      requests.filter(({ tasks }) => tasks.some(({ assignee }) => assignee === user)),
      'You were given tasks in',
    ),
  ];
  if (lines.length === 0 && events === 0) return ['The register of rights requests does not name you.'];
  return [
    ...lines,
    `The register has ${events} ${events === 1 ? 'entry' : 'entries'} under your Slack id: each says what you did to a case, and when.`,
    'That is kept as long as the case: three years after it closes, six after a refusal, a complaint or a dispute. Then what it says of the person is erased; the bare history with its Slack ids stays as evidence that we answered.',
  ];
};
