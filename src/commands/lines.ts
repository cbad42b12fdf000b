/**
 * The lines of a stream of UTF-8 bytes, one by one: `\n` and `\r\n` end a line, a byte order mark at the start is no part of the first,
 * and nothing follows a last line end. (Node's readline also breaks at U+2028, which JSON text may hold.)
 */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  const line = (last: string): string => {
    const whole = [...pieces, last].join('');
    pieces = [];
    return whole.endsWith('\r') ? whole.slice(0, -1) : whole;
  };
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const parts = text.split('\n');
    const rest = parts.pop() ?? '';
    for (const part of parts) yield line(part);
    pieces.push(rest);
  }
  const last = line(decoder.decode());
  if (last !== '') yield last;
}
