/** Who is to be told of what in a case: whoever's turn it is, with the buttons to do it, and what the message says once it is done. */
import type { CaseFace } from '../flows/cases/case-face.ts';
import { proposalDetail } from '../flows/cases/plain-words.ts';
import { type Case, isOpen } from '../requests/case/case.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import { allSearched } from '../requests/case/fit-tasks.ts';
import { stepOf } from '../requests/case/next-step.ts';
import { systemNamed } from '../requests/case/systems.ts';
import type { HolidayTable } from '../requests/clock/holidays.ts';
import { deciders, preparers } from '../requests/decisions/two-persons.ts';
import type { Message } from '../views/blocks.ts';
import { dueLine } from '../views/cases/case-due.ts';
import { ownerMessage, taskMessage } from '../views/cases/case-notices.ts';
import { teamAnsweredMessage, teamAskedMessage } from '../views/cases/search-round.ts';
import {
  approverMessage,
  newsMessage,
  reopenedMessage,
  settledMessage,
  turnMessage,
} from '../views/reminders/turn-notices.ts';

/** An older turn is no news any more: a restored register does not send private messages about the past. */
export const newsMs = 7 * 24 * 60 * 60_000;

/** What the keys of a case's words begin with; the number of the event follows, and the reader where there are several. */
export const wordKey = (number: string): string => `word ${number} `;

export type PersonalNotice = {
  readonly key: string;
  readonly to: string;
  readonly message: Message;
  /** 0 while it is their turn, 1 when it is done: then a message that stands is edited, and none is sent. */
  readonly version: 0 | 1;
  /** A colleague has just handed it to them: said at once. Everything else waits for civil hours. */
  readonly atOnce: boolean;
  readonly fresh: boolean;
};

export type NoticeFacts = {
  readonly approvers: readonly string[];
  readonly now: Date;
  readonly law: HolidayTable;
};

type Told = Pick<PersonalNotice, 'to' | 'message'> & {
  readonly done: boolean;
  readonly atOnce?: true;
  /** One of several readers of one event. */
  readonly among?: true;
};

type NoticeScene = {
  readonly face: CaseFace;
  readonly request: Case;
  readonly due: string;
  readonly later: readonly CaseEvent[];
  readonly facts: NoticeFacts;
};

const handed = (event: CaseEvent, { face, request, due }: NoticeScene): readonly Told[] => {
  const { number, right } = face;
  if (event.type === 'handed_over' && event.to !== event.by && request.owner === event.to)
    return [
      {
        to: event.to,
        message: ownerMessage(number, right, event.by, due),
        done: false,
        ...(event.by === 'system' ? {} : { atOnce: true as const }),
      },
    ];
  if (event.type !== 'task_assigned' || event.to === event.by) return [];
  const task = request.tasks.find((each) => each.id === event.task);
  if (task === undefined || task.assignee !== event.to) return [];
  const done = task.status !== 'open';
  return [
    {
      to: event.to,
      message: done
        ? settledMessage(`${number}: your step is done. Thank you.`)
        : taskMessage(number, right, task.title, event.by, due),
      done,
      atOnce: true,
    },
  ];
};

const asked = (event: CaseEvent, { face, request, due }: NoticeScene): readonly Told[] => {
  if (event.type !== 'teams_asked') return [];
  const { number, right } = face;
  const { systems, team } = event;
  const named = (ids: readonly string[]) => ids.map((id) => systemNamed(id, request.places));
  const out = request.asked.filter(
    ({ system, askedAt, result }) => systems.includes(system) && askedAt === event.at && result === null,
  );
  const done = out.length === 0 || !isOpen(request);
  const message = done
    ? teamAnsweredMessage({ number, systems: named(systems) })
    : teamAskedMessage({ number, right, team, systems: named(out.map(({ system }) => system)), due });
  return event.people.map((to) => ({ to, message, done, among: true }));
};

