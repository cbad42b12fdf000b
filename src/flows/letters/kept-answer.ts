/** The answer that a second person reads or has approved, shown like a letter. */

import { contentHash } from '../../letters/content-hash.ts';
import type { Case } from '../../requests/case/case.ts';
import { type Composed, saysNothing } from './composed-letter.ts';
import type { LetterScreen } from './letter-screen.ts';

/** Not a template: the wording that a second person reads or has approved, word for word as it was kept. */
export const keptAnswer = 'kept-answer';

/** A wording that nobody changes any more: no gaps, nothing to mend. */
export const asKept = (text: string): Composed => ({
  text,
  gaps: [],
  findings: [],
  hash: contentHash(text),
  says: saysNothing,
});

/** What is shown for the kept answer: the approver's copy, and its record once it is approved. */
export const keptScreen = (
  request: Case,
  text: string,
): Pick<LetterScreen, 'composed' | 'step' | 'also' | 'returned' | 'codes'> => ({
  composed: asKept(text),
  step:
    request.state === 'approved'
      ? { kind: 'record_answer' }
      : { kind: 'read', why: 'An approver reads it in the case and presses *Approve* or *Return*.' },
  also: [],
  returned: null,
  codes: {},
});

export const keptTitle = (request: Case): string =>
  request.state === 'approved' ? 'The approved answer' : 'The answer under review';
