/** What happened in a case, in plain words: who, when, what. Sealed words are shown here and nowhere outside the form. */

import type { KnownBlock, ModalView } from '@slack/types';
import type { SeenCase } from '../../flows/cases/case-action-row.ts';
import { readableCode, when } from '../../flows/cases/plain-words.ts';
import { isOfTheForm } from '../../flows/letters/returned-answer.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { actions, button, context, inertQuote, mrkdwn, plain, section, shortened } from '../blocks.ts';
import { mention } from './case-words.ts';
import { entryWords, historyEntries } from './event-words.ts';

const eventsOnPage = 20;

/** Shown at the top of the case already. */
const aboutThePerson = ['name', 'contact', 'words', 'agent', 'client'];

const sealedLines = (event: CaseEvent): string =>
  Object.entries(event.personal ?? {})
    .filter(([name]) => (event.type !== 'logged' || !aboutThePerson.includes(name)) && !isOfTheForm(name))
    .map(([name, text]) => `${readableCode(name)}: ${text}`)
    .join('\n');

const entry = (events: readonly CaseEvent[], { request }: SeenCase): readonly KnownBlock[] => {
  const [first] = events;
  if (first === undefined) return [];
  // What stands with each of several systems was said once.
  const sealed = [...new Set(events.map(sealedLines))].filter((lines) => lines !== '').join('\n');
  const words = `*${when(first.at, request.timeZone)}*\n${mention(first.by)} ${entryWords(events, request)}`;
  return [
    { type: 'section', text: mrkdwn(shortened(words, 2_900)) },
    ...(sealed === '' ? [] : [inertQuote(shortened(sealed, 2_500), null)]),
  ];
};

/** Newest first; `wanted` counts pages from 0 and is brought into range. */
export const historyView = (seen: SeenCase, wanted: number): ModalView => {
  const { history, request } = seen;
  const entries = historyEntries(history);
  const pages = Math.max(1, Math.ceil(entries.length / eventsOnPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const newest = [...entries].reverse();
  const turn = [
    ...(page > 0 ? [button('Newer', 'history_page:newer', `${request.number} ${page - 1}`)] : []),
    ...(page < pages - 1 ? [button('Older', 'history_page:older', `${request.number} ${page + 1}`)] : []),
  ];
  return {
    type: 'modal',
    title: plain('History'),
    close: plain('Back'),
    blocks: [
      section(`*${request.number}* · ${entries.length} entries, newest first`),
      ...newest
        .slice(page * eventsOnPage, (page + 1) * eventsOnPage)
        .flatMap((events) => entry(events, seen)),
      ...(turn.length === 0 ? [] : [actions('history_pages', turn), context(`Page ${page + 1} of ${pages}`)]),
    ],
  };
};
