/** Who is to be told of what in a case: whoever's turn it is, with the buttons to do it, and what the message says once it is done. */
import { returnReasons } from '../flows/cases/case-choices.ts';
import type { CaseFace } from '../flows/cases/case-face.ts';
import { proposalDetail } from '../flows/cases/plain-words.ts';
import { isOpen } from '../requests/case/case.ts';
import type { CaseEvent, ReturnReason } from '../requests/case/case-events.ts';
import { allSearched } from '../requests/case/fit-tasks.ts';
import { stepOf } from '../requests/case/next-step.ts';
import { deciders, preparers } from '../requests/decisions/two-persons.ts';
import { dueLine } from '../views/cases/case-due.ts';
import { ownerMessage, taskMessage } from '../views/cases/case-notices.ts';
import {
  approverMessage,
  newsMessage,
  reopenedMessage,
  settledMessage,
  turnMessage,
} from '../views/reminders/turn-notices.ts';
import type { NoticeFacts, NoticeScene, PersonalNotice, Told, Turn } from './notice-scene.ts';
import { asked, correction, foundWords } from './search-notices.ts';

/** An older turn is no news any more: a restored register does not send private messages about the past. */
export const newsMs = 7 * 24 * 60 * 60_000;

/** What the keys of a case's words begin with; the number of the event follows, and the reader where there are several. */
export const wordKey = (number: string): string => `word ${number} `;

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
  const what = proposalDetail(event.proposal, request, facts.law);
  const message = done
    ? settledMessage(
        `${number}: “${what}” has been ${end?.type === 'approval_given' ? 'agreed' : 'returned'}.`,
        end?.by,
      )
    : approverMessage({ number, right, due, by: event.by, what, about: event.id });
  return deciders(request, facts.approvers, [event.by]).map((to) => ({ to, message, done, among: true }));
};

/** The reason of the list; what else the approver wrote may name somebody, so it stands on top of the letter. */
const cameBack = (reason: ReturnReason): string => {
  const why = returnReasons.find(([code]) => code === reason)?.[1] ?? '';
  return `The answer came back. ${why}. It stands as it was sent, with the approver’s words on top.`;
};

/** The owner hears what came of it, with the next step as a button. */
const toOwner = (event: CaseEvent, scene: NoticeScene): readonly Told[] => {
  const { face, request, due, later, facts } = scene;
  const { number, right } = face;
  const { owner } = request;
  if (owner === null || owner === event.by) return [];
  const turn: Turn = (headline, until) => {
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
      return event.reason === 'recalled' ? [] : turn(cameBack(event.reason), ['submitted_for_review']);
    case 'approval_given':
      return turn('The approver has agreed.', ['submitted_for_review']);
    case 'task_done':
      return turn('A step that you gave away is done.', ['submitted_for_review']);
    case 'reopened':
      return turn('It has been opened again: it was closed by mistake.', ['response_recorded']);
    case 'approval_declined':
      return turn('The approver has returned the proposal.', ['submitted_for_review']);
    case 'team_answered': {
      if (event.corrects === true) return correction(event, scene, turn);
      const last = !later.some((each) => each.type === 'team_answered' && each.corrects !== true);
      if (event.result === 'not_ours' && last)
        return turn('A team says that a system is not theirs.', ['teams_asked', 'search_logged']);
      return last && allSearched(request)
        ? turn(`Every search is answered: ${foundWords(request)}.`, ['submitted_for_review', 'teams_asked'])
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
    const scene = { face, request: face.request, due, history, later: history.slice(index + 1), facts };
    const told = [handed, asked, toApprovers, toOwner, toLogger]
      .flatMap((rule) => rule(event, scene))
      .filter(({ to }) => !face.request.conflicts.includes(to));
    return told.map(({ to, message, done, version = done ? 1 : 0, atOnce, among }) => ({
      key: `${wordKey(face.number)}${index}${among === undefined ? '' : ` ${to}`}`,
      to,
      message,
      version,
      done,
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
