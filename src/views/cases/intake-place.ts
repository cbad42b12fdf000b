/** What the intake form begins with, and what travels in its metadata. */

import { z } from 'zod';
import type { Company } from '../../company/company.ts';
import type { ArrivalChannel, Right } from '../../requests/case/case-events.ts';
import { carried } from '../carried.ts';

/** Who the company says it is: words for its people, and whether it has clients. */
export type IntakeCompany = Pick<Company, 'people' | 'clients' | 'neutral'>;

/** `beneath` is the form that a message was looked at in, or ''. */
const intakePlace = z.object({
  requestId: z.string(),
  beneath: z.string().default(''),
  /** On top of a fresh form, which is done with when this one is logged. */
  again: z.boolean().default(false),
});

/** A form that the release before has opened carries its id alone. */
export const readIntakePlace = (metadata: string): z.infer<typeof intakePlace> | null =>
  carried(intakePlace, metadata) ??
  (/^[\w-]+$/.test(metadata) ? { requestId: metadata, beneath: '', again: false } : null);

export type IntakeStart = {
  readonly requestId: string;
  readonly beneath: string;
  readonly again: boolean;
  /** Local date, and the time where it is known. */
  readonly receivedOn: string;
  readonly receivedAt: string | null;
  readonly channel: ArrivalChannel;
  readonly rights: readonly Right[];
  /** Nothing in the words says which right it is. */
  readonly unsure: boolean;
  /** Only ever shown in the form itself. */
  readonly words: string;
  readonly company: IntakeCompany;
};
