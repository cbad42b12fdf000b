/** The text of a letter, ready to be copied. */
import type { RichTextBlock } from '@slack/types';

/** Slack takes some 3,000 characters of text in one block; a letter is cut between paragraphs. */
const mostInBlock = 2_800;

const pieces = (text: string): readonly string[] => {
  const all: string[] = [];
  let piece = '';
  for (const paragraph of text.trimEnd().split('\n\n')) {
    for (let rest = paragraph; rest !== ''; rest = rest.slice(mostInBlock)) {
      const next = rest.slice(0, mostInBlock);
      if (piece !== '' && piece.length + next.length + 2 > mostInBlock) {
        all.push(piece);
        piece = next;
      } else piece = piece === '' ? next : `${piece}\n\n${next}`;
    }
  }
  return piece === '' ? all : [...all, piece];
};

/** Not every typeface has the brackets of a gap; these every one has. A letter with a gap goes nowhere, so its words may differ here. */
const readable = (text: string): string => text.replaceAll('【', '[[').replaceAll('】', ']]');

const mostBlocks = 20;

const shownPieces = (text: string): readonly string[] => {
  const all = pieces(readable(text));
  return all.length <= mostBlocks
    ? all
    : [
        ...all.slice(0, mostBlocks),
        '(The rest is too long to be shown here: save the letter with “privacy register letter”.)',
      ];
};

/** The letter's words in leaves that Slack never reads as markup, ready to be selected and copied. */
export const letterBlocks = (text: string): readonly RichTextBlock[] =>
  shownPieces(text).map((piece) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', border: 0, elements: [{ type: 'text', text: piece }] }],
  }));
