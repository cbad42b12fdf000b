/** Seals personal data with a key per case, itself sealed by REGISTER_KEY. Destroying the case's key erases. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { decrypt, derivedKey, encrypt, keyBytes } from '../../base/seal.ts';
import { WrongRegisterKey } from '../errors.ts';

export type RegisterKey = {
  /** Tells keys apart without telling the key; stands in every case file. */
  readonly id: string;
  /** Seals the keys of the cases. */
  readonly wrapping: Buffer;
  /** For the keyed hashes by which a data subject is found again. */
  readonly lookup: Buffer;
  /** Vouches for what was recorded. */
  readonly history: Buffer;
  /** From it come the keys of what lies sealed beside the cases, one a purpose. */
  readonly sealing: Buffer;
};

const keyFrom = (secret: Buffer): RegisterKey => {
  const derive = (purpose: string): Buffer => derivedKey(secret, `privacy register ${purpose}`);
  return {
    id: createHash('sha256').update(derive('id')).digest('hex').slice(0, 16),
    wrapping: derive('wrapping'),
    lookup: derive('lookup'),
    history: derive('history'),
    sealing: derive('sealing'),
  };
};

/** Reads the text of REGISTER_KEY (base64 of 32 bytes); throws `WrongRegisterKey` with the fix. */
export const parseRegisterKey = (text: string): RegisterKey => {
  const secret = Buffer.from(text.trim(), 'base64');
  if (secret.length !== keyBytes || secret.toString('base64') !== text.trim()) {
    throw new WrongRegisterKey(
      'REGISTER_KEY must be 32 bytes in base64 (44 characters). Make one with: openssl rand -base64 32',
    );
  }
  return keyFrom(secret);
};

/** A fresh key in the form of REGISTER_KEY. */
export const newRegisterKeyText = (): string => randomBytes(keyBytes).toString('base64');

export const newCaseKey = (): Buffer => randomBytes(keyBytes);

export const wrapCaseKey = (key: RegisterKey, caseId: string, caseKey: Buffer): string =>
  encrypt(key.wrapping, `case-key ${caseId}`, caseKey);

/** Throws when the key is not the one that wrapped it, or the wrapped key belongs to another case. */
export const unwrapCaseKey = (key: RegisterKey, caseId: string, wrapped: string): Buffer =>
  decrypt(key.wrapping, `case-key ${caseId}`, wrapped);

const personalFields = z.record(z.string(), z.string());

/** Bound to its case and its place in the history, so that sealed fields cannot be swapped. */
export const seal = (
  caseKey: Buffer,
  caseId: string,
  n: number,
  personal: Readonly<Record<string, string>>,
): string => encrypt(caseKey, `event ${caseId} ${n}`, Buffer.from(JSON.stringify(personal)));

/** Throws when anything about it was altered. */
export const unseal = (
  caseKey: Buffer,
  caseId: string,
  n: number,
  sealed: string,
): Readonly<Record<string, string>> =>
  personalFields.parse(JSON.parse(decrypt(caseKey, `event ${caseId} ${n}`, sealed).toString('utf8')));
