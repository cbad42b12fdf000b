/** What a case is about: the facts, and the person, who is named in this form and nowhere else. */
import type { KnownBlock } from '@slack/types';
import type { SeenCase } from '../../flows/cases/case-action-row.ts';
import type { CaseFace } from '../../flows/cases/case-face.ts';
import { readableCode, when } from '../../flows/cases/plain-words.ts';
import type { Case } from '../../requests/case/case.ts';
import { placeName } from '../../requests/clock/explain-parts.ts';
import { escaped, inertText, section, shortened } from '../blocks.ts';
import { mention, onDay, outcomeName, stateWords } from './case-words.ts';

/** The sealed fields of the first event, in the order people ask for them. */
const identityFields: readonly (readonly [string, string])[] = [
  ['name', 'Name'],
  ['contact', 'How to reach them'],
  ['agent', 'Acting for them'],
  ['client', 'Client concerned'],
  ['words', 'Their words'],
];

/** Who it is, in one line; everything they said stands under *More*. */
export const personLine = ({ history }: SeenCase): readonly KnownBlock[] => {
  const { name, contact, words } = history.find((event) => event.type === 'logged')?.personal ?? {};
  const line = [name, contact, words].filter((text) => text !== undefined && text !== '');
  return line.length === 0 ? [] : [inertText(line.map((text) => shortened(text ?? '', 120)).join(' · '))];
};

export const personBlocks = ({ history }: SeenCase): readonly KnownBlock[] => {
  const sealed = history.find((event) => event.type === 'logged')?.personal ?? {};
  const lines = identityFields.flatMap(([field, label]) =>
    sealed[field] ? [`${label}: ${shortened(sealed[field], 2_000)}`] : [],
  );
  return lines.length === 0 ? [] : [section('*The person* (only in this form)'), inertText(lines.join('\n'))];
};

/** Each regime that the case runs under, with the place whose holidays count there. */
const lawsOf = ({ regime, jurisdiction, also }: Case): readonly string[] =>
  [{ regime, jurisdiction }, ...also].map(
    (one) => `${one.regime.toUpperCase()}, ${placeName(one.jurisdiction)}`,
  );

export const factLines = (face: CaseFace, { request, moment }: SeenCase): string => {
  const others = moment.related.filter((each) => !request.links.some((link) => link.to === each.number));
  return [
    `*State:* ${stateWords[face.state]}${request.outcome === null ? '' : ` · *Outcome:* ${outcomeName(request.outcome, request.right)}`}`,
    `*Owner:* ${request.owner === null ? '_nobody yet_' : mention(request.owner)}`,
    `*Received:* ${when(request.receivedAt, request.timeZone)} · logged ${onDay(request.loggedAt, request.timeZone)} by ${mention(request.loggedBy)}`,
    `*Law:* ${lawsOf(request).map(escaped).join('; and ')}, ${escaped(request.timeZone)}`,
    ...(request.links.length > 0
      ? [
          `*Linked:* ${request.links
            .slice(0, 10)
            .map(({ to, relation }) => `${escaped(to)} (${readableCode(relation)})`)
            .join(', ')}`,
        ]
      : []),
    ...(others.length > 0
      ? [
          `*Perhaps the same person:* ${others
            .slice(0, 10)
            .map(({ number }) => escaped(number))
            .join(', ')}`,
        ]
      : []),
  ].join('\n');
};
