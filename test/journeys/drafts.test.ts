import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealFor } from '../../src/base/seal.ts';
import { openDrafts } from '../../src/register/files/draft-store.ts';
import { fileFolder } from '../../src/register/files/file-folder.ts';
import type { OpenView } from '../../src/workspace/contract.ts';
import { type BotAtDesk, startBotAtDesk } from '../support/bot.ts';
import { caseDesk } from '../support/case-desk.ts';
import { dice } from '../support/dice.ts';

let at: BotAtDesk;
let desk: ReturnType<typeof caseDesk>;
beforeAll(async () => {
  at = await startBotAtDesk();
  desk = caseDesk(at);
});
afterAll(() => at.stop());

type Field = { readonly block_id?: string; readonly element?: { readonly initial_value?: string } };
const blockOf = (view: OpenView, id: string): Field | undefined =>
  (view.view.blocks as readonly Field[]).find(({ block_id }) => block_id === id);
const field = 'fact_enclosed';

/** Two hundred take half a minute: `DRAFT_TURNS=200` asks for them. */
const turns = Number(process.env['DRAFT_TURNS'] ?? 80);

it(`loses nothing that was typed in ${turns} random interruptions, and shows none of it to whoever has no key`, async () => {
  const number = await desk.logs('sam', 'access');
  await desk.does('priya', number, 'take');
  const priya = desk.person('priya');
  const opens = async (): Promise<OpenView> => {
    await priya.closes(true);
    await desk.opens('priya', number);
    const case_ = priya.view();
    if (case_ === null) throw new Error('no case');
    await desk.makes('priya', 'writeAnswer');
    return at.desk.waitFor('the answer', () => {
      const view = priya.view();
      return view !== null && view.id !== case_.id && blockOf(view, field) !== undefined ? view : null;
    });
  };
  const roll = dice(14);
  const lost: string[] = [];
  let other = false;
  let typed = '';
  for (let turn = 0; turn < turns; turn += 1) {
    const view = await opens();
    const shown = blockOf(view, field)?.element?.initial_value ?? '';
    if (shown !== typed) lost.push(`${turn}: ${shown} instead of ${typed}`);
    typed = `Velvet marmalade ${turn}`;
    const element = { type: 'plain_text_input', value: typed };
    await at.desk.as(priya.id).act({
      type: 'act',
      place: { view: view.id },
      blockId: field,
      actionId: 'letter_typed',
      action: element,
      state: { ...view.state, [field]: { letter_typed: element } },
    });
    const how = roll();
    // Escape and Back close one form, X all of them; a refusal keeps it; halfway another instance answers from then on.
    if (!other && turn * 2 >= turns) {
      other = true;
      await at.another();
    } else if (how < 0.4) await priya.closes(false);
    else if (how < 0.8) await priya.closes(true);
    else await priya.submits({});
  }
  expect(lost).toEqual([]);
  const folder = join(at.dataDir, 'drafts');
  const names = await readdir(folder);
  const all = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  expect(all.join('\n')).not.toMatch(/marmalade/i);
  const under = (key: number) =>
    openDrafts(fileFolder(folder), sealFor(new Uint8Array(32).fill(key), 'draft'));
  for (const name of names) {
    const id = name.replace('.json', '');
    expect(await under(7).read(id)).toEqual({});
    expect(await under(0).read(id)).not.toEqual({});
  }
}, 180_000);
