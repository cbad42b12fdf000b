import type { Snapshot } from '../contract.ts';

export const title = (snapshot: Snapshot): string => snapshot.app.name;
