/** Everything people can do, one row a feature. */
import { asking, askTyped, showMenu } from './ask.ts';
import { askingTheTeam } from './ask-team.ts';
import type { Feature } from './bolt/interaction.ts';
import { namingACase } from './case-way.ts';
import { workingOutDeadlines } from './deadline.ts';
import type { Dependencies } from './dependencies.ts';
import { keepingForms, keepingWhatIsTyped } from './form-drafts.ts';
import { showingGaps } from './gaps.ts';
import { home } from './home.ts';
import { keepingHome } from './home-draft.ts';
import { writingLetters } from './letters.ts';
import { loggingRequests } from './log-request.ts';
import { lookingAtMessages } from './look-at-message.ts';
import { showingMore } from './more.ts';
import { openingCases } from './open-case.ts';
import { presenceWords, tellingPresence } from './presence.ts';
import { privacyCommand } from './privacy-command.ts';
import { rating } from './rate.ts';
import { reminders } from './reminders.ts';
import { reporting } from './report.ts';
import { askingTeams } from './search-round.ts';
import { sharing } from './share.ts';
import { keepingEntries } from './team-entries.ts';
import { answeringSearches } from './team-search.ts';
import { showingWhatWasSent } from './what-was-sent.ts';
import { workingCases } from './work-case.ts';

/** The table of contents: what people can do, one row each. */
export const allFeatures = (deps: Dependencies): readonly Feature[] => {
  const noQuestions = [namingACase(deps), tellingPresence(deps)];
  const features: readonly Feature[] = [
    asking(deps, noQuestions),
    sharing(deps),
    showingMore(deps),
    rating(deps),
    showingWhatWasSent(deps),
    askingTheTeam(deps),
    keepingEntries(deps),
    showingGaps(deps),
    home(deps),
    loggingRequests(deps),
    reminders(deps),
    presenceWords(deps),
    reporting(deps),
    lookingAtMessages(deps),
    workingOutDeadlines(deps),
    openingCases(deps),
    workingCases(deps),
    askingTeams(deps),
    answeringSearches(deps),
    writingLetters(deps),
    keepingWhatIsTyped(deps),
  ]
    .map(keepingForms(deps))
    .map(keepingHome(deps));
  return [...features, privacyCommand(features, showMenu(deps), askTyped(deps, noQuestions))];
};
