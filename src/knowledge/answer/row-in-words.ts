/** A row of a table as people say it: "Orders: kept for 6 years", never with its pipes. */

const cellsOf = (row: string): readonly string[] =>
  row
    .trim()
    .replace(/^\||\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) =>
      cell
        .replace(/\\\|/gu, '|')
        .replace(/[*_`]+/gu, '')
        .trim(),
    );

const EMPTY = /^(?:[-–—]*|none|n\/?a|not applicable)$/iu;
/** A column of periods to keep; "Response time" and "Notice period" are other times. */
const PERIOD = /\b(?:kept|keep|retention|retained)\b|^\W*(?:period|how long|time)\W*$/iu;
const AMOUNT = /^(?:\d|one |two |three |four |five |six |seven |eight |nine |ten |twelve )/iu;

const small = (header: string): string =>
  /^\p{Lu}\p{Ll}/u.test(header) ? header[0]?.toLowerCase() + header.slice(1) : header;

/** Every cell in its own words beside the title of its column: "Period: 6 years", a line a cell. */
export const rowByCells = (header: string, row: string): string => {
  const names = cellsOf(header);
  return cellsOf(row)
    .map((cell, at) => ((names[at] ?? '') === '' ? cell : `${names[at]}: ${cell}`))
    .filter((line) => line !== '')
    .join('\n');
};

/** `header` is the header row of the table, '' when it has none. */
export const rowInWords = (header: string, row: string): string => {
  const [first = '', ...cells] = cellsOf(row);
  const names = cellsOf(header).slice(1);
  const said = cells.flatMap((cell, at) => {
    const name = names[at] ?? '';
    if (EMPTY.test(cell)) return [];
    if (PERIOD.test(name) && AMOUNT.test(cell)) return [`kept for ${cell}`];
    return [name === '' ? cell : `${small(name)}: ${cell}`];
  });
  return said.length === 0 ? first : `${first}: ${said.join('; ')}`;
};
