import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sealFor } from '../../src/base/seal.ts';
import { askingTheTeam } from '../../src/handlers/ask-team.ts';
import { keepingForms, kept } from '../../src/handlers/form-drafts.ts';
import { openDrafts } from '../../src/register/files/draft-store.ts';
import { fileFolder } from '../../src/register/files/file-folder.ts';
import type { PostedOnce, PostOnce } from '../../src/slack/port.ts';
import { teamQuestionForm } from '../../src/views/answers/team-question.ts';
import { temporaryFolder } from '../register/temp-folder.ts';
import { personAlone } from '../support/alone.ts';
import { slackDouble } from '../support/slack-out.ts';

const folder = temporaryFolder();

const asking = (postOnce: PostOnce) => {
  const drafts = openDrafts(fileFolder(join(folder(), 'drafts')), sealFor(new Uint8Array(32), 'draft'));
  const deps = { clock: () => new Date(0), after: async () => {}, drafts };
  const feature = keepingForms(deps)(
    askingTheTeam({
      ...deps,
      contact: 'privacy@example.org',
      gaps: { askedTeam: async () => {}, rated: async () => {} },
      postOnce,
      privacyChannel: 'C0PRIVACY',
      privacyTeam: async () => 'member',
      questions: { recall: async () => '', remember: () => 'q1', beside: async () => null },
      slack: slackDouble([]),
    }),
  );
  return { deps, submit: feature.forms?.[teamQuestionForm.id] };
};

it.each<[PostedOnce, boolean]>([
  ['perhaps', true],
  ['posted', false],
])('what was typed in a question to the team that stands (%s) is kept: %s', async (came, stays) => {
  const { deps, submit } = asking(async () => came);
  const typed = 'may we keep it for a year?';
  const view = teamQuestionForm.view('may we keep it?', 'q1');
  const sent = personAlone().form({ question: typed }, view.private_metadata);
  await submit?.({
    ...sent,
    view: {
      ...sent.view,
      callback_id: teamQuestionForm.id,
      blocks: [...(await kept(deps, 'U0SAM', view)).blocks],
    },
  });
  const again = await kept(deps, 'U0SAM', view);
  expect(JSON.stringify(again).includes(typed)).toBe(stays);
});

it('the same words under one answer are one question, whichever form brings them; other words are another', async () => {
  const keys: string[] = [];
  const { submit } = asking(async (key) => {
    keys.push(key);
    return 'posted';
  });
  const words = ['may we keep it?', 'may we keep it?', 'may we keep it for a year?'];
  for (const [at, question] of words.entries()) {
    const { private_metadata } = teamQuestionForm.view(question, 'q1');
    const sent = personAlone().form({ question }, private_metadata);
    await submit?.({ ...sent, view: { ...sent.view, id: `V${at}`, callback_id: teamQuestionForm.id } });
  }
  const [first, anew, other] = keys;
  expect(anew).toBe(first);
  expect(other).not.toBe(first);
});
