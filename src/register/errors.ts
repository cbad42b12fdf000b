/** What can go wrong with the register, each with a sentence for a person. None carries personal data. */
import { codeOf } from '../base/error-code.ts';

class RegisterError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Somebody was faster: the history has grown since it was read. */
export class StaleHistory extends RegisterError {
  readonly caseId: string;
  constructor(caseId: string, expected: number, found: number) {
    super(`${caseId} has changed meanwhile (expected ${expected} events, found ${found}). Look at it again.`);
    this.caseId = caseId;
  }
}

export class NoSuchCase extends RegisterError {
  constructor(caseId: string) {
    super(`There is no case ${caseId} in the register.`);
  }
}

/** The stored case does not stand up to its own hashes, or cannot be read. */
export class CaseDamaged extends RegisterError {
  constructor(caseId: string, why: string, options?: ErrorOptions) {
    super(`The record of ${caseId} is damaged: ${why}. Restore it from a backup.`, options);
  }
}

export class CaseErased extends RegisterError {
  constructor(caseId: string) {
    super(`The personal data of ${caseId} was erased; no personal data can be added to it.`);
  }
}

/** Disk full, no permission, database gone: try again later, nothing was half-written. */
export class RegisterUnavailable extends RegisterError {}

/** Another process works on this register. */
export class RegisterLocked extends RegisterError {}

/** REGISTER_KEY is malformed, missing where one is needed, or not the key that sealed this register. */
export class WrongRegisterKey extends RegisterError {}

export const otherKey = (caseId: string, sealedWith: string, given: string): WrongRegisterKey =>
  new WrongRegisterKey(
    `${caseId} was sealed with another key (${sealedWith}) than REGISTER_KEY (${given}). Set REGISTER_KEY to the key that sealed it.`,
  );

/** A backup file that is damaged, altered or none at all. */
export class BadBackup extends RegisterError {}

/** Restoring would overwrite cases. */
export class RegisterNotEmpty extends RegisterError {}

/** Written by a newer program. */
export class NewerFormat extends RegisterError {}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space',
  EDQUOT: 'the disk quota is used up: free some space',
  EACCES: 'this program may not write there: check the owner and the permissions of DATA_DIR',
  EPERM: 'this program may not write there: check the owner and the permissions of DATA_DIR',
  EROFS: 'the disk is read-only: mount it writable',
  ENOTDIR: 'DATA_DIR leads through a file: name a folder',
  ENOENT: 'the folder is gone: was it moved, or is the disk not mounted?',
  EIO: 'the disk reports an error: check it',
  EMFILE: 'too many files are open',
};

/** `RegisterUnavailable` for a failed call of the operating system; errors of our own pass through. */
export const unavailable = (doing: string, cause: unknown): Error => {
  if (cause instanceof RegisterError) return cause;
  const reason = reasons[codeOf(cause) ?? ''] ?? (cause instanceof Error ? cause.message : 'unknown reason');
  return new RegisterUnavailable(`${doing} was not possible: ${reason}. Nothing was saved.`, { cause });
};

/** True for everything above: its message may be shown to a person as it is. */
export const isRegisterError = (cause: unknown): cause is Error => cause instanceof RegisterError;
