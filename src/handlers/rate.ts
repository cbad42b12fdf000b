/** *Helpful* and *Not helpful*. */
import { feedbackForm, ratingOf } from '../views/answers/feedback.ts';
import { notice, noticeView } from '../views/notice.ts';
import { fieldErrors } from './bolt/field-errors.ts';
import type { Feature, InteractionOutcome, Press, Submission } from './bolt/interaction.ts';
import { onceOnly } from './bolt/once-only.ts';
import { identifierIn } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';
import { kept } from './form-drafts.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'drafts' | 'gaps' | 'once' | 'questions'>;

const helpful = async (deps: Takes, press: Press, questionId: string): Promise<InteractionOutcome> => {
  const where = press.messageTs ?? press.view?.id ?? '';
  await onceOnly(deps, `helpful ${where} ${press.user}`, async () =>
    deps.gaps.rated(await deps.questions.recall(questionId), 'helpful'),
  );
  await press.privately(notice('Thank you. I keep that it helped, not who said so and not your question.'));
  return 'helpful';
};

const askWhy = async (deps: Takes, press: Press, questionId: string): Promise<InteractionOutcome> => {
  await press.open(await kept(deps, press.user, feedbackForm.view(questionId)));
  return 'form';
};

const told =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
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
    await onceOnly(deps, `not helpful ${questionId || sent.view.id} ${sent.user}`, async () =>
      deps.gaps.rated(await deps.questions.recall(questionId), read.data),
    );
    await sent.show(
      noticeView('Thank you', notice('The privacy team reads it, without knowing who wrote it.')),
    );
    return 'not_helpful';
  };

/** *Helpful* and *Not helpful*: a verdict and its reason for the gap report, never who gave it. */
export const rating = (deps: Takes): Feature => ({
  presses: {
    rate_answer: async (press) => {
      const rated = ratingOf(press.value);
      if (rated === null) return 'unknown';
      return rated.helpful ? helpful(deps, press, rated.questionId) : askWhy(deps, press, rated.questionId);
    },
    answer_helpful: (press) => helpful(deps, press, press.value),
    answer_not_helpful: (press) => askWhy(deps, press, press.value),
  },
  forms: { [feedbackForm.id]: told(deps) },
});
