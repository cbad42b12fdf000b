/** Opens the model that is configured. */
import type { Config } from '../base/config.ts';
import type { Model } from '../knowledge/model/model.ts';

/** The model of the configuration, asked at once which models there are; its client is loaded only when one is configured. */
export const modelFrom = async ({ model }: Pick<Config, 'model'>): Promise<Model | null> => {
  if (model === null) return null;
  const { openModel } = await import('../knowledge/model/openai-model.ts');
  const opened = openModel(model);
  void opened.look();
  return opened;
};
