/** A small writer of Word files, for documents of every kind that an import meets. */
import { strToU8, zipSync } from 'fflate';

const xmlText = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';

/** A run; `properties` as Word writes them, e.g. `<w:b/>`. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
/** A paragraph of runs, or of plain text. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : r(content)}</w:p>`;
export const styled = (style: string, content: string): string => p(content, `<w:pStyle w:val="${style}"/>`);
export const item = (content: string, level = 0, list = 1): string =>
  p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const cell = (content: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<w:p>') || content.startsWith('<w:tbl>') ? content : p(content)}</w:tc>`;
export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.map((one) => (one.startsWith('<w:tc>') ? one : cell(one))).join('')}</w:tr>`;
export const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
export const inserted = (text: string): string => `<w:ins w:id="1" w:author="A">${r(text)}</w:ins>`;
export const deleted = (text: string): string =>
  `<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">${xmlText(text)}</w:delText></w:r></w:del>`;
export const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
export const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const STYLES = `<w:styles ${NAMES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
${[1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="TOC${level}"><w:name w:val="toc ${level}"/></w:style>`).join('')}
<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House heading"/><w:basedOn w:val="Heading2"/></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`;
const level = (at: number, format: string): string =>
  `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/></w:lvl>`;
const NUMBERING = `<w:numbering ${NAMES}>${['bullet', 'decimal', 'lowerLetter']
  .map(
    (format, at) =>
      `<w:abstractNum w:abstractNumId="${at}">${[0, 1, 2].map((deep) => level(deep, format)).join('')}</w:abstractNum>`,
  )
  .join(
    '',
  )}${[0, 1, 2].map((at) => `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${at}"/></w:num>`).join('')}</w:numbering>`;

type Parts = {
  readonly notes?: Readonly<Record<number, string>>;
  readonly header?: string;
  readonly footer?: string;
  readonly comments?: string;
  readonly title?: string;
};

/** A whole file: `body` is what stands in `w:body`. */
export const docx = (
  body: string,
  { notes = {}, header, footer, comments, title }: Parts = {},
): Uint8Array => {
  const part = (name: string, inside: string): Uint8Array =>
    strToU8(`<w:${name} ${NAMES}>${inside}</w:${name}>`);
  const ids = Object.entries(notes);
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    'word/styles.xml': strToU8(STYLES),
    'word/numbering.xml': strToU8(NUMBERING),
    ...(ids.length === 0
      ? {}
      : {
          'word/footnotes.xml': part(
            'footnotes',
            `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>${ids.map(([id, text]) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`).join('')}`,
          ),
        }),
    ...(header === undefined ? {} : { 'word/header1.xml': part('hdr', p(header)) }),
    ...(footer === undefined ? {} : { 'word/footer1.xml': part('ftr', p(footer)) }),
    ...(comments === undefined ? {} : { 'word/comments.xml': part('comments', p(comments)) }),
    ...(title === undefined
      ? {}
      : {
          'docProps/core.xml': strToU8(
            `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${title}</dc:title></cp:coreProperties>`,
          ),
        }),
  });
};
