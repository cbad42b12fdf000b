/** The intake form, and what is said once a request is logged. */
import { systemsFor } from '../company/company.ts';
import { receivedInstant, today, wallClock } from '../flows/cases/intake-moment.ts';
import { logRequests } from '../flows/cases/log-request.ts';
import type { ArrivalChannel, Right } from '../requests/case/case-events.ts';
import type { IntakeForm } from '../requests/case/intake.ts';
import { refusalSentence } from '../requests/decisions/refusals.ts';
import { type Intaken, intakeForm, readIntakePlace } from '../views/intake.ts';
import { loggedView } from '../views/logged.ts';
import { messageLoggedView } from '../views/message-look.ts';
import { noticeView, unknownGestureNotice } from '../views/notice.ts';
import { fieldErrors } from './bolt/field-errors.ts';
import type { Feature, InteractionOutcome, Reply, Submission } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'cases' | 'newId' | 'slack'>;

export type Beginning = {
  readonly rights?: readonly Right[];
  readonly channel?: ArrivalChannel;
  /** When it reached us, where that is known. */
  readonly receivedAt?: Date;
  /** The local day, where only that is known. */
  readonly receivedOn?: string;
  readonly words?: string;
  /** The form beneath, to be drawn afresh when it is logged. */
  readonly beneath?: string;
};

/** Opens the intake form; `beginning` is what is known already. */
export const openIntake = async (
  deps: Takes,
  reply: Pick<Reply, 'open'>,
  beginning: Beginning = {},
): Promise<InteractionOutcome> => {
  const received = beginning.receivedAt === undefined ? null : wallClock(deps.cases, beginning.receivedAt);
  await reply.open(
    intakeForm.view({
      requestId: deps.newId(),
      beneath: beginning.beneath ?? '',
      receivedOn: received?.date ?? beginning.receivedOn ?? today(deps.cases),
      receivedAt: received?.time ?? null,
      channel: beginning.channel ?? 'phone',
      rights: beginning.rights ?? [],
      words: beginning.words ?? '',
      company: deps.cases.company,
    }),
  );
  return 'form';
};

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
      await sent.show(noticeView('Privacy Assistant', unknownGestureNotice()));
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
    await sent.show(loggedView(logged.cases, logged.hints, logged.maybeSame, roles.includes('team')));
    const numbers = logged.cases.map(({ request }) => request.number);
    if (place.beneath !== '') await deps.slack.updateView({ id: place.beneath }, messageLoggedView(numbers));
    return 'logged';
  };

/** `/privacy request`, `/privacy-request`, the global shortcut and the menu's button: all open the same form. */
export const loggingRequests = (deps: Takes): Feature => {
  const open = (reply: Pick<Reply, 'open'>): Promise<InteractionOutcome> => openIntake(deps, reply);
  return {
    words: { request: { takes: null, handle: open } },
    commands: { '/privacy-request': open },
    presses: { menu_request: open },
    shortcuts: { log_rights_request: open },
    forms: { [intakeForm.id]: submit(deps) },
  };
};
