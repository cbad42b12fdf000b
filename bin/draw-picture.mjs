// Turns one SVG document into a PNG, in a thread of its own (src/pictures/png.ts starts it): the renderer would hold up everybody
// else for as long as it draws, and what it takes in memory ends with the thread. It brings its own letters, so that a picture is
// the same on a machine that has none.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const find = createRequire(import.meta.url).resolve;
const fonts = ['400Regular/AtkinsonHyperlegible_400Regular.ttf', '700Bold/AtkinsonHyperlegible_700Bold.ttf'];
// Twice the size of the drawing: sharp on a fine screen.
const zoom = 2;

await initWasm(await readFile(find('@resvg/resvg-wasm/index_bg.wasm')));
const fontBuffers = await Promise.all(
  fonts.map((file) => readFile(find(`@expo-google-fonts/atkinson-hyperlegible/${file}`))),
);
const drawing = new Resvg(workerData, {
  fitTo: { mode: 'zoom', value: zoom },
  font: { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Atkinson Hyperlegible' },
});
parentPort.postMessage(drawing.render().asPng());
