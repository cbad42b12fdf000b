import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askWithModel } from '../../../src/flows/ask/ask-with-model.ts';
import { sentRequests } from '../../../src/flows/ask/sent-requests.ts';
import type { Knowledge } from '../../../src/knowledge/answer/answer.ts';
import { finder } from '../../../src/knowledge/model/finder.ts';
import { openModel } from '../../../src/knowledge/model/openai-model.ts';
import { shippedKnowledge } from '../../support/knowledge.ts';
import { askedIn, honestly, startModelServer } from '../../support/model-server.ts';

let knowledge: Knowledge;
let server: Awaited<ReturnType<typeof startModelServer>>;
beforeAll(async () => {
  knowledge = await shippedKnowledge();
  server = await startModelServer(honestly);
});
afterAll(() => server.stop());

/** Names that nobody would take for words, and names that are words; each also written small. */
const names = [
  'Priya Raman', 'Zebedee Quux', 'Siobhán O’Leary', 'Jürgen Groß', 'Nguyễn Văn An', 'Mary-Jane Watson', 'José García', 'Xiu Li', 'Olu Adeyemi', 'Kateryna Shevchenko',
  'Mark Field', 'Grace Hope', 'Will Young', 'Rose Banks', 'May Day', 'Bill Page', 'Sue Law', 'Robin Court', 'Frank Wood', 'Dawn Price',
]; // biome-ignore format: a table of names

const identifiers = [
  'priya.raman@example.org', 'z+quux@mail.co.uk', '07700 900123', '+44 (0)20 7946 0958', 'QQ 12 34 56 C', 'GB29 NWBK 6016 1331 9268 19',
  '4111 1111 1111 1111', '123456789', '12 High Street, Leeds LS1 4AB', 'SW1A 1AA', 'DSR-2026-0042', 'account 99812', 'U0ABC1DEF2', '@priya',
  'https://app.example.com/users/8842', '03/04/1985', 'AB1234567', '192.168.4.77', 'INV-20931', 'X7-PASS-33Q',
]; // biome-ignore format: a table of identifiers

const frames: readonly ((name: string, identifier: string) => string)[] = [
  (name, identifier) =>
    `${name} (${identifier}) wants to know who can see personal information, what do we say?`,
  (name, identifier) =>
    `how long do we keep information after a client called ${name} leaves? number ${identifier}`,
  (name, identifier) => `are backups encrypted? asking for ${name}, ${identifier}`,
  (name, identifier) => `can we refuse a rights request from ${name.toLowerCase()} with ${identifier}`,
  (name, identifier) =>
    `do people have to agree before we send them marketing? ${name}’s details: ${identifier}`,
  (name, identifier) => `Mrs ${name} at ${identifier} asks: does the site use cookies?`,
  (name, identifier) =>
    `which rights do people have over their information? my name is ${name} ${identifier}`,
  (name, identifier) => `may hotjar sell the data of ${name.toUpperCase()} ${identifier}?`,
  (name, identifier) =>
    `is ${name.toLowerCase()}’s personal information stored on secure servers? ${identifier}`,
  (name, identifier) => `where do people send a rights request? From ${name}, ${identifier}`,
];

/** Pieces of a name or identifier that must not be found; short function-like ones are looked for in the question only. */
const piecesOf = (text: string): readonly string[] =>
  text.split(/[\s,()/@.:+–-]+/u).filter((piece) => piece.length > 1);
const harmless = /^(?:https?|www|app|example|com|org|uk|co|mail|users|account|street|high|an|li)$/iu;

it('sends no byte of a name, address or number in two hundred questions, and logs none', async () => {
  const told: string[] = [];
  const clock = (): Date => new Date('2026-11-22T10:00:00Z');
  const after = (ms: number): Promise<void> => wait(ms, undefined, { ref: false });
  const model = openModel(server.settings);
  const ask = askWithModel(knowledge, {
    find: finder(knowledge.documents, model, 60_000),
    look: model.look,
    clock,
    after,
    patienceMs: 8_000,
    sent: sentRequests(clock),
    told: (how) => told.push(how),
  });
  const leaks: string[] = [];
  for (let at = 0; at < 200; at += 1) {
    const name = names[at % names.length] ?? '';
    const identifier = identifiers[(at * 7 + Math.floor(at / 20)) % identifiers.length] ?? '';
    const before = server.bodies.length;
    await ask(frames[at % frames.length]?.(name, identifier) ?? '', 'U1');
    for (const body of server.bodies.slice(before)) {
      const { question } = askedIn(body);
      const words = question
        .replace(/\[[^\]]*\]/gu, ' ')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u);
      const found = [...piecesOf(name), ...piecesOf(identifier)].filter(
        (piece) => !harmless.test(piece) && words.includes(piece.toLowerCase()),
      );
      if (found.length > 0 || /\d/u.test(question)) leaks.push(`${question} <- ${found.join(' ')}`);
      for (const whole of [name, identifier])
        if (question.toLowerCase().includes(whole.toLowerCase())) leaks.push(question);
    }
  }
  expect(leaks).toEqual([]);
  expect(server.bodies.length).toBeGreaterThan(100);
  expect(told.join(' ')).not.toMatch(/\d|@|priya/iu);
});
