import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keeps words unreadable at rest; `open` answers null for what this key did not seal. */
export interface Seal {
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string | null;
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a key of 32 bytes; the nonce and the tag travel in front of the text. */
export const sealUnder = (key: Uint8Array, random: (bytes: number) => Buffer = randomBytes): Seal => ({
  seal: (text) => {
    const nonce = random(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
  },
  open: (sealed) => {
    const bytes = Buffer.from(sealed, 'base64');
    if (bytes.length < nonceBytes + tagBytes) return null;
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const body = bytes.subarray(nonceBytes + tagBytes);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  },
});
