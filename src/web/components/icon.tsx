import type { ReactNode } from 'react';

/** Shapes on a 16 × 16 grid, drawn in the ink of their surroundings. */
const shapes = {
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="M4.8 8.2l2.2 2.2 4.2-4.8" stroke="#fff" strokeWidth="1.8" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 1.8a6.2 6.2 0 000 12.4z" fill="currentColor" stroke="none" />
    </>
  ),
  none: <circle cx="8" cy="8" r="6.2" strokeDasharray="2.6 2.3" />,
  bad: (
    <>
      <path d="M8 .8l7.6 14H.4z" fill="currentColor" stroke="none" />
      <path d="M8 5.6v4.6M8 11.4v1.7" stroke="#fff" strokeWidth="1.8" />
    </>
  ),
  diamond: (
    <>
      <path d="M8 .8L15.2 8 8 15.2.8 8z" />
      <path d="M8 4.6v4.2M8 10v1.6" strokeWidth="1.6" />
    </>
  ),
  flag: <path d="M3.5 15V1.8M3.5 2.5h9l-2.2 3.2 2.2 3.3h-9" />,
  box: <path d="M2.5 2.5h11v11h-11zM5 8.2l2.1 2.1L11 6" />,
  back: <path d="M6 3L2.5 6.5 6 10M2.5 6.5h7a4 4 0 010 8H6" />,
  lock: (
    <>
      <rect x="2.8" y="7" width="10.4" height="7.5" rx="1" />
      <path d="M5 7V4.8a3 3 0 016 0V7" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.5" />
      <path d="M8 4v4.3l2.8 1.7" />
    </>
  ),
  file: <path d="M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3" />,
  user: (
    <>
      <circle cx="8" cy="5" r="3" />
      <path d="M2 14.5c.6-3.3 3-4.8 6-4.8s5.4 1.5 6 4.8" />
    </>
  ),
  home: <path d="M2 7.5L8 2l6 5.5M3.5 6.5V14h9V6.5" />,
  form: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="1" />
      <path d="M2 6h12M6.5 6v8" />
    </>
  ),
  text: <path d="M2 3h12M2 6.5h12M2 10h12M2 13.5h7" />,
  list: <path d="M5 3.5h9M5 8h9M5 12.5h9M2 3.5h.5M2 8h.5M2 12.5h.5" />,
  send: <path d="M1.5 8L14.5 2l-4 12-3-5z" />,
  people: (
    <path d="M8.500 5.500a2.500 2.500 0 11-5 0 2.500 2.500 0 015 0zM1 13.5c.5-2.6 2.5-4 5-4s4.500 1.400 5 4M10.500 3.200a2.500 2.500 0 010 4.600M12.500 10c1.500.6 2.300 1.800 2.600 3.500" />
  ),
  cross: <path d="M3 3l10 10M13 3L3 13" strokeWidth="2" />,
  question: (
    <>
      <circle cx="8" cy="8" r="7" />
      <path d="M6 6.200a2 2 0 113 1.600c-.7.4-1 .8-1 1.500M8 11.200v1" />
    </>
  ),
  sheets: (
    <>
      <rect x="1.500" y="4.500" width="9" height="10" />
      <path d="M5 4.500v-3h9.500v10h-4" />
    </>
  ),
  offline: <path d="M1.500 6a9 9 0 0113 0M4 9a5.500 5.500 0 018 0M8 13h.1M2 2l12 12" />,
  shield: <path d="M8 1.500l5.500 2v4.300c0 3.400-2.300 5.600-5.500 6.700-3.200-1.100-5.500-3.300-5.500-6.700V3.500z" />,
  star: <path d="M8 1.500l2 4.300 4.700.6-3.500 3.200.9 4.700L8 12l-4.100 2.300.9-4.700L1.300 6.400 6 5.800z" />,
  scan: <path d="M1.500 5V1.500H5M11 1.500h3.500V5M14.500 11v3.500H11M5 14.500H1.500V11M4 8h8" />,
  clip: <path d="M13 7l-5.6 5.6a3 3 0 01-4.3-4.3l6-6a2 2 0 012.9 2.9l-5.7 5.6" />,
  down: <path d="M8 2v9M4 7.500L8 11.500l4-4M2.500 14.500h11" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.8" />
      <path d="M10.600 10.600l3.900 3.900" />
    </>
  ),
  next: <path d="M6 3l5 5-5 5" />,
  bell: <path d="M3.5 11.500h9l-1.200-1.800V7a3.300 3.300 0 00-6.600 0v2.700zM6.700 13.500a1.400 1.400 0 002.600 0" />,
  talk: <path d="M2 2.500h12v8.500H8.500L5 14v-3H2z" />,
  leave: <path d="M6.500 2.500h-4v11h4M6 8h8M11 5l3 3-3 3" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** A mark without words: always beside the word that it stands for, so it is hidden from readers. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
