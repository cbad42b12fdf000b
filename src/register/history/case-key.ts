/** The key that seals the personal data of one case, opened with the register's key. */

import { CaseDamaged, CaseErased, otherKey } from '../errors.ts';
import type { CaseDocument } from './case-document.ts';
import { type RegisterKey, unwrapCaseKey } from './sealing.ts';

/** Throws `CaseErased`, `WrongRegisterKey` or `CaseDamaged`. */
export const caseKeyOf = (document: CaseDocument, key: RegisterKey): Buffer => {
  if (document.key === null) throw new CaseErased(document.id);
  if (document.key.id !== key.id) throw otherKey(document.id, document.key.id, key.id);
  try {
    return unwrapCaseKey(key, document.id, document.key.wrapped);
  } catch (cause) {
    throw new CaseDamaged(document.id, 'its key cannot be opened', { cause });
  }
};
