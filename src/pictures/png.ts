/** The only home of the renderer. It brings its own font, so that the picture is the same on a machine without any. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const find = createRequire(import.meta.url).resolve;
const fontFolder = '@expo-google-fonts/atkinson-hyperlegible';
const fonts = ['400Regular/AtkinsonHyperlegible_400Regular.ttf', '700Bold/AtkinsonHyperlegible_700Bold.ttf'];

/** Twice the size of the drawing: sharp on a fine screen. */
const zoom = 2;

// The renderer itself can be started once in a process, so its start is kept.
let started: Promise<void> | null = null;
const start = (): Promise<void> => {
  started ??= readFile(find('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));
  return started;
};

/** A PNG of an SVG document. */
export const pngOf = async (svg: string): Promise<Uint8Array> => {
  const [fontBuffers] = await Promise.all([
    Promise.all(fonts.map(async (file) => new Uint8Array(await readFile(find(`${fontFolder}/${file}`))))),
    start(),
  ]);
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Atkinson Hyperlegible' },
  });
  const image = drawing.render();
  const png = image.asPng();
  image.free();
  drawing.free();
  return png;
};
