/** From a stored case back to its events: with their personal data, or with a mark in its place. */

import { erasedMark } from '../../requests/case/sealed-words.ts';
import { CaseDamaged } from '../errors.ts';
import { sealedMark } from '../register.ts';
import type { CaseDocument } from './case-document.ts';
import { caseKeyOf } from './case-key.ts';
import type { EventRecord } from './chain.ts';
import { type RegisterKey, unseal } from './sealing.ts';

const marked = (fields: readonly string[], mark: string): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map((field) => [field, mark]));

const eventOf = (
  { at, by, type, fields, sealed }: EventRecord,
  personal: Readonly<Record<string, string>>,
): unknown => ({ ...fields, type, at, by, ...(sealed === undefined ? {} : { personal }) });

/** The events with a mark in the place of each personal field: needs no key. */
export const outline = (document: CaseDocument): readonly unknown[] =>
  document.events.map((record) =>
    eventOf(record, marked(record.sealed?.fields ?? [], document.key === null ? erasedMark : sealedMark)),
  );

/** The events with their personal data; erased fields read `erasedMark`. */
export const unsealedEvents = (document: CaseDocument, key: RegisterKey): readonly unknown[] => {
  if (document.key === null) return outline(document);
  const caseKey = caseKeyOf(document, key);
  return document.events.map((record) => {
    const { sealed } = record;
    if (sealed?.data === undefined) return eventOf(record, marked(sealed?.fields ?? [], erasedMark));
    try {
      return eventOf(record, unseal(caseKey, document.id, record.n, sealed.data));
    } catch (cause) {
      throw new CaseDamaged(document.id, `event ${record.n}: its sealed data cannot be opened`, { cause });
    }
  });
};
