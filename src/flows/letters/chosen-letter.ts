/** The chosen letter of a case as it reads now, and what may be done with it. */
import type { Template } from '../../letters/template.ts';
import type { Case } from '../../requests/case/case.ts';
import { approvedWording } from '../../requests/case/kept-letters.ts';
import { localDate } from '../../requests/clock/zone.ts';
import type { Moment } from '../../requests/decisions/decision.ts';
import { chosenProvision } from './answer-outcomes.ts';
import { channelOf } from './as-logged.ts';
import { asMoney, chosenFacts, codeFields, decidedByChoice } from './chosen-facts.ts';
import { composeLetter } from './compose-letter.ts';
import type { Composed } from './composed-letter.ts';
import { asKept } from './kept-answer.ts';
import type { OpenedCase } from './letter-readers.ts';
import type { LetterScreen, LettersAtDesk } from './letter-screen.ts';
import type { TypedFields } from './letter-source.ts';
import { presetBy, stepOf } from './letter-step.ts';
import { prefillOf } from './prefill.ts';
import type { ReturnedAnswer } from './returned-answer.ts';

type Occasion = {
  readonly moment: Moment;
  /** Cases of the same letter that this one speaks of as well. */
  readonly also: readonly Case[];
  /** The answer that came back, where this letter is an answer. */
  readonly back: ReturnedAnswer | null;
  readonly typed: TypedFields;
};

const filled = async (
  { desk, letters }: LettersAtDesk,
  { request, history }: OpenedCase,
  template: Template,
  { moment: { related }, also, typed }: Occasion,
  choices: TypedFields,
): Promise<Composed | null> => {
  const { table, company } = desk;
  const now = desk.clock();
  const source = { request, history, law: table, letter: template.id, company, related };
  return composeLetter(
    letters,
    template,
    {
      request,
      history,
      now,
      table,
      also,
      ...chosenProvision(template, request, table, typed['ground_code']),
    },
    { ...asMoney(typed, request, table), ...choices },
    prefillOf(await letters.fromPolicy(), source, localDate(now, request.timeZone)),
  );
};

/** Null where the case has no clock to write from. */
export const chosenLetter = async (
  at: LettersAtDesk,
  opened: OpenedCase,
  template: Template,
  occasion: Occasion,
): Promise<Pick<LetterScreen, 'composed' | 'step' | 'also' | 'returned' | 'codes'> | null> => {
  const { request, history, viewer } = opened;
  const { moment, also, back } = occasion;
  const typed = back?.letter === template.id ? { ...back.typed, ...occasion.typed } : occasion.typed;
  const approved = approvedWording(request, history, template.id);
  const step = stepOf(template, request, viewer, approved !== null, moment);
  const decided = decidedByChoice[step.kind] ?? [];
  const choices = decided.length === 0 ? {} : chosenFacts(typed, channelOf(history));
  const composed =
    approved === null
      ? await filled(at, opened, template, { ...occasion, typed }, choices)
      : asKept(approved);
  if (composed === null) return null;
  return {
    // Whoever only passes the letter on has nothing to add to it.
    composed: {
      ...composed,
      gaps: viewer.team ? composed.gaps.filter(({ name }) => !decided.includes(name)) : [],
    },
    step: presetBy(step, composed.says.verdict ?? back?.outcome ?? null),
    also: also.map(({ number }) => number),
    returned: back,
    codes: Object.fromEntries(codeFields.map((name) => [name, typed[name] ?? ''])),
  };
};
