/** What happened in a case, in plain words: who, when, what. Sealed words are shown here and nowhere outside the form. */

import type { KnownBlock, ModalView } from '@slack/types';
import type { SeenCase } from '../../flows/cases/case-action-row.ts';
import { readableCode, when } from '../../flows/cases/plain-words.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { actions, button, context, inertQuote, mrkdwn, plain, section, shortened } from '../blocks.ts';
import { mention } from './case-words.ts';
import { eventWords } from './event-words.ts';

const eventsOnPage = 20;

/** Shown at the top of the case already. */
const aboutThePerson = ['name', 'contact', 'words', 'agent', 'client'];

const sealedLines = (event: CaseEvent): string =>
  Object.entries(event.personal ?? {})
    .filter(([name]) => event.type !== 'logged' || !aboutThePerson.includes(name))
    .map(([name, text]) => `${readableCode(name)}: ${text}`)
    .join('\n');

/** One line of a history, without anything sealed. */
export const eventLine = (event: CaseEvent, { request }: SeenCase): string =>
  `${mention(event.by)} ${eventWords(event, request)}`;

const entry = (event: CaseEvent, seen: SeenCase): readonly KnownBlock[] => {
  const sealed = sealedLines(event);
  return [
    {
      type: 'section',
      text: mrkdwn(shortened(`*${when(event.at, seen.request.timeZone)}*\n${eventLine(event, seen)}`, 2_900)),
    },
    ...(sealed === '' ? [] : [inertQuote(shortened(sealed, 2_500), null)]),
  ];
};

/** Newest first; `wanted` counts pages from 0 and is brought into range. */
export const historyView = (seen: SeenCase, wanted: number): ModalView => {
  const { history, request } = seen;
  const pages = Math.max(1, Math.ceil(history.length / eventsOnPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const newest = [...history].reverse();
  const turn = [
    ...(page > 0 ? [button('Newer', 'history_page:newer', `${request.number} ${page - 1}`)] : []),
    ...(page < pages - 1 ? [button('Older', 'history_page:older', `${request.number} ${page + 1}`)] : []),
  ];
  return {
    type: 'modal',
    title: plain('History'),
    close: plain('Back'),
    blocks: [
      section(`*${request.number}* · ${history.length} entries, newest first`),
      ...newest.slice(page * eventsOnPage, (page + 1) * eventsOnPage).flatMap((event) => entry(event, seen)),
      ...(turn.length === 0 ? [] : [actions('history_pages', turn), context(`Page ${page + 1} of ${pages}`)]),
    ],
  };
};
