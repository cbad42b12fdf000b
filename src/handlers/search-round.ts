/** One round of searches, asked from a case. */
import { seeRound, sendRound } from '../flows/cases/search-round.ts';
import { carried } from '../views/carried.ts';
import { refusalNotice, whyNot } from '../views/cases/case-notices.ts';
import { roundFormId, roundPlace, roundSentWords, roundView } from '../views/cases/search-round.ts';
import { tickedIn } from '../views/cases/tick-boxes.ts';
import { noticeView, unknownActionNotice } from '../views/notice.ts';
import type { Feature, InteractionOutcome, Press, Submission } from './bolt/interaction.ts';
import { openSoon } from './bolt/open-soon.ts';
import { text } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';
import { kept } from './form-drafts.ts';
import { caseUnder, showDone } from './under-case.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'cases' | 'drafts' | 'newId' | 'slack' | 'whoCan'>;

/** From the case's own button. */
export const openRound = (deps: Takes, press: Press, number: string): Promise<'opened' | 'refused'> =>
  openSoon(deps, press, async () => {
    const seen = await seeRound(deps.cases, number, press.user);
    return seen.ok
      ? {
          view: await kept(
            deps,
            press.user,
            roundView({ number, entry: deps.newId(), ...caseUnder(press) }, seen.rows, seen.file),
          ),
        }
      : { instead: refusalNotice(seen, deps.cases.defaults.timeZone, await deps.whoCan()) };
  });

const fieldOf = (fields: Submission['fields']): string => Object.keys(fields)[0] ?? 'ask_0';

const sendForm =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const place = carried(roundPlace, sent.view.private_metadata);
    if (place === null) {
      await sent.show(noticeView('Privacy Assistant', unknownActionNotice()));
      return 'unknown';
    }
    const done = await sendRound(deps.cases, place.number, sent.user, {
      entry: place.entry,
      ask: tickedIn(sent.fields, 'ask'),
      searched: tickedIn(sent.fields, 'searched'),
      found: tickedIn(sent.fields, 'found'),
      terms: text(sent.fields['terms']),
    });
    if (!done.ok) {
      await sent.reject({ [fieldOf(sent.fields)]: whyNot(done, deps.cases.defaults.timeZone) });
      return 'refused';
    }
    await showDone(deps, sent, place, place.number, roundSentWords(place.number, done));
    return 'asked';
  };

/** The round of searches, as whoever works the case asks it. */
export const askingTeams = (deps: Takes): Feature => ({ forms: { [roundFormId]: sendForm(deps) } });
