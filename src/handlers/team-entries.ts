/** Answers of the privacy team that are kept. */
import { createHash } from 'node:crypto';
import type { EntryWords } from '../flows/ask/team-entries.ts';
import {
  answeredSchema,
  type Editing,
  editing,
  entriesView,
  teamEntryForm,
} from '../views/answers/team-entry.ts';
import { answeredCard, questionBlockId, teamAnswerBlockId } from '../views/answers/team-question.ts';
import { notice, noticeView } from '../views/notice.ts';
import { teamRefusal } from './ask-team.ts';
import { fieldErrors } from './bolt/field-errors.ts';
import type { Feature, InteractionOutcome, Press, Submission } from './bolt/interaction.ts';
import { type Opening, openSoon } from './bolt/open-soon.ts';
import { textOfBlock } from './bolt/payloads.ts';
import { personalDataIn } from './bolt/typed-text.ts';
import type { Dependencies } from './dependencies.ts';
import { kept } from './form-drafts.ts';

/** What this feature uses of the whole. */
type Takes = Pick<Dependencies, 'after' | 'contact' | 'drafts' | 'entries' | 'privacyTeam' | 'slack'>;

/** One message, one entry: whoever saves it twice finds it saved. */
const idOf = (channel: string, ts: string): string =>
  createHash('sha256').update(`${channel} ${ts}`).digest('hex').slice(0, 16);

const gone = 'This entry is not there any more: somebody has retired it.';

/** Marks each field in which something looks like personal data. */
const personalFields = (
  deps: Takes,
  fields: { readonly question: string; readonly wordings: readonly string[]; readonly answer: string },
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, text]) => {
      const found = personalDataIn(deps, typeof text === 'string' ? text : text.join('\n'));
      return found === null ? [] : [[field, `This looks like ${found}. An entry holds no personal data.`]];
    }),
  );

type Fresh = NonNullable<Editing['fresh']>;

const saveFresh = async (
  deps: Takes,
  by: string,
  { who, channel, ts }: Fresh,
  words: Pick<EntryWords, 'question' | 'answer'> & Partial<EntryWords>,
): Promise<boolean> => {
  const { answeredBy } = who;
  const saved = await deps.entries.save({ id: idOf(channel, ts), answeredBy, savedBy: by, ...words });
  if (saved === null) return false;
  await deps.slack.update({ channel, ts }, answeredCard(saved.question, saved.answer, who, saved));
  return true;
};

const saveAnswered =
  (deps: Takes) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const { channel, messageTs: ts } = press;
    const question = textOfBlock(press.blocks, questionBlockId);
    const answer = textOfBlock(press.blocks, teamAnswerBlockId);
    if (channel === null || ts === null || question === '' || answer === '') {
      await press.privately(notice('This answer is not there any more.'));
      return 'gone';
    }
    const refusal = teamRefusal(await deps.privacyTeam(press.user));
    if (refusal !== null) {
      await press.privately(notice(refusal));
      return 'refused';
    }
    const fresh = { who: answeredSchema.parse(JSON.parse(press.value)), channel, ts };
    const [personal] = Object.values(personalFields(deps, { question, wordings: [], answer }));
    if (personal !== undefined) {
      const words = { question, wordings: [], answer, reviewBy: deps.entries.usualReview() };
      await press.open(await kept(deps, press.user, teamEntryForm.view(words, { id: '', fresh }, personal)));
      return 'form';
    }
    if (await saveFresh(deps, press.user, fresh, { question, answer })) return 'saved';
    await press.privately(notice(gone));
    return 'gone';
  };

const editEntry =
  (deps: Takes) =>
  (press: Press): Promise<InteractionOutcome> =>
    openSoon(deps, press, async (): Promise<Opening> => {
      const refusal = teamRefusal(await deps.privacyTeam(press.user));
      if (refusal !== null) return { instead: notice(refusal) };
      const entry = await deps.entries.find(press.value);
      return entry === null
        ? { instead: notice(gone) }
        : {
            view: await kept(deps, press.user, teamEntryForm.view(entry, { id: entry.id, fresh: null })),
          };
    });

const sendEntry =
  (deps: Takes) =>
  async (sent: Submission): Promise<InteractionOutcome> => {
    const read = teamEntryForm.submission.safeParse(sent.fields);
    if (!read.success) {
      await sent.reject(fieldErrors(read.error));
      return 'refused';
    }
    const refusal = teamRefusal(await deps.privacyTeam(sent.user));
    const { review_by: reviewBy, ...rest } = read.data;
    const wrong = refusal === null ? personalFields(deps, rest) : { question: refusal };
    if (Object.keys(wrong).length > 0) {
      await sent.reject(wrong);
      return 'refused';
    }
    const { id, fresh } = editing.parse(JSON.parse(sent.view.private_metadata));
    const words = { ...rest, reviewBy };
    const kept =
      fresh === null ? await deps.entries.change(id, words) : await saveFresh(deps, sent.user, fresh, words);
    if (kept) await sent.close();
    else await sent.show(noticeView('Our own entries', notice(gone)));
    return kept ? 'saved' : 'gone';
  };

const listing = async (deps: Takes, user: string, news: string | null = null): Promise<Opening> => {
  const refusal = teamRefusal(await deps.privacyTeam(user));
  if (refusal !== null) return { instead: notice(refusal) };
  return { view: entriesView(await deps.entries.list(), news) };
};

const openList =
  (deps: Takes) =>
  (reply: Parameters<typeof openSoon>[1] & { readonly user: string }): Promise<InteractionOutcome> =>
    openSoon(deps, reply, () => listing(deps, reply.user));

/** Something done to one entry, and the list drawn anew where it stands. */
const inList =
  (deps: Takes, doing: (press: Press) => Promise<boolean>, done: string) =>
  async (press: Press): Promise<InteractionOutcome> => {
    const refusal = teamRefusal(await deps.privacyTeam(press.user));
    const did = refusal === null && (await doing(press));
    const opening = await listing(deps, press.user, did ? done : null);
    if (press.view === null || 'instead' in opening) {
      await press.privately('instead' in opening ? opening.instead : notice(done));
      return 'refused';
    }
    await deps.slack.updateView({ id: press.view.id, hash: press.view.hash }, opening.view);
    return did ? 'done' : 'gone';
  };

/** Answers of the team that are kept: saved from their card, listed, edited, confirmed, retired. */
export const keepingEntries = (deps: Takes): Feature => ({
  words: { entries: { takes: null, handle: openList(deps) } },
  presses: {
    save_entry: saveAnswered(deps),
    edit_entry: editEntry(deps),
    menu_entries: openList(deps),
    renew_entry: inList(deps, ({ value }) => deps.entries.renew(value), 'Good for another year.'),
    retire_entry: inList(
      deps,
      ({ value, user }) => deps.entries.retire(value, user),
      'Retired: it is shown to nobody any more.',
    ),
  },
  forms: { [teamEntryForm.id]: sendEntry(deps) },
});
