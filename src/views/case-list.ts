import type { KnownBlock, ModalView } from '@slack/types';
import type { CaseFace } from '../flows/case-face.ts';
import { actions, button, context, mrkdwn, plain, section } from './blocks.ts';
import { dueLine, flagWords } from './case-due.ts';
import { mention, stateWords } from './case-words.ts';
import { rightNames } from './right-names.ts';

/** Few enough for a view of a hundred blocks, and to be read at one go. */
export const casesOnPage = 25;

const row = (face: CaseFace): KnownBlock => {
  const flags = flagWords(face);
  return {
    type: 'section',
    text: mrkdwn(
      [
        `*${face.number}* · ${rightNames[face.right]}${flags.length > 0 ? `  ${flags.join('  ')}` : ''}`,
        dueLine(face),
        `${stateWords[face.state]} · ${face.owner === null ? '_nobody has taken it_' : mention(face.owner)}`,
      ].join('\n'),
    ),
    accessory: button('Open case', `open_case:${face.number}`, face.number, {
      accessibility_label: `Open case ${face.number}`,
    }),
  };
};

const counted = (faces: readonly CaseFace[]): string => {
  const overdue = faces.filter((face) => face.overdue).length;
  const untaken = faces.filter((face) => face.owner === null).length;
  return [
    `*${faces.length} open ${faces.length === 1 ? 'case' : 'cases'}*`,
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    ...(untaken > 0 ? [`${untaken} without an owner`] : []),
    'most urgent first',
  ].join(' · ');
};

/** Open cases, already sorted; `page` counts from 0 and is brought into range. */
export const caseListView = (faces: readonly CaseFace[], wanted: number): ModalView => {
  const pages = Math.max(1, Math.ceil(faces.length / casesOnPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const turn = [
    ...(page > 0 ? [button('Earlier ones', 'cases_page:back', String(page - 1))] : []),
    ...(page < pages - 1 ? [button('More cases', 'cases_page:on', String(page + 1))] : []),
  ];
  return {
    type: 'modal',
    title: plain('Open cases'),
    close: plain('Close'),
    blocks:
      faces.length === 0
        ? [
            section(
              '*No open cases.* When somebody logs a request, it appears here and in the privacy channel.',
            ),
          ]
        : [
            section(counted(faces)),
            ...faces.slice(page * casesOnPage, (page + 1) * casesOnPage).map(row),
            ...(turn.length === 0
              ? []
              : [actions('cases_pages', turn), context(`Page ${page + 1} of ${pages}`)]),
          ],
  };
};
