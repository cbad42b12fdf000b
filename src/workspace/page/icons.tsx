/** The line icons of the page, as SVG. */
import type { ComponentChildren, JSX } from 'preact';

const icon = (children: ComponentChildren) => (): JSX.Element => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

export const HashIcon = icon(<path d="M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13.5M3 12.5h13.5" />);
export const LockIcon = icon(
  <>
    <rect x="4" y="9" width="12" height="8" rx="1.5" />
    <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
  </>,
);
export const CloseIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const BackIcon = icon(<path d="M12 4 6 10l6 6" />);
export const MoreIcon = icon(
  <g class="filled">
    <circle cx="10" cy="4.5" r="1.5" />
    <circle cx="10" cy="10" r="1.5" />
    <circle cx="10" cy="15.5" r="1.5" />
  </g>,
);
export const ReplyIcon = icon(
  <path d="M4 4h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9l-4 3v-3H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm3 3.7h6m-6 3h4" />,
);
export const SendIcon = icon(<path class="filled" d="M3 3.5 17.5 10 3 16.5 5 11l6-1-6-1Z" />);
export const PlusIcon = icon(<path d="M10 4v12M4 10h12" />);
export const MenuIcon = icon(<path d="M3 5h14M3 10h14M3 15h14" />);
export const SunIcon = icon(
  <>
    <circle cx="10" cy="10" r="3.5" />
    <path d="M10 1.5V4m0 12v2.5M1.5 10H4m12 0h2.5M4 4l1.7 1.7m8.6 8.6L16 16m0-12-1.7 1.7M5.7 14.3 4 16" />
  </>,
);
export const MoonIcon = icon(<path d="M16.5 12.2A7 7 0 1 1 7.8 3.5a5.6 5.6 0 0 0 8.7 8.7Z" />);
export const HoodIcon = icon(
  <path d="M10 3v3m0 8v3M3 10h3m8 0h3M5 5l2 2m6 6 2 2m0-10-2 2m-6 6-2 2M10 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z" />,
);
export const ChevronIcon = icon(<path d="m5 7.5 5 5 5-5" />);
export const FileIcon = icon(<path d="M5 2.5h6.5L15.5 6.5v11H5zM11.5 2.5v4h4M7.5 10.5h5.5M7.5 13.5h5.5" />);
export const EyeIcon = icon(
  <>
    <path d="M1.8 10S5 4.5 10 4.5 18.200 10 18.200 10 15 15.500 10 15.500 1.800 10 1.800 10Z" />
    <circle cx="10" cy="10" r="2.500" />
  </>,
);
export const ClockIcon = icon(
  <>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 5.500V10l3 2" />
  </>,
);
export const ForwardIcon = icon(
  <path class="filled" d="M3 4.500 9.500 10 3 15.500Zm7 0 6.500 5.500L10 15.500Z" />,
);
export const ThumbUpIcon = icon(
  <path d="M3 9h3v8H3Zm3 .5L9.500 3c1.400 0 2 .9 1.700 2.200L10.700 8h4.600a1.500 1.500 0 0 1 1.500 1.800l-1.200 6A1.500 1.500 0 0 1 14.100 17H6" />,
);
export const ThumbDownIcon = icon(
  <path d="M17 11h-3V3h3Zm-3-.5L10.500 17c-1.400 0-2-.9-1.700-2.200l.5-2.800H4.700a1.500 1.500 0 0 1-1.500-1.800l1.200-6A1.500 1.500 0 0 1 5.900 3H14" />,
);
export const ShieldIcon = icon(
  <path d="M10 2.200 4 4.500v5c0 4 2.500 6.700 6 8.300 3.500-1.600 6-4.300 6-8.300v-5Zm-2.600 7.600 1.900 1.900 3.500-3.700" />,
);
export const PeopleIcon = icon(
  <>
    <circle cx="7.500" cy="7" r="3" />
    <path d="M2 16.500c.5-3 2.600-4.500 5.500-4.500s5 1.500 5.500 4.500M13 4.300a3 3 0 0 1 0 5.400m1.500 2.700c2 .5 3.200 1.900 3.500 4.100" />
  </>,
);
