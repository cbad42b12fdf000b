import { expect, it } from 'vitest';
import type { Drafts } from '../../src/flows/letters/drafts.ts';
import { keepingForms, keptIfHeard } from '../../src/handlers/form-drafts.ts';
import { teamQuestionForm } from '../../src/views/answers/team-question.ts';
import { askForm, askFormId } from '../../src/views/menu.ts';
import { personAlone } from '../support/alone.ts';

const never = (): Promise<never> => new Promise(() => {});
const refuses = (): Promise<never> => Promise.reject(new Error('the database does not answer'));
const silent: Drafts = { read: never, update: never, drop: never, dropOlder: never, idsOf: never };
const cut: Drafts = { read: refuses, update: refuses, drop: refuses, dropOlder: refuses, idsOf: refuses };

const view = askForm(null, 'Who may see client data?');
const after = async (): Promise<void> => {};

/** What comes of a form that is sent where drafts cannot be kept. */
const sends = (drafts: Drafts, id: string) => {
  const feature = keepingForms({ clock: () => new Date(0), after, drafts })({
    forms: { [id]: async () => 'answered' },
  });
  const sent = personAlone().form({ question: 'who may see it?' }, JSON.stringify({ about: 'q1' }));
  return feature.forms?.[id]?.({ ...sent, view: { ...sent.view, callback_id: id, blocks: view.blocks } });
};

it.each([
  ['says nothing', silent],
  ['is cut off', cut],
])('a question is asked by form while what keeps drafts %s', async (_, drafts) => {
  expect(await keptIfHeard({ after, drafts }, 'U0SAM', view)).toEqual(view);
  expect(await sends(drafts, askFormId)).toBe('answered');
});

it('any other form does nothing before what was typed in it is durable', async () => {
  await expect(sends(cut, teamQuestionForm.id)).rejects.toThrow('does not answer');
});
