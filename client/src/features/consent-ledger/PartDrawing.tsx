import type { ConsentTextPart } from '../../gql/graphql.js';
import { Drawing } from '../../ui/drawings/Drawing.js';

/** A small drawing beside each part of the text, for whoever reads little; the words say the same. */
export function PartDrawing({ part }: { readonly part: ConsentTextPart }) {
  return <Drawing viewBox="0 0 64 64">{PARTS[part]}</Drawing>;
}

const PARTS = {
  // Two people who look.
  WHO: (
    <>
      <circle cx="22" cy="20" r="8" />
      <path d="M8 52C8 40 14 34 22 34S36 40 36 52" />
      <circle data-tone="warm" cx="46" cy="24" r="6" />
      <path data-tone="warm" d="M42 52C42 44 42 38 47 36C54 36 57 42 57 52" />
    </>
  ),
  // Two hands that meet.
  WHY: (
    <>
      <path d="M6 34L22 28L34 36L46 30L58 34" />
      <path data-tone="warm" d="M32 22C28 14 18 16 20 24C21 29 28 32 32 36C36 32 43 29 44 24C46 16 36 14 32 22Z" />
    </>
  ),
  // A few boxes, one ticked and one not.
  WHAT: (
    <>
      <path d="M10 10H24V24H10ZM10 38H24V52H10Z" />
      <path data-tone="warm" d="M12 17L16 21L22 12" />
      <path d="M12 40L22 50M22 40L12 50M32 17H56M32 45H50" />
    </>
  ),
  // A closed door: the home.
  NEVER: (
    <>
      <path d="M8 30L32 10L56 30M14 26V54H50V26" />
      <path data-tone="warm" d="M26 54V36H38V54M35 46H35.5" />
    </>
  ),
  // A page of a calendar.
  UNTIL: (
    <>
      <path d="M10 16H54V54H10ZM10 26H54M20 10V20M44 10V20" />
      <path data-tone="warm" d="M38 42H46V48H38Z" />
    </>
  ),
  // Two ways, both go on.
  CHOICE: (
    <>
      <path d="M32 56V38L14 20M14 32V20H26" />
      <path data-tone="warm" d="M32 38L50 20M38 20H50V32" />
    </>
  ),
  // An arrow that comes back.
  BACK: (
    <>
      <path d="M14 30A20 20 0 1 1 20 46" />
      <path data-tone="warm" d="M6 20L14 31L24 23" />
    </>
  ),
} as const satisfies Readonly<Record<ConsentTextPart, React.JSX.Element>>;
