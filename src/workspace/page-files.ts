/** Serves the files of the page. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { answerText } from './http-body.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** Where the page's files lie: looked for in order, never outside these folders. `vendor/preact/…` comes from `vendorRoot`. */
export type PageRoots = { readonly roots: readonly string[]; readonly vendorRoot: string };

const find = async (pages: PageRoots, path: string): Promise<Buffer | null> => {
  const clean = normalize(path);
  if (clean.startsWith('..') || clean.includes('\0') || clean.startsWith(sep)) return null;
  const vendor = /^vendor\/(preact\/[\w./-]+)$/.exec(clean)?.[1];
  const candidates =
    vendor === undefined ? pages.roots.map((root) => join(root, clean)) : [join(pages.vendorRoot, vendor)];
  for (const candidate of candidates) {
    const content = await readFile(candidate).catch(() => null);
    if (content !== null) return content;
  }
  return null;
};

/** Only our own files run, and inline scripts (the import map) by their hash. */
const policyFor = (html: string): string => {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`.trim(),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};

const common = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** Sends index.html, or one asset by its path below `/assets/`. */
export const answerPage = async (
  response: ServerResponse,
  pages: PageRoots,
  path: string | null,
): Promise<void> => {
  const content = await find(pages, path ?? 'index.html');
  if (content === null) {
    return answerText(
      response,
      404,
      path === null ? 'The page is not built. Run: npm run build' : 'Not found',
    );
  }
  const type = types[extname(path ?? 'index.html')] ?? 'application/octet-stream';
  const policy = path === null ? { 'content-security-policy': policyFor(content.toString('utf8')) } : {};
  response.writeHead(200, { 'content-type': type, ...common, ...policy });
  response.end(content);
};
