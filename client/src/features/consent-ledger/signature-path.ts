// A drawn signature as an SVG path of moves and lines: small, sharp at any size, and nothing but strokes.

export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Stroke = readonly Point[];

/** The field in which it is drawn, in the path's own measure. */
export const PAD = { width: 600, height: 200 } as const;

/** Points nearer than this to the last one tell nothing. */
const NEAR = 2;
/** As the server allows. */
export const LONGEST_PATH = 20_000;

/** Adds a point to the stroke that is being drawn; the same list where it lies too near. */
export function extended(stroke: Stroke, point: Point): Stroke {
  const last = stroke.at(-1);
  return last && Math.hypot(last.x - point.x, last.y - point.y) < NEAR ? stroke : [...stroke, point];
}

/** Whole numbers within the field; a dot becomes a short line, so that it shows. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => {
      const [first, ...rest] = stroke.map(within);
      if (!first) return '';
      const lines = rest.length > 0 ? rest : [{ x: first.x + 1, y: first.y }];
      return `M${first.x} ${first.y}${lines.map(({ x, y }) => `L${x} ${y}`).join('')}`;
    })
    .join('');
}

const within = ({ x, y }: Point): Point => ({
  x: Math.round(Math.min(Math.max(x, 0), PAD.width)),
  y: Math.round(Math.min(Math.max(y, 0), PAD.height)),
});
