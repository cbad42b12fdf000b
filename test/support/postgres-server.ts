import { startServer } from '../../bench/postgres-server.ts';

/** A PostgreSQL server that forgets everything afterwards, and does not wait for the disk. */
export const startPostgres = async () => {
  const server = await startServer(false);
  if (server === null) throw new Error('PostgreSQL is missing. Run: apt-get install -y postgresql');
  return server;
};
