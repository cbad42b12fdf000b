import { createServer, connect as dial, type Socket } from 'node:net';

/** What the line to the database does: carry, say nothing, be slow by so many milliseconds each way, or be cut. */
export type Line = 'fine' | 'silent' | 'cut' | { readonly slowMs: number };

/** A line between the program and its database that can be disturbed. `to` may change: the database has failed over. */
export const startProxy = async (port: number) => {
  let line: Line = 'fine';
  let to = port;
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();

  /** Carries each piece on when the line allows it, in order. */
  const carry = (from: Socket, onward: Socket): void => {
    let before = Promise.resolve();
    from.on('data', (piece: Buffer) => {
      before = before.then(async () => {
        while (line === 'silent') await new Promise<void>((resolve) => waiting.add(resolve));
        if (typeof line === 'object') {
          const { slowMs } = line;
          await new Promise((resolve) => setTimeout(resolve, slowMs));
        }
        if (!onward.destroyed) onward.write(piece);
      });
    });
    from.on('error', () => onward.destroy());
    from.on('close', () => onward.destroy());
  };

  const server = createServer((near) => {
    if (line === 'cut') {
      near.destroy();
      return;
    }
    const far = dial(to, '127.0.0.1');
    for (const one of [near, far]) {
      sockets.add(one);
      one.on('close', () => sockets.delete(one));
    }
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const cut = (): void => {
    for (const one of sockets) one.destroy();
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    becomes: (next: Line): void => {
      line = next;
      if (next === 'cut') cut();
      if (next === 'silent') return;
      for (const go of waiting) go();
      waiting.clear();
    },
    /** The database is another one from now on; every connection to the old one breaks. */
    failsOver: (next: number): void => {
      to = next;
      cut();
    },
    stop: async (): Promise<void> => {
      line = 'cut';
      cut();
      for (const go of waiting) go();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
