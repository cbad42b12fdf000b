/** How far practice has moved the time of a data folder: reminders up to then count as said in it. */
import { join } from 'node:path';
import { readIfThere, writeDurably } from './files/durable-file.ts';

const fileIn = (folder: string): string => join(folder, 'travelled-to');

/** Null where time was never moved. */
export const readTravelled = async (folder: string): Promise<Date | null> => {
  const noted = Date.parse((await readIfThere(fileIn(folder)))?.trim() ?? '');
  return Number.isNaN(noted) ? null : new Date(noted);
};

export const noteTravelled = (folder: string, at: Date): Promise<void> =>
  writeDurably(fileIn(folder), `${at.toISOString()}\n`);
