import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { evaluate, readItems, regressions } from '../../eval/run.ts';
import type { Row, Summary } from '../../eval/scores.ts';
import { trainTopics } from '../../eval/train-topics.ts';
