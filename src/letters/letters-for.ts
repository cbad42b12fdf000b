/** Which letters fit a case, best first. */
import type { Case } from '../requests/case/case.ts';
import { holdsUnder, type LetterMoment, type Template } from './template.ts';

/** What decides which letters fit. */
export type LetterSituation = Pick<
  Case,
  | 'right'
  | 'state'
  | 'regime'
  | 'clientWorkspace'
  | 'agent'
  | 'acknowledgedAt'
  | 'restricted'
  | 'review'
  | 'outcome'
> & {
  readonly extended: boolean;
  /** The due date has passed without an answer. */
  readonly overdue: boolean;
};

/** The letter a waiting state is waiting about. */
const asks: Readonly<Record<string, string>> = {
  awaiting_identity: 'identity-request',
  awaiting_authority: 'authority-request',
  awaiting_fee: 'fee',
  awaiting_clarification: 'clarification',
};

const order: Readonly<Record<LetterMoment, number>> = {
  answer: 0,
  refuse: 1,
  extend: 2,
  inform: 3,
  ask: 4,
  end: 5,
  acknowledge: 6,
};

/** Letters that fit only in some cases, whatever their front matter says. */
const possible = (id: string, now: LetterSituation): boolean => {
  switch (id) {
    case 'extension':
      return !now.extended && !now.overdue;
    case 'restriction-lifting-notice':
      return now.restricted;
    case 'forwarded-to-controller':
      return now.clientWorkspace;
    case 'authority-request':
      return now.agent;
    case 'restriction-answer':
      return now.right === 'restriction' || now.state === 'received' || now.state === 'in_progress';
    default:
      return true;
  }
};

const outcomes: Readonly<Record<string, readonly string[]>> = {
  refused: ['refusal', 'objection-refused'],
  no_data: ['no-data'],
};

/** Rights whose own answer tells what is withheld, kept or left as it is. */
const tellsParts: readonly LetterSituation['right'][] = ['access', 'portability', 'erasure', 'rectification'];

const ownAnswer: Readonly<Record<string, string>> = {
  restriction: 'restriction-answer',
  objection: 'objection-upheld',
};

/** Small numbers first. */
const rank = (template: Template, now: LetterSituation): number => {
  const decided = now.review?.outcome ?? now.outcome;
  if (now.clientWorkspace && template.id === 'forwarded-to-controller') return -40;
  // Fits always, and is never the next thing to write.
  if (template.id === 'complaint-form') return 80;
  // Only where the end of the agreement is still ahead; else the copy itself is the next thing.
  if (template.id === 'client-data-plan') return 5;
  if (template.moment === 'acknowledge') return now.acknowledgedAt === null ? -35 : 60;
  if (decided === 'partial' && template.id === 'refusal' && !tellsParts.includes(now.right)) return -30;
  if (decided !== null && outcomes[decided]?.includes(template.id) === true) return -30;
  if (asks[now.state] !== undefined && template.id === 'chaser') return -20;
  if (asks[now.state] === template.id) return -15;
  if (template.rights.length === 1 || ownAnswer[now.right] === template.id) return order[template.moment];
  return 10 + order[template.moment];
};

/** The ids of the letters that fit the right, the state and the law of a case, best first. */
export const lettersFor = (templates: Iterable<Template>, now: LetterSituation): readonly string[] =>
  [...templates]
    .filter(
      (template) =>
        template.rights.includes(now.right) &&
        template.states.includes(now.state) &&
        holdsUnder(template, now.regime) &&
        possible(template.id, now),
    )
    .toSorted((a, b) => rank(a, now) - rank(b, now) || a.id.localeCompare(b.id))
    .map(({ id }) => id);
