/** One answer of a team about all its systems, read as an answer for each; what cannot all be so is asked about and not recorded. */
import type { TeamResult } from '../case/case-events.ts';
import type { System } from '../case/systems.ts';
import { type Refusal, refuse } from './decision.ts';

export type SaidOfSearch = {
  readonly result: TeamResult;
  /** Of several systems, those where something was found, and those that are another team's. */
  readonly where: readonly string[];
  readonly foreign: readonly string[];
};

type Read =
  | {
      readonly ok: true;
      readonly answers: readonly { readonly system: string; readonly result: TeamResult }[];
    }
  | Refusal;

/** What is named neither as found nor as another's was searched, and held nothing. */
export const readTeamAnswer = (
  asked: readonly Pick<System, 'id' | 'name'>[],
  { result, where, foreign }: SaidOfSearch,
): Read => {
  const several = asked.length > 1;
  const there = several ? asked.filter(({ id }) => where.includes(id)) : [];
  const theirs = several ? asked.filter(({ id }) => foreign.includes(id)) : [];
  const named = (some: typeof asked) => ({ systems: some.map(({ name }) => name).join(', ') });
  const both = there.filter((each) => theirs.includes(each));
  if (both.length > 0) return refuse('search_ticked_twice', named(both));
  if (result === 'not_found' && there.length > 0) return refuse('search_ticked_but_nothing', named(there));
  if (result === 'not_ours' && there.length > 0) return refuse('search_ticked_but_not_ours', named(there));
  if (result === 'not_ours' && theirs.length > 0 && theirs.length < asked.length)
    return refuse('search_some_not_ours', named(theirs));
  if (result === 'found' && several && there.length === 0) return refuse('search_found_nowhere');
  return {
    ok: true,
    answers: asked.map((each) => {
      if (theirs.includes(each)) return { system: each.id, result: 'not_ours' };
      const nothing = result === 'found' && several && !there.includes(each);
      return { system: each.id, result: nothing ? 'not_found' : result };
    }),
  };
};
