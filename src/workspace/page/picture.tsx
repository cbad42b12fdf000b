/** An image block or accessory. */
import type { JSX } from 'preact';

const isLocal = (url: string): boolean =>
  /^data:image\/(png|jpeg|gif|webp);base64,/.test(url) ||
  (URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin);

/** An image of the app. Nothing is fetched from elsewhere: this workspace promises that nothing leaves the machine. */
export const Picture = ({
  url,
  alt,
  className,
}: {
  readonly url: string;
  readonly alt: string;
  readonly className: string;
}): JSX.Element =>
  url !== '' && isLocal(url) ? (
    <img class={className} src={url} alt={alt} />
  ) : (
    <span
      class={`${className} no-image`}
      role="img"
      aria-label={alt}
      title="Images from elsewhere are not loaded here"
    >
      {alt}
    </span>
  );
