/** Draws a markdown block. */
import type { JSX } from 'preact';
import { type MarkdownChunk, parseMarkdown } from './markdown.ts';
import { Inlines } from './text.tsx';

/** A `markdown` block. */
export const Markdown = ({ text }: { readonly text: string }): JSX.Element => (
  <>
    {parseMarkdown(text).map((chunk, index) => (
      <Chunk key={index} chunk={chunk} />
    ))}
  </>
);

const Chunk = ({ chunk }: { readonly chunk: MarkdownChunk }): JSX.Element => {
  switch (chunk.type) {
    case 'heading':
      return (
        <p class={`md-heading level-${chunk.level}`}>
          <Inlines nodes={chunk.children} />
        </p>
      );
    case 'paragraph':
      return (
        <p class="lines">
          <Inlines nodes={chunk.children} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Inlines nodes={chunk.children} />
        </blockquote>
      );
    case 'list': {
      const items = chunk.items.map((item, at) => (
        <li key={at}>
          <Inlines nodes={item} />
        </li>
      ));
      return chunk.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <div class="table-scroll">
          <table>
            <tbody>
              {chunk.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) =>
                    at === 0 ? (
                      <th key={column} scope="col">
                        <Inlines nodes={cell} />
                      </th>
                    ) : (
                      <td key={column}>
                        <Inlines nodes={cell} />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'pre':
      return <pre>{chunk.text}</pre>;
    case 'rule':
      return <hr />;
  }
};
