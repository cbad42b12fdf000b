/** Seals words at rest: AES-256-GCM, a key derived for each purpose, bound to what the words belong to. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps words unreadable at rest; `id` says what they belong to and must be the same for opening. */
export interface Seal {
  readonly seal: (text: string, id?: string) => string;
  /** Null for what this key did not seal, or not for this id. */
  readonly open: (sealed: string, id?: string) => string | null;
}

export const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** A key for one purpose (HKDF-SHA256): what is sealed for one is closed to every other. */
export const derivedKey = (secret: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, keyBytes));

/** Base64 of nonce, tag and ciphertext; `bound` is authenticated with it and not contained in it. */
export const encrypt = (
  key: Uint8Array,
  bound: string,
  plain: string | Uint8Array,
  random: (bytes: number) => Buffer = randomBytes,
): string => {
  const nonce = random(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
};

/** Throws when the key, `bound` or a single bit is not what it was. */
export const decrypt = (key: Uint8Array, bound: string, sealed: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
};

const opened = (key: Uint8Array, bound: string, sealed: string): string | null => {
  try {
    return decrypt(key, bound, sealed).toString('utf8');
  } catch {
    return null;
  }
};

/** Under the key itself and bound to nothing, as the first release sealed: for reading what it left. */
export const sealUnder = (key: Uint8Array, random?: (bytes: number) => Buffer): Seal => ({
  seal: (text) => encrypt(key, '', text, random),
  open: (sealed) => opened(key, '', sealed),
});

/** Under a key derived for this purpose, bound to the purpose and the id. */
export const sealFor = (secret: Uint8Array, purpose: string): Seal => {
  const key = derivedKey(secret, `privacy seal ${purpose}`);
  const bound = (id = ''): string => `${purpose} ${id}`;
  return {
    seal: (text, id) => encrypt(key, bound(id), text),
    open: (sealed, id) => opened(key, bound(id), sealed),
  };
};
