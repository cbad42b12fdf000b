/** The intake form, and what is said once a request is logged. */
import type { ModalView } from '@slack/types';
import { systemsFor } from '../company/company.ts';
import { receivedInstant, today, wallClock } from '../flows/cases/intake-moment.ts';
import { logRequests } from '../flows/cases/log-request.ts';
import { lookAtMessage } from '../flows/cases/look-at-message.ts';
import type { ArrivalChannel, Right } from '../requests/case/case-events.ts';
import type { IntakeForm } from '../requests/case/intake.ts';
import { describeDate } from '../requests/clock/calendar-date.ts';
import { refusalSentence } from '../requests/decisions/refusals.ts';
import { intakeForm } from '../views/cases/intake.ts';
import { type BegunIntake, goingOn, offeringBegun } from '../views/cases/intake-begun.ts';
import { readIntakePlace } from '../views/cases/intake-place.ts';
import type { Intaken } from '../views/cases/intake-submission.ts';
import { loggedView } from '../views/cases/logged.ts';
import { messageLoggedView } from '../views/cases/message-look.ts';
import { notice, noticeView, unknownActionNotice } from '../views/notice.ts';
import { fieldErrors } from './bolt/field-errors.ts';
import type {
  Feature,
  InteractionOutcome,
  Press,
  Reply,
  Submission,
  TypedCommand,
} from './bolt/interaction.ts';
import { readable } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';
import { begunBy, draftOf, keepForm, kept } from './form-drafts.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'cases' | 'drafts' | 'newId' | 'slack'>;
/** What is typed is kept with its time. */
type Keeps = Takes & Pick<Dependencies, 'clock'>;

export type Beginning = {
  readonly rights?: readonly Right[];
  readonly channel?: ArrivalChannel;
  /** When it reached us, where that is known. */
  readonly receivedAt?: Date;
  /** The local day, where only that is known. */
  readonly receivedOn?: string;
  readonly words?: string;
  /** Nothing in the words says which right it is. */
  readonly unsure?: boolean;
  /** The form beneath, to be drawn afresh when it is logged. */
  readonly beneath?: string;
  /** Gone on with, on top of a fresh form. */
  readonly again?: boolean;
};

/** What this person began and has not logged, newest first. */
const begunIntakes = async (deps: Takes, user: string): Promise<readonly BegunIntake[]> =>
  (await begunBy(deps, `intake.${user}`)).map(({ id, at }) => {
    const { date, time } = wallClock(deps.cases, at);
    const day = date === today(deps.cases) ? 'today' : describeDate(date).replace(/ \d{4}$/, '');
    return { requestId: id.split('.').at(-1) ?? '', at: `${day}, ${time}` };
  });

const formFor = (deps: Takes, requestId: string, beginning: Beginning): ModalView => {
  const received = beginning.receivedAt === undefined ? null : wallClock(deps.cases, beginning.receivedAt);
  return intakeForm.view({
    requestId,
    beneath: beginning.beneath ?? '',
    again: beginning.again ?? false,
    receivedOn: received?.date ?? beginning.receivedOn ?? today(deps.cases),
    receivedAt: received?.time ?? null,
    channel: beginning.channel ?? 'phone',
    rights: beginning.rights ?? [],
    unsure: beginning.unsure ?? false,
    words: beginning.words ?? '',
    company: deps.cases.company,
  });
};

/** Opens the intake form; `beginning` is what is known already. */
export const openIntake = async (
  deps: Takes,
  reply: Pick<Reply, 'open'> & { readonly user: string },
  beginning: Beginning = {},
): Promise<InteractionOutcome> => {
  const begun = await begunIntakes(deps, reply.user);
  const form = await kept(deps, reply.user, formFor(deps, deps.newId(), beginning));
  await reply.open(offeringBegun(form, begun));
  return 'form';
};

/** What was typed behind the command are the person's words: the rights in them are ticked, and the words stand in their field. */
const heard = ({ cases }: Takes, words: string): Beginning => {
  if (words.trim() === '') return {};
  const { found } = lookAtMessage(cases, words, cases.clock());
  return { words, rights: found.map(({ mark }) => mark.right) };
};

/** On top of the fresh form; when it is logged, both are done with. */
const goOn =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const form = await kept(deps, press.user, formFor(deps, press.value, { again: true }));
    await press.open(goingOn(form, press.value));
    return 'form';
  };

