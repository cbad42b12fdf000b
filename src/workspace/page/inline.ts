/** The pieces of a line of text, from Slack's mrkdwn or from Markdown. Only these are ever drawn, and each as text: no HTML. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly label: readonly Inline[] }
  | { readonly type: 'user'; readonly id: string }
  | { readonly type: 'channel'; readonly id: string; readonly name: string }
  | { readonly type: 'mention'; readonly text: string }
  | {
      readonly type: 'date';
      readonly seconds: number;
      readonly format: string;
      readonly url: string | null;
      readonly fallback: string;
    }
  | { readonly type: 'emoji'; readonly name: string };

/** The address when it may be a link (http, https, mailto), null when it may not (javascript:, data:, …). */
export const safeUrl = (raw: string): string | null => {
  const url = raw.trim();
  if (!/^(https?:\/\/[^\s/]|mailto:[^\s])/i.test(url)) return null;
  return URL.canParse(url) ? url : null;
};

/** Slack escapes exactly three characters. */
export const decodeEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
