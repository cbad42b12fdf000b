/** The list of cases. */
import type { KnownBlock, ModalView, StaticSelect } from '@slack/types';
import type { CaseFace } from '../../flows/cases/case-face.ts';
import { type CaseFilter, caseFilters } from '../../flows/cases/case-filter.ts';
import { actions, button, context, header, mrkdwn, plain, section } from '../blocks.ts';
import { dueLine, flagWords } from './case-due.ts';
import { mention, stateWords } from './case-words.ts';
import { rightNames } from './right-names.ts';

/** Few enough for a view of a hundred blocks, and to be read at one go. */
const casesOnPage = 25;

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

const filterNames: Readonly<Record<CaseFilter, string>> = {
  all: 'All open cases',
  mine: 'Mine',
  overdue: 'Overdue',
  soon: 'Due within a week',
  untaken: 'Nobody has taken',
  requester: 'Waiting for the requester',
  second_person: 'Waiting for a second person',
};

const filterMenu = (chosen: CaseFilter): StaticSelect => {
  const options = caseFilters.map((value) => ({ text: plain(filterNames[value]), value }));
  return {
    type: 'static_select',
    action_id: 'cases_filter',
    placeholder: plain('Show'),
    options,
    initial_option: { text: plain(filterNames[chosen]), value: chosen },
  };
};

const noCases = '*No open cases.* When somebody logs a request, it appears here and in the privacy channel.';

/** What is shown of all open cases, already sorted; `page` counts from 0 and is brought into range. */
export type CaseListing = {
  readonly all: readonly CaseFace[];
  readonly shown: readonly CaseFace[];
  readonly filter: CaseFilter;
  readonly page: number;
};

const headingOf = ({ daysLeft }: CaseFace): string => {
  if (daysLeft === null) return 'No date now';
  if (daysLeft < 0) return 'Overdue';
  return daysLeft <= 7 ? 'Due within a week' : 'Due later';
};

/** Most urgent first, under a heading where another kind of urgency begins. */
const grouped = (faces: readonly CaseFace[]): readonly KnownBlock[] =>
  faces.flatMap((face, at) => {
    const heading = headingOf(face);
    const before = faces[at - 1];
    return before !== undefined && headingOf(before) === heading ? [row(face)] : [header(heading), row(face)];
  });

const pageOf = ({ shown, filter, page: wanted }: CaseListing): readonly KnownBlock[] => {
  const pages = Math.max(1, Math.ceil(shown.length / casesOnPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const turn = [
    ...(page > 0 ? [button('Earlier ones', 'cases_page:back', `${page - 1} ${filter}`)] : []),
    ...(page < pages - 1 ? [button('More cases', 'cases_page:on', `${page + 1} ${filter}`)] : []),
  ];
  return [
    ...grouped(shown.slice(page * casesOnPage, (page + 1) * casesOnPage)),
    ...(turn.length === 0 ? [] : [actions('cases_pages', turn), context(`Page ${page + 1} of ${pages}`)]),
  ];
};

export const caseListId = 'cases';

export const caseListView = (listing: CaseListing): ModalView => ({
  type: 'modal',
  callback_id: caseListId,
  private_metadata: `${listing.filter} ${listing.page}`,
  title: plain('Open cases'),
  close: plain('Close'),
  blocks:
    listing.all.length === 0
      ? [section(noCases)]
      : [
          { ...section(counted(listing.shown)), accessory: filterMenu(listing.filter) },
          ...(listing.shown.length === 0 ? [section('No open case is like that.')] : pageOf(listing)),
        ],
});
