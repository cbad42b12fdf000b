import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sealFor } from '../../src/base/seal.ts';
import { askingTheTeam } from '../../src/handlers/ask-team.ts';
import { keepingForms, kept } from '../../src/handlers/form-drafts.ts';
import { openDrafts } from '../../src/register/files/draft-store.ts';
import { fileFolder } from '../../src/register/files/file-folder.ts';
import type { PostedOnce } from '../../src/slack/port.ts';
import { teamQuestionForm } from '../../src/views/answers/team-question.ts';
import { temporaryFolder } from '../register/temp-folder.ts';
import { personAlone } from '../support/alone.ts';
import { slackDouble } from '../support/slack-out.ts';

const folder = temporaryFolder();

it.each<[PostedOnce, boolean]>([
  ['perhaps', true],
  ['posted', false],
])('what was typed in a question to the team that stands (%s) is kept: %s', async (came, stays) => {
  const drafts = openDrafts(fileFolder(join(folder(), 'drafts')), sealFor(new Uint8Array(32), 'draft'));
  const deps = { clock: () => new Date(0), after: async () => {}, drafts };
  const feature = keepingForms(deps)(
    askingTheTeam({
      ...deps,
      contact: 'privacy@example.org',
      gaps: { askedTeam: async () => {}, rated: async () => {} },
      postOnce: async () => came,
      privacyChannel: 'C0PRIVACY',
      privacyTeam: async () => 'member',
      questions: { recall: async () => '', remember: () => 'q1', beside: async () => null },
      slack: slackDouble([]),
    }),
  );
  const typed = 'may we keep it for a year?';
  const view = teamQuestionForm.view('may we keep it?', 'q1');
  const sent = personAlone().form({ question: typed }, view.private_metadata);
  await feature.forms?.[teamQuestionForm.id]?.({
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
