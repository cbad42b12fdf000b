/** Private words to whoever was given a case or a task by somebody else. */
import type { CaseFace } from '../flows/cases/case-face.ts';
import type { CaseEvent } from '../requests/case/case-events.ts';
import type { Message } from '../views/blocks.ts';
import { dueLine } from '../views/case-due.ts';
import { ownerMessage, taskMessage } from '../views/case-notices.ts';

/** An older hand-over or task is no news any more: a restored register does not send private messages about the past. */
export const newsMs = 3 * 24 * 60 * 60_000;

/** What the keys of a case's words begin with; the number of the event follows. */
export const wordKey = (number: string): string => `word ${number} `;

type PersonalNotice = { readonly key: string; readonly to: string; readonly message: Message };

/** Who was given something by somebody else, as long as it is still theirs. Reads plain fields only. */
export const wordsFrom = (
  face: CaseFace,
  history: readonly CaseEvent[],
  now: Date,
): readonly PersonalNotice[] => {
  const { number, right, request } = face;
  const due = dueLine(face);
  return history.flatMap((event, index): readonly PersonalNotice[] => {
    if (now.getTime() - Date.parse(event.at) > newsMs) return [];
    const key = `${wordKey(number)}${index}`;
    if (event.type === 'handed_over' && event.to !== event.by && request.owner === event.to)
      return [{ key, to: event.to, message: ownerMessage(number, right, event.by, due) }];
    if (event.type !== 'task_assigned' || event.to === event.by) return [];
    const task = request.tasks.find((each) => each.id === event.task);
    return task?.status === 'open' && task.assignee === event.to
      ? [{ key, to: event.to, message: taskMessage(number, right, task.title, event.by, due) }]
      : [];
  });
};

/** Whom a word was for, by its key. */
export const readerOfWord = (history: readonly CaseEvent[], key: string): string | null => {
  const event = history[Number(key.split(' ').at(-1))];
  return event?.type === 'handed_over' || event?.type === 'task_assigned' ? event.to : null;
};
