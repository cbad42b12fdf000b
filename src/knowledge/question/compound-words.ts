/** Words that are made of two others: "download", "whiteboard", "Lohnunterlagen". */

type Parts = {
  /** Letters that each part has at least: shorter ones are found in nearly every word. */
  readonly shortest: number;
  readonly isFirst: (part: string) => boolean;
  readonly isSecond: (part: string) => boolean;
};

export const isOfTwo = (word: string, { shortest, isFirst, isSecond }: Parts): boolean =>
  Array.from(word).some(
    (_, at) =>
      at >= shortest &&
      word.length - at >= shortest &&
      isSecond(word.slice(at)) &&
      isFirst(word.slice(0, at)),
  );
