/** What a letter's open fields begin with from the register. */
import { notSearchedIn, searchesOf } from '../../letters/record.ts';
import type { Case } from '../../requests/case/case.ts';
import type { CaseEvent } from '../../requests/case/case-events.ts';
import { sealedWords } from '../../requests/case/sealed-words.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import { daysOf } from './days-of-history.ts';
import { decided, doubt, fee, missing, withdrawal } from './facts-of-history.ts';
import { heldBack, keptBack } from './held-back-words.ts';
import { legalBasis } from './law-in-letters.ts';
import type { PrefillSource } from './prefilled.ts';
import type { Texts } from './usual-words.ts';

const chats = /\b(?:slack|chats?|message boards?|teams)\b/i;

/** Only where nothing but searching has happened; anything else a person has to tell. */
const doneSoFar = (request: Case, searched: readonly string[]): string => {
  const more =
    request.restricted ||
    request.deletionApproved ||
    request.tasks.some(({ result }) => result === 'action_taken');
  if (more) return '';
  return searched.length === 0
    ? 'nothing had been searched or changed.'
    : `we had searched in: ${searched.join(', ')}. Nothing was changed.`;
};

/** Where it was recorded as erased; null where the step was done without naming a system. */
const erasedIn = (history: readonly CaseEvent[]): readonly string[] | null => {
  const last = history.findLast((event) => event.type === 'task_done' && event.task === 'delete');
  return last?.type === 'task_done' ? (last.systems ?? null) : null;
};

export const fromRegister = (source: PrefillSource): Texts => {
  const { request, history } = source;
  const systemName = (id: string): string => systemNamed(id, request.places).name;
  const found = searchesOf({ request, systemName })
    .filter((each) => each.found)
    .map(({ system }) => system);
  const extension = sealedWords(
    history.findLast((event) => event.type === 'approval_requested' && event.proposal.kind === 'extension'),
    'reasons',
  );
  const erased = erasedIn(history)?.map(systemName) ?? found;
  const exceptKept = request.exemptions.length === 0 ? '' : ', except what is named below as kept';
  return {
    enclosed: found
      .map((name) =>
        request.right === 'portability'
          ? `what you gave us, from: ${name}`
          : `what we hold about you in: ${name}`,
      )
      .join('\n'),
    erased: erased.map((name) => `your data in: ${name}${exceptKept}`).join('\n'),
    kept: keptBack(source),
    restrictedData:
      found.length > 0
        ? found.map((name) => `your data in: ${name}`).join('\n')
        : 'the data that your request is about',
    ...daysOf(source),
    ...(extension === undefined ? {} : { reasons: extension }),
    withheld: heldBack(source),
    notSearched: notSearchedIn({ request, systemName })
      .filter(({ notTheirs }) => notTheirs)
      .map(({ system }) => `${system} | the team that keeps it says that it holds nothing of this kind`)
      .join('\n'),
    chatLogsAction: found.some((name) => chats.test(name))
      ? 'we deleted messages about you where the tool allows it, and took your name out elsewhere.'
      : '',
    missing: missing(history),
    doubt: doubt(history),
    ...decided(history),
    withdrawnBy: withdrawal(history),
    doneSoFar: doneSoFar(
      request,
      searchesOf({ request, systemName }).map(({ system }) => system),
    ),
    // An answer that came back names the basis that it had been given.
    legalBasis: legalBasis(request, source.law, ({ id }) => id === request.objectedBasis),
    ...fee(source),
  };
};
