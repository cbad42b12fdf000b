/** A real PostgreSQL engine in this process; a server is reached by the same statements. */
import { PGlite } from '@electric-sql/pglite';

let engine: Promise<PGlite> | null = null;

/** One for all files of a process, since making it takes seconds; whoever asks for it finds it empty. */
export const emptyEngine = async (): Promise<PGlite> => {
  engine ??= PGlite.create();
  const ready = await engine;
  await ready.exec('UNLISTEN *; DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  return ready;
};
