/** What a letter's open fields begin with: from the policy, from the register, or in usual words. Each is marked and to be confirmed. */
import type { FactName } from '../../letters/fact-fields.ts';
import { writeDate } from '../../letters/letter-dates.ts';
import type { PolicyFacts } from '../../letters/policy-facts.ts';
import { searchesOf } from '../../letters/record.ts';
import type { Case, CaseClockEvent } from '../../requests/case/case.ts';
import type { ArrivalChannel, CaseEvent } from '../../requests/case/case-events.ts';
import { systemNamed } from '../../requests/case/systems.ts';
import { addDays, type CalendarDate } from '../../requests/clock/calendar-date.ts';
import { localDate } from '../../requests/clock/zone.ts';
import type { Moment } from '../../requests/decisions/decision.ts';
import { partialGroundsFor } from '../../requests/decisions/refusal-grounds.ts';

export type Origin =
  | { readonly from: 'policy'; readonly section: string }
  | { readonly from: 'register' }
  | { readonly from: 'usual words' };

export type Prefilled = { readonly words: string; readonly origin: Origin };
export type Prefill = Readonly<Partial<Record<FactName, Prefilled>>>;

export type PrefillSource = {
  readonly request: Case;
  readonly history: readonly CaseEvent[];
  readonly law: Moment['law'];
};

type Texts = Partial<Record<FactName, string>>;

const delivery: Readonly<Record<ArrivalChannel, string>> = {
  email: 'by a secure link that we send to the address you wrote from',
  slack: 'by a secure link that we send to you',
  phone: 'by a secure link that we send to the address you gave us',
  in_person: 'by a secure link that we send to the address you gave us',
  letter: 'by tracked post to the address you gave us',
  web_form: 'by a secure link that we send to the address you gave us',
  chat: 'by a secure link that we send to the address you gave us',
  social_media: 'by a secure link that we send to the address you gave us',
  other: 'by a secure link that we send to the address you gave us',
};

const missingIn: Readonly<Partial<Record<Case['state'], string>>> = {
  awaiting_identity: 'something that shows who you are',
  awaiting_authority: 'proof that you may act for the person',
  awaiting_fee: 'the fee',
  awaiting_clarification: 'your answer to our question',
};

/** Sentences that fit nearly always; whoever writes the letter changes them where they do not. */
const usual = (request: Case, channel: ArrivalChannel, today: CalendarDate): Texts => ({
  summary: 'A copy of it comes with this letter.',
  delivery: delivery[channel],
  codes: 'There are no codes in it that need to be explained.',
  automated: 'We make no decisions about you by machines alone.',
  identifiers: 'the name that you gave us\nthe address or number that you gave us',
  secureRoute: 'Please reply from the address that we know. Do not send papers by e-mail.',
  ifSilent: 'If we hear nothing, we ask you once more before we do anything else.',
  interim: 'Meanwhile we go on with everything that is clear.',
  suggestions: 'the time that you mean\nthe account, event or message that it is about',
  accepted: 'a note signed by the person that names you\na power of attorney',
  updates: 'We write to you at least every ten working days until it is decided.',
  missing: missingIn[request.state] ?? '',
  replyBy: writeDate(addDays(today, 14)),
  format: 'CSV files, which every spreadsheet and most services can read',
  notIncluded: 'what we worked out ourselves, which this right does not cover',
  suppression: 'we keep your address on a short list only so that we do not write to you again.',
  continues: 'Messages about the service that you use go on.',
  inTransit: 'Something that was on its way already may still reach you.',
  stopped: 'all direct marketing to you',
  permittedUses: 'storing it\nusing it for legal claims\nprotecting the rights of others\nwhat you agree to',
  restrictedUntil: 'what is in dispute has been decided',
  statement: 'Your own words about it now stand beside the record.',
  chatLogsAction: 'we deleted messages about you where the tool allows it, and took your name out elsewhere.',
});

const heldBack = ({ request, history, law }: PrefillSource): string =>
  history
    .flatMap((event) =>
      event.type === 'exemption_logged' && event.personal?.['reasons'] !== undefined
        ? [
            `${event.personal['reasons'].replaceAll(/\s+/g, ' ')} | ${partialGroundsFor(request, { law }).find(({ id }) => id === event.exemption)?.title ?? event.exemption}`,
          ]
        : [],
    )
    .join('\n');

const clientFacts: Readonly<Partial<Record<CaseClockEvent['type'], FactName>>> = {
  client_receipt_confirmed: 'confirmedOn',
  client_deletion_requested: 'deletionAskedOn',
  agreement_terminated: 'terminatedOn',
};

const fromRegister = (source: PrefillSource): Texts => {
  const { request, history } = source;
  const day = (at: string): string => writeDate(localDate(new Date(at), request.timeZone));
  const systemName = (id: string): string => systemNamed(id, request.places).name;
  const found = searchesOf({ request, systemName })
    .filter((each) => each.found)
    .map(({ system }) => system);
  const searchedAt = history.findLast(
    ({ type }) => type === 'search_logged' || type === 'team_answered' || type === 'task_done',
  )?.at;
  const doneAt = (id: string): string | undefined =>
    history.findLast((event) => event.type === 'task_done' && event.task === id)?.at;
  const changed = doneAt('correct') ?? doneAt('stop') ?? doneAt('lock');
  const restrictedAt = history.findLast(({ type }) => type === 'restricted')?.at;
  const effective = doneAt('stop') ?? restrictedAt;
  const extension = history.findLast(
    (event) => event.type === 'approval_requested' && event.proposal.kind === 'extension',
  )?.personal?.['reasons'];
  const erasedAt = doneAt('delete');
  const clientDays = Object.fromEntries(
    request.clockEvents.flatMap(({ type, at }) => {
      const name = clientFacts[type];
      return name === undefined ? [] : [[name, day(at)] as const];
    }),
  );
  return {
    enclosed: found.map((name) => `what we hold about you in: ${name}`).join('\n'),
    erased: found.map((name) => `your data in: ${name}`).join('\n'),
    restrictedData:
      found.length > 0 ? found.map((name) => `your data in: ${name}`).join('\n') : 'the data that you name',
    ...(searchedAt === undefined ? {} : { searchedOn: day(searchedAt) }),
    ...(erasedAt === undefined ? {} : { erasedOn: day(erasedAt), deletedOn: day(erasedAt) }),
    ...(changed === undefined ? {} : { changedOn: day(changed) }),
    ...(effective === undefined ? {} : { effectiveOn: day(effective) }),
    ...(extension === undefined ? {} : { reasons: extension }),
    ...clientDays,
    withheld: heldBack(source),
  };
};

const marked = (texts: Texts, origin: Origin): Prefill =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, words]) =>
      words === '' ? [] : [[name, { words, origin }] as const],
    ),
  );

/** The register knows better than the policy, and both know better than usual words. */
export const prefillOf = (policy: PolicyFacts, source: PrefillSource, today: CalendarDate): Prefill => {
  const { request, history } = source;
  const [logged] = history;
  const channel = logged?.type === 'logged' ? logged.channel : 'other';
  const cited: Prefill = Object.fromEntries(
    Object.entries(policy).map(([name, { words, section }]) => [
      name,
      { words, origin: { from: 'policy', section } as const },
    ]),
  );
  return {
    ...marked(usual(request, channel, today), { from: 'usual words' }),
    ...cited,
    ...marked(fromRegister(source), { from: 'register' }),
  };
};
