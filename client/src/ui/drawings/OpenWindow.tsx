import { Drawing } from './Drawing.js';

/** A window with its light on: someone is at home, and may open when they wish. */
export function OpenWindow() {
  return (
    <Drawing viewBox="0 0 160 110">
      <path data-fill="warm" data-tone="warm" d="M50 14H110V82H50Z" />
      <path data-tone="warm" d="M80 14V82M50 46H110" />
      <path data-fill="card" d="M50 14 26 24V90L50 82ZM110 14 134 24V90L110 82Z" />
      <path d="M40 88H120" />
      <path d="M64 88C64 78 60 74 58 70M64 88C64 80 68 76 72 74M64 88V72" />
      <path data-tone="quiet" d="M8 102H152" strokeDasharray="1 8" />
    </Drawing>
  );
}
