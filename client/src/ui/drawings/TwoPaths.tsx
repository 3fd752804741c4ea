import { Drawing } from './Drawing.js';

/** The picture of the product: a path from a home, a path from a town, and what they do once they have met. */
export function TwoPaths() {
  return (
    <Drawing viewBox="0 0 640 380" wide>
      {/* the land */}
      <path data-tone="quiet" d="M8 214C70 186 128 190 188 206S300 226 356 196 470 128 632 150" strokeDasharray="1 9" />
      <path data-tone="quiet" d="M420 132C452 98 490 84 520 88 552 92 588 112 632 112" />
      {/* a home, its window lit */}
      <path data-fill="card" d="M54 96 96 62 138 96V150H54Z" />
      <path d="M42 104 96 60 150 104" />
      <path data-tone="warm" data-fill="warm" d="M82 104H110V130H82ZM96 104V130M82 117H110" />
      {/* a desk that moves */}
      <path data-tone="warm" data-fill="card" d="M40 286H134V296H40Z" />
      <path data-tone="warm" d="M50 296V328M124 296V328" />
      <circle data-tone="warm" cx="50" cy="334" r="6" />
      <circle data-tone="warm" cx="124" cy="334" r="6" />
      <path data-fill="cool" d="M62 284C74 274 86 276 92 284 98 276 110 274 116 284" />
      <path d="M92 284V272" />
      {/* the two paths */}
      <path strokeWidth={5} d="M138 150C196 152 230 172 262 206 290 236 330 256 386 250 456 242 520 202 628 196" />
      <path
        data-tone="warm"
        strokeWidth={5}
        d="M140 316C196 320 234 308 266 282 300 256 344 278 396 272 466 264 530 226 630 220"
      />
      {/* milestones */}
      <circle data-fill="card" cx="262" cy="206" r="7" />
      <circle data-tone="warm" data-fill="card" cx="266" cy="282" r="7" />
      {/* a tree that has grown beside the common way */}
      <path d="M474 226V160M474 196 456 178M474 184 492 166" />
      <path
        data-fill="cool"
        d="M474 96C502 96 516 118 508 138 524 148 514 172 492 168 484 176 464 176 456 168 434 172 424 148 440 138 432 118 446 96 474 96Z"
        fillOpacity={0.55}
      />
      {/* birds */}
      <path
        data-tone="quiet"
        d="M300 92C306 84 312 84 316 92 320 84 326 84 332 92M350 68C355 61 360 61 363 68 366 61 371 61 376 68"
      />
    </Drawing>
  );
}
