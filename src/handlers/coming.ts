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
  words: {
    cases: { takes: null, handle: soon('The list of cases') },
    case: { takes: /^(DSR|CMP|CLT)-/i, handle: soon('Opening a case') },
  },
  presses: { menu_cases: soon('The list of cases') },
});
