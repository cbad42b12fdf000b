import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why there can be no browser test here, or null when there can. */
export const whyNoBrowser = (): string | null =>
  existsSync(executable) ? null : `no Chromium at ${executable}: install it, or name it in CHROMIUM`;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchBrowser = async (): Promise<Browser> =>
  await chromium.launch({ executablePath: executable, headless: true, args: flags });

export type Look = {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
};

export type OpenPage = {
  readonly page: Page;
  /** What the page complained about in its console, and errors it threw. */
  readonly complaints: readonly string[];
};

/** A fresh visitor's page; nothing is remembered from others. */
export const openPage = async (browser: Browser, look: Look = {}): Promise<OpenPage> => {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
    colorScheme: look.theme ?? 'light',
    reducedMotion: look.reducedMotion === false ? 'no-preference' : 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
};
