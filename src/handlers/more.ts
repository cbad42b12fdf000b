/** *More*: the further passages of an answer, the law and our procedure, for whoever pressed it alone. */
import { furtherQuotes } from '../views/answers/further-quotes.ts';
import { readMore } from '../views/answers/more.ts';
import { notice } from '../views/notice.ts';
import type { Feature, InteractionOutcome, Press } from './bolt/interaction.ts';
import type { Dependencies } from './dependencies.ts';
import { changed } from './share.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'policies' | 'questions' | 'verify'>;

/** Passages are checked once more; what stands beside them is remembered for an hour. */
const showMore =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const more = readMore(press.value);
    const quotes = more === null || more.refs.length === 0 ? [] : deps.verify(more.refs);
    if (more === null || quotes === null) {
      await press.privately(changed());
      return 'changed';
    }
    const beside = more.questionId === '' ? null : await deps.questions.beside(more.questionId);
    if (quotes.length === 0 && beside === null) {
      await press.privately(notice('I keep this for an hour only. Please ask again.'));
      return 'forgotten';
    }
    await press.privately(furtherQuotes(quotes, deps.policies, beside));
    return 'more';
  };

export const showingMore = (deps: Takes): Feature => ({ presses: { show_more: showMore(deps) } });
