/** Which of the models that a server lists is asked: the first that writes. */
import { usualModel } from './model.ts';

/** Models that do not chat, by the words that their names have. */
const DOES_NOT_CHAT =
  /embed|rerank|whisper|\btts\b|speech|transcri|dall-?e|image|diffusion|\bsdxl\b|\bflux\b|moderation|guard|\bclip\b|\bbge\b|\be5\b|minilm|\bgte\b|realtime|audio|\bocr\b|babbage|davinci|instruct-?embed|sora|vision-encoder/iu;

/** Null when nothing that is listed seems to write. */
export const chosenModel = (listed: readonly string[]): string | null => {
  const words = (id: string): string => id.replace(/[_/:]/gu, ' ');
  const writing = listed.filter((id) => !DOES_NOT_CHAT.test(words(id)));
  return writing.includes(usualModel) ? usualModel : (writing[0] ?? null);
};
