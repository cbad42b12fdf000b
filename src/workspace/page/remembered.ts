/** Small choices that stay in this browser (theme, hints). A browser that forbids it forgets them. */
export const remembered = (key: string): string | null => {
  try {
    return localStorage.getItem(`workspace.${key}`);
  } catch {
    return null;
  }
};

export const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(`workspace.${key}`, value);
  } catch {
    // Nothing depends on it.
  }
};
