import { expect, it } from 'vitest';
import { conversation } from '../../../src/flows/ask/conversation.ts';

const thread = (threadTs: string, ts: string, channel = 'C1') => ({ channel, threadTs, ts });

const hearing = () => {
  let now = new Date('2026-11-29T09:00:00Z');
  return {
    ...conversation(() => now),
    passes: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
};

it('a message that leans is read together with the question before it, for an hour', async () => {
  const { hear, passes } = hearing();
  await hear('Do we keep invoices?', thread('1', '1'));
  passes(59);
  expect(await hear('and for how long?', thread('1', '2'))).toMatchObject({
    before: 'Do we keep invoices?',
    leans: true,
  });
  passes(61);
  expect(await hear('and for how long?', thread('1', '3'))).toMatchObject({ before: null, leans: false });
});

it('several messages lean on the question that stood on its own, not on one another', async () => {
  const { hear } = hearing();
  await hear('Do we keep invoices?', thread('1', '1'));
  await hear('and for how long?', thread('1', '2'));
  expect(await hear('why?', thread('1', '3'))).toMatchObject({ before: 'Do we keep invoices?' });
});

it('what asks the same of another thing is what the next message leans on', async () => {
  const { hear } = hearing();
  await hear('How long do we keep films?', thread('1', '1'));
  await hear('and invoices?', thread('1', '2'));
  expect(await hear('why?', thread('1', '3'))).toMatchObject({ before: 'How long do we keep invoices?' });
});

it('what asks of the same thing of another sort is what the next message leans on, a place is not', async () => {
  const { hear } = hearing();
  await hear('How long do we keep a bid that we lost?', thread('1', '1'));
  await hear('and one that was won?', thread('1', '2'));
  await hear('and in the backups?', thread('1', '3'));
  expect(await hear('why?', thread('1', '4'))).toMatchObject({
    before: 'How long do we keep a bid that was won?',
  });
});

it('one thread knows nothing of another', async () => {
  const { hear } = hearing();
  await hear('Do we keep invoices?', thread('1', '1'));
  expect(await hear('and for how long?', thread('5', '6'))).toMatchObject({ before: null });
});

it('alone with the bot the last question counts, where the message leans on it', async () => {
  const { hear } = hearing();
  await hear('Do we keep invoices?', thread('1', '1', 'D1'));
  expect(await hear('and for how long?', thread('2', '2', 'D1'))).toMatchObject({ leans: true });
  expect(await hear('Who reads our phone logs?', thread('3', '3', 'D1'))).toMatchObject({ before: null });
  expect(await hear('and for how long?', thread('4', '4', 'D2'))).toMatchObject({ before: null });
});

it('thanks are a pleasantry, and what came before is still remembered after them', async () => {
  const { hear } = hearing();
  await hear('Do we keep invoices?', thread('1', '1'));
  expect(await hear('thanks!', thread('1', '2'))).toEqual({ kind: 'small_talk', talk: 'thanks' });
  expect(await hear('and for how long?', thread('1', '3'))).toMatchObject({ leans: true });
});
