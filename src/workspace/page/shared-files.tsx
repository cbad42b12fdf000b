/** The files that hang on a message. */
import type { JSX } from 'preact';
import type { SharedFile } from '../contract.ts';
import { FileIcon } from './icons.tsx';
import { Picture } from './picture.tsx';

/** What a message carries: a picture is shown, anything else is a card to download it by. */
export const SharedFiles = ({ files }: { readonly files: readonly SharedFile[] }): JSX.Element => (
  <>
    {files.map((file) =>
      file.alt !== null ? (
        <figure key={file.id} class="shared-picture">
          <figcaption>{file.title}</figcaption>
          <a href={file.url} target="_blank" rel="noreferrer" title="Open in full size">
            <Picture url={file.url} alt={file.alt} className="file-image" />
          </a>
        </figure>
      ) : (
        <a key={file.id} class="file-card" href={file.url} download={file.name}>
          <FileIcon />
          <span>
            <strong>{file.title}</strong>
            <span class="muted">{file.name}</span>
          </span>
        </a>
      ),
    )}
  </>
);
