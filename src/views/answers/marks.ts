/** The signs of Markdown in a policy: shown as what they mean, never as themselves; the words stay as they are. */

const BOLD = /(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gsu;

const bare = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/(?<![\w*])[*_](?=\S)([^*_\n]+?)(?<=\S)[*_](?![\w*])/gu, '$1')
    .replace(/`([^`]+)`/gu, '$1')
    .replace(/\\([|*_`[\]])/gu, '$1');

/** In pieces, bold where the policy has them bold. */
export const leavesOf = (text: string): readonly { readonly text: string; readonly bold: boolean }[] => {
  const leaves: { readonly text: string; readonly bold: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(BOLD)) {
    leaves.push({ text: bare(text.slice(end, match.index)), bold: false });
    leaves.push({ text: bare(match[2] ?? ''), bold: true });
    end = match.index + match[0].length;
  }
  leaves.push({ text: bare(text.slice(end)), bold: false });
  return leaves.filter((leaf) => leaf.text !== '');
};

export const withoutMarks = (text: string): string =>
  leavesOf(text)
    .map((leaf) => leaf.text)
    .join('');
