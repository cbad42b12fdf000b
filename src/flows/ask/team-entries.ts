/** Answers of the privacy team that were saved: shown again to whoever asks the very same, looked at again when their day has come. */
import type { Clock } from '../../base/clock.ts';
import type { Answer, Knowledge } from '../../knowledge/answer/answer.ts';
import { reviewIsDue, type TeamEntry, teamAnswerTo } from '../../knowledge/answer/team-entry.ts';
import type { Shelf } from '../../register/files/shelf.ts';
import { addMonths, type CalendarDate } from '../../requests/clock/calendar-date.ts';
import { localDate } from '../../requests/clock/zone.ts';
import type { Ask } from './answer-question.ts';

const reviewAfterMonths = 12;

/** What people may change of an entry. */
export type EntryWords = Pick<TeamEntry, 'question' | 'wordings' | 'answer' | 'reviewBy'>;

export type NewEntry = Pick<TeamEntry, 'id' | 'question' | 'answer' | 'answeredBy' | 'savedBy'> &
  Partial<Pick<TeamEntry, 'wordings' | 'reviewBy'>>;

export type ListedEntry = TeamEntry & { readonly due: boolean };

export type TeamEntries = {
  /** The entry as it now is, also when it was saved before; null when it has been retired since. */
  readonly save: (entry: NewEntry) => Promise<TeamEntry | null>;
  /** In force, those that are due for review first. */
  readonly list: () => Promise<readonly ListedEntry[]>;
  readonly find: (id: string) => Promise<TeamEntry | null>;
  readonly change: (id: string, words: EntryWords) => Promise<boolean>;
  /** Somebody has looked at it: good for another year from today. */
  readonly renew: (id: string) => Promise<boolean>;
  readonly retire: (id: string, by: string) => Promise<boolean>;
  readonly usualReview: () => CalendarDate;
  /** What the entries hold about one of the team, as sentences. */
  readonly heldAbout: (user: string) => Promise<readonly string[]>;
  /** Adds the team's own answer to what the policy says, and changes nothing else. */
  readonly beside: (ask: Ask) => Ask;
};

type EntriesDependencies = {
  readonly shelf: Shelf<TeamEntry>;
  readonly knowledge: Pick<Knowledge, 'ask' | 'same'>;
  readonly clock: Clock;
  readonly after: (ms: number) => Promise<void>;
  readonly zone: string;
};

const quotesOf = ({ citations, nearest }: Answer): TeamEntry['beside'] =>
  [...citations, ...nearest].map(({ policy, quote }) => ({ policy, quote }));

/** An answer of the policy waits no longer than this for what the team has saved (milliseconds). */
const patienceMs = 300;

/** What stands on the shelf; what was read last where the shelf says nothing in time. Never rejects. */
const atHand = ({ shelf, after }: Pick<EntriesDependencies, 'shelf' | 'after'>) => {
  let last: readonly TeamEntry[] = [];
  let looking: Promise<readonly TeamEntry[]> | null = null;
  const look = (): Promise<readonly TeamEntry[]> => {
    looking ??= shelf
      .all()
      .then((all) => {
        last = all;
        return all;
      })
      .catch(() => last)
      .finally(() => {
        looking = null;
      });
    return looking;
  };
  return (): Promise<readonly TeamEntry[]> => Promise.race([look(), after(patienceMs).then(() => last)]);
};

export const teamEntries = ({ shelf, knowledge, clock, after, zone }: EntriesDependencies): TeamEntries => {
  const today = (): CalendarDate => localDate(clock(), zone);
  const known = atHand({ shelf, after });
  const usualReview = (): CalendarDate => addMonths(today(), reviewAfterMonths);
  const find = async (id: string): Promise<TeamEntry | null> =>
    (await shelf.all()).find((entry) => entry.id === id && entry.retired === null) ?? null;
  const changing = async (id: string, by: (entry: TeamEntry) => Partial<TeamEntry>): Promise<boolean> => {
    const entry = await find(id);
    if (entry === null) return false;
    await shelf.replace({ ...entry, ...by(entry) });
    return true;
  };
  return {
    usualReview,
    find,
    save: async (given) => {
      const entry: TeamEntry = {
        wordings: [],
        reviewBy: usualReview(),
        ...given,
        savedOn: today(),
        beside: quotesOf(await knowledge.ask(given.question)),
        retired: null,
      };
      return (await shelf.add(entry)) ? entry : find(given.id);
    },
    list: async () => {
      const now = today();
      return (await shelf.all())
        .filter(({ retired }) => retired === null)
        .map((entry) => ({ ...entry, due: reviewIsDue(entry, now) }))
        .toSorted((a, b) => Number(b.due) - Number(a.due) || a.reviewBy.localeCompare(b.reviewBy));
    },
    change: async (id, words) => {
      const beside = quotesOf(await knowledge.ask(words.question));
      return changing(id, () => ({ ...words, beside }));
    },
    renew: (id) => changing(id, () => ({ reviewBy: usualReview() })),
    retire: (id, by) => changing(id, () => ({ retired: { by, on: today() } })),
    heldAbout: async (user) => {
      const count = (await shelf.all()).filter(
        ({ answeredBy, savedBy, retired }) => answeredBy === user || savedBy === user || retired?.by === user,
      ).length;
      return count === 0
        ? []
        : [
            `Your Slack id stands in ${count} ${count === 1 ? 'entry' : 'entries'} of the privacy team: as who answered, saved or retired it, and on which day. Whoever asks the same reads who answered.`,
          ];
    },
    beside: (ask) => async (question, asker, before) => {
      const answer = await ask(question, asker, before);
      if (answer.outcome === 'declined') return answer;
      const team = await teamAnswerTo(await known(), question, knowledge.same, today());
      return team === null ? answer : { ...answer, team };
    },
  };
};
