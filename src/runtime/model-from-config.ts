import type { Config } from '../base/config.ts';
import type { Model } from '../knowledge/model/model.ts';

/** The model of the configuration; its client is loaded only when one is configured. */
export const modelFrom = async ({ model }: Pick<Config, 'model'>): Promise<Model | null> =>
  model === null ? null : (await import('../knowledge/model/openai-model.ts')).openModel(model);
