/** fetch for a model server: no redirect to another host is followed, and no reply is read beyond 1 MB. */
const MOST_BYTES = 1_000_000;

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

/** Where a redirect may be followed to: the same host, and never from https to http. */
const sameHost = (from: string, location: string | null): string | null => {
  if (location === null || !URL.canParse(location, from)) return null;
  const [here, there] = [new URL(from), new URL(location, from)];
  return here.host === there.host && (here.protocol === there.protocol || there.protocol === 'https:')
    ? there.href
    : null;
};

const cutOff = (): TransformStream<Uint8Array, Uint8Array> => {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) controller.error(new Error('The reply is longer than 1 MB.'));
      else controller.enqueue(chunk);
    },
  });
};

/** `onSend` gets the very bytes of each body before they go, once more where a redirect is followed. */
export const guardedFetch =
  (onSend: (body: string) => void): typeof fetch =>
  async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const send = (to: string): Promise<Response> => {
      if (typeof init?.body === 'string') onSend(init.body);
      return fetch(to, { ...init, redirect: 'manual' });
    };
    const first = await send(url);
    const onward = isRedirect(first.status) ? sameHost(url, first.headers.get('location')) : null;
    if (isRedirect(first.status) && onward === null) {
      await first.body?.cancel();
      throw new Error('The server redirects to another host, and that is not followed.');
    }
    const response = onward === null ? first : await send(onward);
    if (isRedirect(response.status)) throw new Error('The server redirects without end.');
    const { status, statusText, headers } = response;
    const body = response.body?.pipeThrough(cutOff()) ?? null;
    return new Response(body, { status, statusText, headers });
  };
