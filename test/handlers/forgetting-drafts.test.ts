import { expect, it } from 'vitest';
import { sealUnder } from '../../src/base/seal.ts';
import { forgettingDrafts } from '../../src/handlers/form-drafts.ts';
import { openDrafts } from '../../src/register/files/draft-store.ts';
import { fileFolder } from '../../src/register/files/file-folder.ts';
import { temporaryFolder } from '../register/temp-folder.ts';
import { openDesk } from '../support/desk.ts';

const folder = temporaryFolder();
const daysOn = (days: number) => () => new Date(Date.now() + days * 24 * 60 * 60 * 1_000);

it('a draft that no key opens lives seven days too, and one of a case as long as the case', async () => {
  const withKey = (n: number) => openDrafts(fileFolder(folder()), sealUnder(new Uint8Array(32).fill(n)));
  for (const id of ['intake.U0SAM', 'intake.U0SAMANTHA', 'DSR-2026-0001.cover'])
    await withKey(1).update(id, async () => ({ name: 'Quastel' }));
  const drafts = withKey(2);
  const here = await openDesk();
  try {
    await forgettingDrafts({ drafts, cases: here.desk, clock: daysOn(6) })();
    expect(await drafts.idsOf('')).toEqual(['DSR-2026-0001.cover', 'intake.U0SAM', 'intake.U0SAMANTHA']);
    await forgettingDrafts({ drafts, cases: here.desk, clock: daysOn(8) })();
    expect(await drafts.idsOf('')).toEqual(['DSR-2026-0001.cover']);
  } finally {
    await here.close();
  }
});
