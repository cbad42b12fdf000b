/** What happened in a case, in plain words: who, when, what. Sealed words are shown here and nowhere outside the form. */

import type { KnownBlock, ModalView } from '@slack/types';
import type { SeenCase } from '../../flows/cases/case-action-row.ts';
import { readableCode, when } from '../../flows/cases/plain-words.ts';
import { isOfTheForm } from '../../flows/letters/returned-answer.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { letterIn } from '../../requests/case/kept-letters.ts';
import { actions, button, context, inertQuote, mrkdwn, plain, section, shortened } from '../blocks.ts';
import { letterBlocks } from '../letters/letter-text.ts';
import { mention } from './case-words.ts';
import { entryWords, eventWords, historyEntries } from './event-words.ts';

const eventsOnPage = 20;

/** Shown at the top of the case already. */
const aboutThePerson = ['name', 'contact', 'words', 'agent', 'client'];

/** The way to the letter that an event holds, by its place in the history; erased words have none. */
const letterButton = (event: CaseEvent, { history, request }: SeenCase): readonly KnownBlock[] => {
  if (letterIn(event) === null) return [];
  const at = history.indexOf(event);
  return [
    actions(`history_letter_${at}`, [
      button('Read the letter', `history_letter:${at}`, `${request.number} ${at}`),
    ]),
  ];
};

/** The letter of one entry, whole. */
export const historyLetterView = (seen: SeenCase, at: number): ModalView => {
  const { history, request } = seen;
  const event = history[at];
  const text = letterIn(event);
  return {
    type: 'modal',
    title: plain('Letter'),
    close: plain('Back'),
    blocks: [
      section(
        event === undefined
          ? `*${request.number}*`
          : `*${request.number}* · ${when(event.at, request.timeZone)}\n${eventLine(event, seen)}`,
      ),
      ...(text === null ? [section('_There are no words to show._')] : letterBlocks(text)),
    ],
  };
};

/** What stands sealed beside an event; a letter is read on a page of its own, and what a form held is for the form. */
const sealedLines = ({ type, personal = {} }: CaseEvent): string =>
  Object.entries(personal)
    .filter(([name]) => name !== 'letter' && !isOfTheForm(name))
    .filter(([name]) => type !== 'logged' || !aboutThePerson.includes(name))
    .map(([name, text]) => `${readableCode(name)}: ${text}`)
    .join('\n');

/** One line of a history, without anything sealed. */
const eventLine = (event: CaseEvent, { request, moment: { law } }: SeenCase): string =>
  `${mention(event.by)} ${eventWords(event, request, law)}`;

const entry = (events: readonly CaseEvent[], seen: SeenCase): readonly KnownBlock[] => {
  const [first] = events;
  if (first === undefined) return [];
  // What stands with each of several systems was said once.
  const sealed = [...new Set(events.map(sealedLines))].filter((lines) => lines !== '').join('\n');
  const words = `*${when(first.at, seen.request.timeZone)}*\n${mention(first.by)} ${entryWords(events, seen.request, seen.moment.law)}`;
  return [
    { type: 'section', text: mrkdwn(shortened(words, 2_900)) },
    ...(sealed === '' ? [] : [inertQuote(shortened(sealed, 2_500), null)]),
    ...events.flatMap((event) => letterButton(event, seen)),
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
