/** When an answer is due, in one place for card, list and case. */
import type { CaseFace } from '../../flows/cases/case-face.ts';
import { isClient, isOpen } from '../../requests/case/case.ts';
import { dateWords, daysLeftWords } from './case-words.ts';

/** One line: the date to keep and how far away it is, or why there is none. */
export const dueLine = (face: CaseFace): string => {
  const { due, cautiousDue, clock, houseTarget } = face;
  if (due !== null && face.daysLeft !== null)
    return `Due *${dateWords(due)}* · ${daysLeftWords(face.daysLeft, face.workingDaysLeft)}`;
  switch (clock) {
    case 'stopped':
      // A complaint whose acknowledgement has gone out: what is left has no day in the law.
      if (isOpen(face.request))
        return houseTarget === null
          ? 'Acknowledged. Answer without undue delay.'
          : `Acknowledged. Answer without undue delay; house target *${dateWords(houseTarget)}*.`;
      return face.answeredLate ? 'The clock has stopped. It was answered *late*.' : 'The clock has stopped.';
    case 'paused_clarification':
      return 'No date while the clock is paused; a new one appears when the answer comes.';
    case 'clock_not_started':
    case 'suspended_identity_eu':
      return cautiousDue === null
        ? 'No date yet: the clock waits for what was asked for.'
        : `No date yet: the clock waits for what was asked for. Work towards *${dateWords(cautiousDue)}* anyway.`;
    case 'no_statutory_clock':
      return houseTarget === null
        ? 'No statutory date: it takes effect at once.'
        : `No statutory date: it takes effect at once. House target *${dateWords(houseTarget)}*.`;
    case 'running':
      return cautiousDue === null
        ? isClient(face.right)
          ? 'No date yet: it begins once the client has its copy and has asked for deletion in writing.'
          : 'No date yet: it begins with the next step.'
        : `No date yet. Work towards *${dateWords(cautiousDue)}*.`;
    case 'impossible':
      return 'No date can be worked out; open the case to see why.';
  }
};

/** The earlier, safer date and the house's own, where they differ from the legal one. */
export const otherDates = ({
  due,
  cautiousDue,
  houseTarget,
  clock,
  request,
}: CaseFace): readonly string[] => [
  ...(due !== null && cautiousDue !== null && cautiousDue !== due
    ? [`Safe on every reading of the law: *${dateWords(cautiousDue)}*`]
    : []),
  ...(houseTarget !== null &&
  houseTarget !== due &&
  clock !== 'no_statutory_clock' &&
  !(clock === 'stopped' && isOpen(request))
    ? [`House target: *${dateWords(houseTarget)}*`]
    : []),
];

export const flagWords = (face: CaseFace): readonly string[] => [
  ...(face.overdue ? ['🔴 overdue'] : []),
  ...(face.extended ? ['➕ extended'] : []),
  ...(face.clock === 'paused_clarification' ? ['⏸️ paused'] : []),
  ...(face.clock === 'clock_not_started' || face.clock === 'suspended_identity_eu'
    ? ['⏸️ clock not running']
    : []),
  ...(face.restricted ? ['🔒 restricted'] : []),
  ...(face.frozen ? ['❄️ nothing may be deleted'] : []),
  ...(face.onHold ? ['⚖️ legal hold'] : []),
];
