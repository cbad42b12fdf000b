import { comingNotice } from '../views/notice.ts';
import type { Gesture, Reply } from './gesture.ts';

const soon =
  (what: string) =>
  async ({ privately }: Pick<Reply, 'privately'>): Promise<string> => {
    await privately(comingNotice(what));
    return 'not_yet';
  };

/** Places in the house that are promised in the menu and the manifest and not built yet. Each room takes its line away. */
export const coming = (): Gesture => ({
  presses: { open_letters: soon('The letters of a case') },
});
