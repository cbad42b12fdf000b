/** The switch between light and dark. */
import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { MoonIcon, SunIcon } from './icons.tsx';
import { remember, remembered } from './remembered.ts';

type Theme = 'light' | 'dark';

const starting = (): Theme => {
  const chosen = remembered('theme');
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

/** Light or dark: as the system says, until one chooses. */
export const ThemeSwitch = (): JSX.Element => {
  const [theme, setTheme] = useState<Theme>(starting);
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const other: Theme = theme === 'light' ? 'dark' : 'light';
  return (
    <button
      type="button"
      class="strip-button"
      aria-label={`Use the ${other} theme`}
      title={`Use the ${other} theme`}
      onClick={() => {
        remember('theme', other);
        setTheme(other);
      }}
    >
      {theme === 'light' ? <MoonIcon /> : <SunIcon />}
    </button>
  );
};
