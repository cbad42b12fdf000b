/** How a gap looks: loud, so that nobody sends it by mistake. */
export const gap = (label: string): string => `【${label}】`;
