/** The gap report. */
import type { KnownBlock, ModalView } from '@slack/types';
import type { GapGroup, GapReport, PolicyCoverage } from '../../flows/ask/gap-report.ts';
import { gapDays } from '../../knowledge/answer/gap-line.ts';
import type { DraftClause } from '../../knowledge/setup/draft-clauses.ts';
import { context, escaped, header, inertQuote, inertText, plain, section, shortened } from '../blocks.ts';
import { reasonWords } from './feedback.ts';

const mostGroups = 8;
const mostQuestions = 3;

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const counts = ({ silent, askedTeam, notHelpful }: GapGroup): string =>
  [
    ...(silent === 0 ? [] : [`asked ${times(silent)} and the policy does not say`]),
    ...(askedTeam === 0 ? [] : [`passed on to the privacy team ${times(askedTeam)}`]),
    ...(notHelpful === 0 ? [] : [`an answer was not helpful ${times(notHelpful)}`]),
  ].join(' · ');

const reasonsOf = ({ reasons }: GapGroup): string =>
  Object.entries(reasons)
    .map(([reason, count]) => `${reasonWords(reason)} (${count})`)
    .join(', ');

const draft = (clause: DraftClause | null): readonly KnownBlock[] =>
  clause === null ? [] : [context('*Draft clause* (not legal advice)'), inertQuote(clause.text, null)];

/** The latest few in one block. */
const words = (texts: readonly string[], how: 'asked' | 'noted'): readonly KnownBlock[] =>
  texts.length === 0
    ? []
    : [
        inertText(
          texts
            .slice(0, mostQuestions)
            .map((text) => `${how === 'noted' ? 'Note: ' : ''}“${shortened(text, 300)}”`)
            .join('\n'),
        ),
      ];

const group = (one: GapGroup, clause: DraftClause | null): readonly KnownBlock[] => [
  section(`*${escaped(shortened(capital(one.about), 200))}*\n${counts(one)}`),
  ...words(one.questions, 'asked'),
  ...words(one.notes, 'noted'),
  ...(Object.keys(one.reasons).length === 0 ? [] : [context(escaped(reasonsOf(one)))]),
  ...draft(clause),
];

/** A clause that two groups need is shown with the first of them. */
const groupBlocks = (groups: readonly GapGroup[]): readonly KnownBlock[] =>
  groups.slice(0, mostGroups).flatMap((one, at) => {
    const shown = groups.slice(0, at).some(({ clause }) => clause !== null && clause.id === one.clause?.id);
    return group(one, shown ? null : one.clause);
  });

const coverageBlocks = ({ title, law, items }: PolicyCoverage): readonly KnownBlock[] => {
  const lacking = items.filter(({ state }) => state !== 'covered');
  return [
    section(
      `*${escaped(title)}*: ${items.length - lacking.length} of ${items.length} things that ${escaped(law)} ask for seem to be there. The rest:`,
    ),
    ...lacking.flatMap(({ article, what, state, parts, clause }) => {
      const missing = parts.filter(({ quotes }) => quotes.length === 0).map((part) => part.what);
      const how = state === 'missing' ? 'not found' : `partly; not found: ${missing.join(', ')}`;
      return [
        section(`*${escaped(capital(what))}* (${escaped(article)}): ${escaped(how)}`),
        ...draft(clause),
      ];
    }),
  ];
};

/** For the privacy team: what people asked in vain, and what the policy has to say and does not. */
export const gapsView = ({ groups, coverage }: GapReport): ModalView => ({
  type: 'modal',
  title: plain('Gaps in the policy'),
  close: plain('Close'),
  blocks: [
    header('What people asked in vain'),
    context(
      `The last ${gapDays} days. No names, and of questions only ordinary words: what was taken out reads [name] or the like. Draft clauses are proposals to the policy’s owner, to be checked by people.`,
    ),
    ...(groups.length === 0 ? [section('Nothing yet.')] : groupBlocks(groups)),
    ...(groups.length > mostGroups
      ? [
          context(
            `And ${groups.length - mostGroups} more subjects: \`npx privacy policy gaps\` lists them all.`,
          ),
        ]
      : []),
    header('What a policy has to say'),
    ...coverage.flatMap(coverageBlocks).slice(0, 38),
    context('Found by the look of the text: a hint for people, no legal opinion.'),
  ],
});
