import { Drawing } from './Drawing.js';

/** Two hands and one book between them; neither gives more than the other. */
export function HandsWithBook() {
  return (
    <Drawing viewBox="0 0 160 110">
      <path data-fill="card" d="M56 34 80 42 104 34V72L80 80 56 72Z" />
      <path d="M80 42V80M64 46 73 49M64 54 73 57M96 46 87 49M96 54 87 57" />
      <path
        data-fill="cool"
        d="M4 58C20 54 32 54 42 58L58 62C64 64 62 70 56 70L44 69C52 72 60 76 58 80 56 84 46 80 38 78 26 76 14 78 4 80"
      />
      <path
        data-tone="warm"
        data-fill="warm"
        d="M156 58C140 54 128 54 118 58L102 62C96 64 98 70 104 70L116 69C108 72 100 76 102 80 104 84 114 80 122 78 134 76 146 78 156 80"
      />
    </Drawing>
  );
}
