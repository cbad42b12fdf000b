/** What a letter's open fields begin with: from the policy, from the register, or in usual words. Each is marked and to be confirmed. */
import { contactKind } from '../../letters/contact-kind.ts';
import { writeDate } from '../../letters/letter-dates.ts';
import type { PolicyFacts } from '../../letters/policy-facts.ts';
import type { Case } from '../../requests/case/case.ts';
import { caseClock } from '../../requests/case/case-clock.ts';
import { addDays, type CalendarDate } from '../../requests/clock/calendar-date.ts';
import { channelOf, contactOf } from './as-logged.ts';
import { legalBasis } from './law-in-letters.ts';
import { fromRegister } from './prefill-register.ts';
import type { Origin, Prefill, PrefillSource } from './prefilled.ts';
import { type Texts, usual } from './usual-words.ts';

/** Of a customer only what is said of everybody: what the policy says of applicants and staff concerns nobody else. */
const ofThesePeople = (words: string, people: Case['people']): string => {
  if (people === 'staff_or_applicant') return words;
  const left = words.split('\n').filter((line) => !ofStaff.test(line));
  return left.join('\n');
};

const ofStaff =
  /\b(?:appl(?:y|ied|ying|icants?|ications? for (?:a |any )?(?:job|role|position|vacanc))|candidates?|job|recruit\w*|vacanc(?:y|ies)|CVs?|curriculum|employ(?:ment|ees?)|(?:our|former) staff|interview\w*)\b/iu;

/** Art 15(1)(h): only what the company has said of itself, and not to somebody who contests such a decision. Else whoever answers has to say it. */
const ofTheCompany = ({ company, related }: PrefillSource): Texts =>
  company.automatedDecisions === null || related.some(({ right }) => right === 'automated_decision')
    ? {}
    : { automated: company.automatedDecisions };

const marked = (texts: Texts, origin: Origin): Prefill =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, words]) =>
      words === '' ? [] : [[name, { words, origin }] as const],
    ),
  );

/** In two weeks; sooner where our own answer is due by then; blank where it is due too soon to wait. */
const replyBy = ({ request, law }: PrefillSource, today: CalendarDate): string => {
  const clock = caseClock(request, law);
  const due = clock.ok ? clock.deadline.due : null;
  const usualDay = addDays(today, 14);
  if (due === null || due < today || usualDay < due) return writeDate(usualDay);
  const before = addDays(due, -3);
  return before > today ? writeDate(before) : '';
};

/** The register knows better than the policy, and both know better than usual words. */
export const prefillOf = (policy: PolicyFacts, source: PrefillSource, today: CalendarDate): Prefill => {
  const { request, history, law, letter } = source;
  const cited: Prefill = Object.fromEntries(
    Object.entries(policy).flatMap(([name, { words, section }]) => {
      const concerns = ofThesePeople(words, request.people);
      return concerns === ''
        ? []
        : [[name, { words: concerns, origin: { from: 'policy', section } as const }] as const];
    }),
  );
  return {
    ...marked(
      {
        ...usual(request, letter, channelOf(history), contactKind(contactOf(history))),
        // The one that a list marks as usual; whoever decides the objection changes it where another is meant.
        legalBasis: legalBasis(request, law, ({ usual: often }) => often),
        replyBy: replyBy(source, today),
      },
      { from: 'usual words' },
    ),
    ...marked(ofTheCompany(source), { from: 'company file' }),
    ...cited,
    ...marked(fromRegister(source), { from: 'register' }),
  };
};