const toApprovers = (event: CaseEvent, scene: NoticeScene): readonly Told[] => {
  const { face, request, due, later, facts } = scene;
  const { number, right } = face;
  if (event.type === 'submitted_for_review') {
    const end = later.find(({ type }) => type === 'approved' || type === 'returned');
    const done = end !== undefined || request.state !== 'ready_for_review';
    const message = done
      ? settledMessage(
          `${number}: the answer has been ${end?.type === 'approved' ? 'approved' : 'returned'}.`,
          end?.by,
        )
      : approverMessage({ number, right, due, by: event.by, what: 'answer', about: event.contentHash });
    return deciders(request, facts.approvers, [...preparers(request), event.by]).map((to) => ({
      to,
      message,
      done,
      among: true,
    }));
  }
  if (event.type !== 'approval_requested') return [];
  const end = later.find(
    (each) => (each.type === 'approval_given' || each.type === 'approval_declined') && each.id === event.id,
  );
  const done = request.approvals.find(({ id }) => id === event.id)?.status !== 'pending';
  const what = proposalDetail(event.proposal, request.timeZone);
  const message = done
    ? settledMessage(
        `${number}: “${what}” has been ${end?.type === 'approval_given' ? 'agreed' : 'returned'}.`,
        end?.by,
      )
    : approverMessage({ number, right, due, by: event.by, what, about: event.id });
  return deciders(request, facts.approvers, [event.by]).map((to) => ({ to, message, done, among: true }));
};

/** The owner hears what came of it, with the next step as a button. */
const toOwner = (event: CaseEvent, { face, request, due, later, facts }: NoticeScene): readonly Told[] => {
  const { number, right } = face;
  const { owner } = request;
  if (owner === null || owner === event.by) return [];
  const turn = (headline: string, until: readonly CaseEvent['type'][]): readonly Told[] => {
    // Once its owner has gone on, the button in the message would be an old one.
    const done = later.some(({ type, by }) => until.includes(type) || by === owner) || !isOpen(request);
    return [
      {
        to: owner,
        message: done
          ? settledMessage(`${number}: ${headline} It has gone on since.`)
          : turnMessage({ number, right, due, headline, step: stepOf(request, facts.law) }),
        done,
      },
    ];
  };
  switch (event.type) {
    case 'approved':
      return turn('The answer is approved.', ['response_recorded', 'refused', 'returned']);
    case 'returned':
      return event.reason === 'recalled'
        ? []
        : turn('The answer came back: the reason stands in the history.', ['submitted_for_review']);
    case 'approval_given':
      return turn('The approver has agreed.', ['submitted_for_review']);
    case 'task_done':
      return turn('A step that you gave away is done.', ['submitted_for_review']);
    case 'reopened':
      return turn('It has been opened again: it was closed by mistake.', ['response_recorded']);
    case 'approval_declined':
      return turn('The approver has returned the proposal.', ['submitted_for_review']);
    case 'team_answered': {
      const last = !later.some(({ type }) => type === 'team_answered');
      if (event.result === 'not_ours' && last)
        return turn('A team says that a system is not theirs.', ['teams_asked', 'search_logged']);
      return last && allSearched(request)
        ? turn('Every search is answered.', ['submitted_for_review', 'teams_asked'])
        : [];
    }
    default:
      return [];
  }
};

const toLogger = (event: CaseEvent, { face, request, later }: NoticeScene): readonly Told[] => {
  const answered = event.type === 'response_recorded' || event.type === 'refused';
  const { loggedBy, owner } = request;
  if (!answered || [event.by, owner, 'system'].includes(loggedBy)) return [];
  const { number, right } = face;
  return later.some(({ type }) => type === 'reopened')
    ? [{ to: loggedBy, message: reopenedMessage(number, right), done: true }]
    : [{ to: loggedBy, message: newsMessage(number, right), done: false }];
};

/** Reads plain fields only: nobody's name can get into a message. */
export const noticesOf = (
  face: CaseFace,
  history: readonly CaseEvent[],
  facts: NoticeFacts,
): readonly PersonalNotice[] => {
  const due = dueLine(face);
  return history.flatMap((event, index): readonly PersonalNotice[] => {
    const scene = { face, request: face.request, due, later: history.slice(index + 1), facts };
    const told = [handed, asked, toApprovers, toOwner, toLogger]
      .flatMap((rule) => rule(event, scene))
      .filter(({ to }) => !face.request.conflicts.includes(to));
    return told.map(({ to, message, done, atOnce, among }) => ({
      key: `${wordKey(face.number)}${index}${among === undefined ? '' : ` ${to}`}`,
      to,
      message,
      version: done ? 1 : 0,
      atOnce: atOnce === true,
      fresh: facts.now.getTime() - Date.parse(event.at) <= newsMs,
    }));
  });
};

/** Whom a word was for, by its key; null where that can no longer be told. */
export const readerOfWord = (
  face: CaseFace,
  history: readonly CaseEvent[],
  key: string,
  facts: NoticeFacts,
): string | null => noticesOf(face, history, facts).find((each) => each.key === key)?.to ?? null;
