import { Drawing } from './Drawing.js';

/** A school desk on wheels, an open book on it: it goes where the child goes. */
export function MovingDesk() {
  return (
    <Drawing viewBox="0 0 160 110">
      <path data-tone="quiet" d="M4 102H156" strokeDasharray="1 8" />
      <path data-fill="card" d="M26 48H126V60H26Z" />
      <path d="M38 60V90M114 60V90M38 76H114" />
      <circle cx="38" cy="96" r="6" />
      <circle cx="114" cy="96" r="6" />
      <path data-tone="warm" data-fill="warm" d="M50 46C62 34 72 36 76 46 80 36 90 34 102 46" />
      <path data-tone="warm" d="M76 46V30" />
      <path data-tone="quiet" d="M134 66H150M138 76H154M134 86H146" />
    </Drawing>
  );
}
