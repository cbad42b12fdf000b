/** Seals personal data: AES-256-GCM with a key per case, itself sealed by REGISTER_KEY. Destroying the case's key erases. */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { WrongRegisterKey } from './errors.ts';

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

export type RegisterKey = {
  /** Tells keys apart without telling the key; stands in every case file. */
  readonly id: string;
  readonly wrapping: Buffer;
  /** For the keyed hashes by which a data subject is found again. */
  readonly lookup: Buffer;
};

const derive = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `privacy register ${purpose}`, keyBytes));

const keyFrom = (secret: Buffer): RegisterKey => ({
  id: createHash('sha256').update(derive(secret, 'id')).digest('hex').slice(0, 16),
  wrapping: derive(secret, 'wrapping'),
  lookup: derive(secret, 'lookup'),
});

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

const encrypt = (key: Buffer, bound: string, plain: Buffer): string => {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
};

const decrypt = (key: Buffer, bound: string, sealed: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
};

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
