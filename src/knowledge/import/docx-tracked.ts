/** Whether a Word file has changes that nobody has decided on. */
import { DocumentRefused, squeezed } from './document.ts';
import { elementsOf, type Xml } from './docx-parts.ts';
import { isTracked, wordsBelow } from './docx-runs.ts';

/** Where changes are tracked, by paragraph of the text; every one is a person's own undecided edit. */
const trackedPlaces = (body: Xml): { readonly count: number; readonly first: readonly string[] } => {
  const places: string[] = [];
  let count = 0;
  let paragraph = 0;
  const walk = (element: Xml): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:p') paragraph += 1;
      if (isTracked(child.name)) {
        count += 1;
        const text = squeezed(wordsBelow(child, 'refuse'));
        if (places.length < 3 && text !== '')
          places.push(
            `paragraph ${paragraph}: ${/del|From/u.test(child.name) ? 'deleted' : 'inserted'} “${text.slice(0, 60)}”`,
          );
      }
      walk(child);
    }
  };
  walk(body);
  return { count, first: places };
};

/** Throws DocumentRefused with the first of them, where it is not said what to do with them. */
export const refuseTracked = (parts: readonly Xml[]): void => {
  const found = parts.map(trackedPlaces);
  const count = found.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return;
  const first = found.flatMap((one) => one.first).slice(0, 3);
  throw new DocumentRefused(
    `It has ${count} tracked change${count === 1 ? '' : 's'} that nobody has accepted or rejected (${first.join('; ')}).`,
    'Decide on them in Word (Review, Accept or Reject) and save, or give --accept-changes or --reject-changes.',
  );
};
