/** Turns an SVG into a PNG in a thread of its own. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../base/root.ts';

/** A PNG of an SVG document, drawn in a thread of its own. Rejects when the renderer cannot read it. */
export const pngOf = (svg: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(projectRoot, 'bin', 'draw-picture.mjs'), {
      workerData: svg,
      env: {},
      execArgv: [],
    });
    worker.once('message', (png: unknown) => {
      if (png instanceof Uint8Array) resolve(png);
      else reject(new Error('the renderer answered something that is no picture'));
    });
    worker.once('error', (cause) => reject(new Error('the picture could not be drawn', { cause })));
    worker.once('exit', (code) => reject(new Error(`the renderer ended with ${code}`)));
  });
