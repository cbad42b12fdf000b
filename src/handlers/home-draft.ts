/** The ask box of the Home tab: what stands in it is kept, sealed, whenever a press tells of it, until it has been answered. */
import { askFormId } from '../views/menu.ts';
import type { Feature, Press } from './bolt/interaction.ts';
import { text } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';
import { draftOf, inTime, keptAt } from './form-drafts.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'clock' | 'drafts'>;

const draftFor = (user: string): string => `${draftOf({ callback_id: askFormId }, user)}.home`;

/** '' where nothing was begun, or what is kept says nothing in time: the tab opens in any case. */
export const questionBegun = (
  deps: Pick<Dependencies, 'after' | 'drafts'>,
  user: string,
): Promise<string> => {
  const kept = deps.drafts.read(draftFor(user)).then(({ question = '' }) => question);
  return inTime(deps, kept, '');
};

export const keepQuestion = (deps: Takes, user: string, question: string): Promise<void> => {
  const at = deps.clock().toISOString();
  const kept = deps.drafts.update(draftFor(user), async () => ({ question, [keptAt]: at }));
  return inTime(deps, kept, undefined);
};

/** Answered, or taken out of the box again. */
export const forgetQuestion = (deps: Takes, user: string): Promise<void> =>
  inTime(deps, deps.drafts.drop(draftFor(user)), undefined);

export const homeQuestion = ({ fields }: Pick<Press, 'fields'>): string => text(fields['home_question']);

type Handle = NonNullable<Feature['presses']>[string];

/** Asking keeps and forgets by itself. */
const asks = ['home_ask', 'home_ask_button'];

/** The same feature; a press anywhere on the Home tab also keeps what stands in its box. */
export const keepingHome =
  (deps: Takes) =>
  (feature: Feature): Feature => {
    if (feature.presses === undefined) return feature;
    const keeping =
      (handle: Handle): Handle =>
      async (press) => {
        if (!('home_question' in press.fields)) return handle(press);
        const question = homeQuestion(press);
        const kept =
          question === '' ? forgetQuestion(deps, press.user) : keepQuestion(deps, press.user, question);
        const [outcome] = await Promise.all([handle(press), kept]);
        return outcome;
      };
    const presses = Object.entries(feature.presses).map(
      ([id, handle]) => [id, asks.includes(id) ? handle : keeping(handle)] as const,
    );
    return { ...feature, presses: Object.fromEntries(presses) };
  };
