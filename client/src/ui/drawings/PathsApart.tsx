import { Drawing } from './Drawing.js';

/** Two paths that have not met again yet: for pages that could not be opened. */
export function PathsApart() {
  return (
    <Drawing viewBox="0 0 160 64">
      <path d="M4 14C40 14 52 30 70 32" />
      <path data-tone="warm" d="M4 52C40 52 52 44 70 42" />
      <path d="M92 34C112 36 124 46 156 46" strokeDasharray="2 7" />
      <path data-tone="warm" d="M92 40C112 42 124 54 156 54" strokeDasharray="2 7" />
    </Drawing>
  );
}
