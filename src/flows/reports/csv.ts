/** Rows as comma-separated values. */
type CsvCell = string | number | boolean | null;

/** Spreadsheets run a cell that begins like a formula, also in full-width letters; an apostrophe keeps it text. */
const cell = (value: CsvCell): string => {
  if (typeof value === 'number') return String(value);
  const text = value === null ? '' : String(value);
  const harmless = /^\s*[=+\-@＝＋－＠\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** RFC 4180, with a heading line of the first row's names. Empty without rows. */
export const csvText = (rows: readonly Readonly<Record<string, CsvCell>>[]): string => {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => names.map((name) => cell(row[name] ?? null)).join(','));
  return names.length === 0 ? '' : `${[names.join(','), ...lines].join('\r\n')}\r\n`;
};
