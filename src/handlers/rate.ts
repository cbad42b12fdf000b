import { feedbackForm } from '../views/feedback.ts';
import { notice, noticeView } from '../views/notice.ts';
import { fieldErrors } from './bolt/field-errors.ts';
import type { Gesture, Outcome, Press, Submission } from './bolt/interaction.ts';
import { identifierIn } from './bolt/typed-text.ts';
import type { Parts } from './dependencies.ts';

const helpful =
  (parts: Parts) =>
  async (press: Press): Promise<Outcome> => {
    const where = press.messageTs ?? press.view?.id ?? '';
    if (await parts.once.claim(`helpful ${where} ${press.user}`))
      await parts.gaps.rated(parts.questions.recall(press.value), 'helpful');
    await press.privately(notice('Thank you. I keep that it helped, not who said so and not your question.'));
    return 'helpful';
  };

const told =
  (parts: Parts) =>
  async (sent: Submission): Promise<Outcome> => {
    const read = feedbackForm.submission.safeParse(sent.fields);
    if (!read.success) {
      await sent.reject(fieldErrors(read.error));
      return 'refused';
    }
    const found = read.data.note === null ? null : identifierIn(read.data.note);
    if (found !== null) {
      await sent.reject({ note: `This looks like ${found}. Please leave it out.` });
      return 'refused';
    }
    const questionId = sent.view.private_metadata;
    if (await parts.once.claim(`not helpful ${questionId || sent.view.id} ${sent.user}`))
      await parts.gaps.rated(parts.questions.recall(questionId), read.data);
    await sent.show(
      noticeView('Thank you', notice('The privacy team reads it, without knowing who wrote it.')),
    );
    return 'not_helpful';
  };

/** *Helpful* and *Not helpful*: a verdict and its reason for the gap report, never who gave it. */
export const rating = (parts: Parts): Gesture => ({
  presses: {
    answer_helpful: helpful(parts),
    answer_not_helpful: async (press) => {
      await press.open(feedbackForm.view(press.value));
      return 'form';
    },
  },
  forms: { [feedbackForm.id]: told(parts) },
});
