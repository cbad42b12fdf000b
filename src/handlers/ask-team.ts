/** *Ask the privacy team*: the form, the card, and the answer that comes back. */
import { createHash } from 'node:crypto';
import {
  answeredCard,
  answeringTo,
  questionAbout,
  questionBlockId,
  teamAnswerForm,
  teamAnswerMessage,
  teamQuestionCard,
  teamQuestionForm,
} from '../views/answers/team-question.ts';
import { escaped } from '../views/blocks.ts';
import { carried } from '../views/carried.ts';
import { notice, noticeView } from '../views/notice.ts';
import { fieldErrors } from './bolt/field-errors.ts';
import type { Feature, InteractionOutcome, Press, Submission } from './bolt/interaction.ts';
import { textOfBlock } from './bolt/payloads.ts';
import { identifierIn, personalDataIn } from './bolt/typed-text.ts';
import type { Dependencies, Membership } from './dependencies.ts';
import { kept } from './form-drafts.ts';

/** What this feature uses of the whole. */
type Takes = Pick<
  Dependencies,
  | 'clock'
  | 'contact'
  | 'drafts'
  | 'gaps'
  | 'postOnce'
  | 'privacyChannel'
  | 'privacyTeam'
  | 'questions'
  | 'slack'
>;

const openQuestion =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    if (deps.privacyChannel === null) {
      await press.privately(
        notice(`No channel of the privacy team is set up here. Please write to ${escaped(deps.contact)}.`),
      );
      return 'no_channel';
    }
    await press.open(
      await kept(
        deps,
        press.user,
        teamQuestionForm.view(await deps.questions.recall(press.value), press.value),
      ),
    );
    return 'form';
  };

/** Another delivery of this very form is at it, or a process that died was; whichever it is shows in two minutes. */
const underWay = 'I cannot tell yet whether this was sent. Please send it again in two minutes.';

/** The same words of the same person under one answer are one question, however often the form is opened for them. */
const askedOnce = (user: string, about: string, question: string): string =>
  `team question ${createHash('sha256').update(`${user} ${about} ${question}`).digest('hex').slice(0, 32)}`;

const sendQuestion =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const read = teamQuestionForm.submission.safeParse(sent.fields);
    if (!read.success) {
      await sent.reject(fieldErrors(read.error));
      return 'refused';
    }
    const found = identifierIn(read.data.question);
    if (found !== null) {
      await sent.reject({
        question: `This looks like ${found}. Please leave it out: several people read this. Say "a customer" instead.`,
      });
      return 'refused';
    }
    if (deps.privacyChannel === null) {
      await sent.reject({
        question: `No channel of the privacy team is set up. Please write to ${deps.contact}.`,
      });
      return 'no_channel';
    }
    const { question } = read.data;
    const { privacyChannel: channel } = deps;
    const about = carried(questionAbout, sent.view.private_metadata)?.about ?? sent.view.id;
    const card = teamQuestionCard(question, sent.user);
    const came = await deps.postOnce(askedOnce(sent.user, about, question), { channel }, card);
    if (came === 'perhaps') {
      await sent.reject({ question: underWay });
      return 'perhaps';
    }
    if (came === 'posted') await deps.gaps.askedTeam(question);
    await sent.show(
      noticeView(
        'Sent',
        notice(
          'Your question is with the privacy team. Their answer comes to you in a direct message from me.',
        ),
      ),
    );
    return 'sent';
  };

/** Why this person may not do it, in plain words; null when they may. */
export const teamRefusal = (membership: Membership): string | null => {
  switch (membership) {
    case 'member':
      return null;
    case 'stranger':
      return 'Only the privacy team can do that.';
    case 'unknown':
      return 'I cannot check right now who is on the privacy team, so I did not do it. Please try again in a minute.';
    case 'nobody_configured':
      return 'Nobody is set up as the privacy team yet: whoever runs this bot must set PRIVACY_TEAM.';
  }
};

const openAnswer =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const { channel, messageTs } = press;
    const question = textOfBlock(press.blocks, questionBlockId);
    if (channel === null || messageTs === null || question === '') {
      await press.privately(notice('This question is not there any more.'));
      return 'gone';
    }
    const refusal = teamRefusal(await deps.privacyTeam(press.user));
    if (refusal !== null) {
      await press.privately(notice(refusal));
      return 'refused';
    }
    await press.open(
      await kept(
        deps,
        press.user,
        teamAnswerForm.view(question, { asker: press.value, channel, ts: messageTs }),
      ),
    );
    return 'form';
  };

const sendAnswer =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const read = teamAnswerForm.submission.safeParse(sent.fields);
    if (!read.success) {
      await sent.reject(fieldErrors(read.error));
      return 'refused';
    }
    const refusal = teamRefusal(await deps.privacyTeam(sent.user));
    if (refusal !== null) {
      await sent.reject({ answer: refusal });
      return 'refused';
    }
    const found = personalDataIn(deps, read.data.answer);
    if (found !== null) {
      await sent.reject({ answer: `This looks like ${found}. Please leave it out of the message.` });
      return 'refused';
    }
    const { asker, channel, ts } = answeringTo.parse(JSON.parse(sent.view.private_metadata));
    const question = textOfBlock(sent.view.blocks, questionBlockId);
    const answer = teamAnswerMessage(question, read.data.answer, sent.user);
    const came = await deps.postOnce(`team answer ${channel} ${ts}`, { channel: asker }, answer);
    if (came !== 'posted') {
      await sent.reject({
        answer: came === 'stands' ? 'Somebody has already answered this question.' : underWay,
      });
      return came === 'stands' ? 'again' : 'perhaps';
    }
    await sent.close();
    const minutes = Math.max(0, Math.floor(deps.clock().getTime() / 60_000 - Number(ts) / 60));
    await deps.slack.update(
      { channel, ts },
      answeredCard(question, read.data.answer, { asker, answeredBy: sent.user, minutes }, null),
    );
    return 'answered';
  };

/** *Ask the privacy team*, and the way back of their answer. */
export const askingTheTeam = (deps: Takes): Feature => ({
  presses: { ask_team: openQuestion(deps), answer_team_question: openAnswer(deps) },
  forms: { [teamQuestionForm.id]: sendQuestion(deps), [teamAnswerForm.id]: sendAnswer(deps) },
});