/** One of those offered in a fresh form, which stays as it is filled in so far. */
const dropBegun =
  (deps: Keeps) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const place = readIntakePlace(press.view?.private_metadata ?? '');
    if (press.view === null || place === null || !/^[\w-]+$/.test(press.value)) return 'gone';
    await deps.drafts.drop(`intake.${press.user}.${press.value}`);
    await keepForm(deps, press.user, press.view, press.fields);
    const form = await kept(
      deps,
      press.user,
      formFor(deps, place.requestId, {
        beneath: place.beneath,
        again: place.again,
        unsure: JSON.stringify(press.view.blocks).includes('"unsure"'),
      }),
    );
    const others = (await begunIntakes(deps, press.user)).filter(
      ({ requestId }) => requestId !== place.requestId,
    );
    await deps.slack.updateView({ id: press.view.id, hash: press.view.hash }, offeringBegun(form, others));
    return 'forgotten';
  };

const forget =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const id = press.view === null ? null : draftOf(press.view, press.user);
    if (press.view === null || id === null) return 'gone';
    await deps.drafts.drop(id);
    await deps.slack.updateView(
      { id: press.view.id },
      noticeView('Thrown away', notice('It is thrown away. Nothing of it was logged.')),
    );
    return 'forgotten';
  };

/** Somebody and what they want: not a question of whoever types it. */
const somebodyWants =
  /^(?!.*\?\s*$).*\b(?:he|she|they|(?:a|the|this|one|our)\s+\w+|mr|mrs|ms|somebody|someone|request)\b.*\b(?:wants?|asks?|asked|requests?|requested|would like|says?|said|demands?|needs?|complains?|objects?|for)\b/i;

const given = (text: string | null | undefined): string => (text ?? '').trim();

/** What identifies the person goes into `personal` and nowhere else. */
const formOf = (deps: Takes, read: Intaken, receivedAt: string): IntakeForm => ({
  ...deps.cases.defaults,
  rights: read.rights,
  receivedAt,
  channel: read.channel,
  people: read.people ?? 'customer',
  clientWorkspace: given(read.client) !== '',
  agent: given(read.agent) !== '',
  ...(read.requester == null ? {} : { requester: read.requester }),
  unsure: read.unsure,
  suspectedBreach: read.breach,
  systems: systemsFor(deps.cases.company, read.people ?? 'customer'),
  follows: null,
  personal: {
    name: read.name,
    contact: read.contact,
    words: read.words,
    ...(given(read.agent) === '' ? {} : { agent: given(read.agent) }),
    ...(given(read.client) === '' ? {} : { client: given(read.client) }),
  },
});

const submit =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const place = readIntakePlace(sent.view.private_metadata);
    if (place === null) {
      await sent.show(noticeView('Privacy Assistant', unknownActionNotice()));
      return 'unknown';
    }
    const read = intakeForm.submission.safeParse(sent.fields);
    if (!read.success) {
      await sent.reject(fieldErrors(read.error));
      return 'refused';
    }
    const receivedAt = receivedInstant(deps.cases, read.data.received_on, read.data.received_at ?? null);
    if (receivedAt === null) {
      await sent.reject({ received_on: 'There is no such day. Please choose another.' });
      return 'refused';
    }
    const logged = await logRequests(
      deps.cases,
      formOf(deps, read.data, receivedAt),
      sent.user,
      place.requestId,
    );
    if (!logged.ok) {
      await sent.reject({ received_on: refusalSentence(logged) });
      return 'refused';
    }
    const roles = await deps.cases.rolesOf(sent.user);
    const mayOpen = roles.includes('team');
    const view = loggedView(logged.cases, logged.hints, logged.maybeSame, mayOpen, deps.cases.table);
    await sent.show(place.again ? { ...view, clear_on_close: true } : view);
    const numbers = logged.cases.map(({ request }) => request.number);
    if (place.beneath !== '') await deps.slack.updateView({ id: place.beneath }, messageLoggedView(numbers));
    return 'logged';
  };

/** `/privacy request`, `/privacy-request`, the global shortcut and the menu's button: all open the same form. */
export const loggingRequests = (deps: Keeps): Feature => {
  const open = (reply: Pick<Reply, 'open'> & { readonly user: string }): Promise<InteractionOutcome> =>
    openIntake(deps, reply);
  const openWith = ({ text, ...reply }: TypedCommand): Promise<InteractionOutcome> =>
    openIntake(deps, reply, heard(deps, readable(text)));
  return {
    // "request: please stop writing to me": what comes after the colon are their words, and never a question.
    // "log he wants to be forgotten" is no question either; "log files: how long?" is one.
    words: {
      request: { takes: null, handle: open },
      'request:': { takes: /./, handle: openWith },
      log: { takes: somebodyWants, handle: openWith },
    },
    commands: { '/privacy-request': openWith },
    presses: {
      menu_request: open,
      intake_go_on: goOn(deps),
      intake_forget: forget(deps),
      intake_drop: dropBegun(deps),
    },
    shortcuts: { log_rights_request: open },
    forms: { [intakeForm.id]: submit(deps) },
  };
};
