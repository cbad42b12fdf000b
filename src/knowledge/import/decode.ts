/** Bytes of a text or web page into characters: byte order marks, UTF-16 without one, UTF-8, else what Windows writes. */

const labelIn = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{1,40})/iu.exec(head)?.[1] ?? null;
};

const decoded = (label: string, bytes: Uint8Array, fatal: boolean): string | null => {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
};

/** What Windows writes where Latin-1 has control characters; Node reads these bytes as Latin-1 under every name. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const asWindows = (text: string): string =>
  text.replace(/[\u0080-\u009f]/gu, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter);

/** Every second byte of English in UTF-16 is zero. */
const wideLabel = (bytes: Uint8Array): string | null => {
  const sample = bytes.subarray(0, 400);
  let even = 0;
  let odd = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be';
  return null;
};

/** Never fails: what is no UTF-8 is read as Windows-1252, unless the page names another encoding. */
export const decodeText = (bytes: Uint8Array): string => {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder().decode(bytes);
  const wide = wideLabel(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const plain = decoded('utf-8', bytes, true);
  if (plain !== null) return plain;
  const named = labelIn(bytes);
  const asNamed = named === null || /^utf-?(?:8|16)/iu.test(named) ? null : decoded(named, bytes, false);
  return asWindows(asNamed ?? new TextDecoder('latin1').decode(bytes));
};
