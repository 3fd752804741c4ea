// A signature drawn with a finger: strokes as an SVG path of moves and lines, in a box of fixed measure.
export const SIGNATURE_WIDTH = 320;
export const SIGNATURE_HEIGHT = 120;
/** What is nearer than this to the point before says nothing more about how somebody signs. */
const NEAR = 2;
/** The server takes 20,000 signs; a line that goes on and on is cut before. */
export const LONGEST_PATH = 19_000;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Begins a stroke: a dot is one too. */
export function begun(path: string, point: Point): string {
  const at = inBox(point);
  return added(path, `M${at.x} ${at.y}L${at.x} ${at.y}`);
}

/** Goes on with the last stroke; the same path where the finger hardly moved. */
export function goneOn(path: string, point: Point): string {
  const at = inBox(point);
  const [, x = '0', y = '0'] = /([\d]+) ([\d]+)$/.exec(path) ?? [];
  const near = Math.abs(Number(x) - at.x) < NEAR && Math.abs(Number(y) - at.y) < NEAR;
  return near ? path : added(path, `L${at.x} ${at.y}`);
}

const added = (path: string, more: string): string => (path.length + more.length > LONGEST_PATH ? path : path + more);

/** Whole numbers within the box, wherever the finger slipped. */
const inBox = ({ x, y }: Point): Point => ({
  x: Math.round(Math.min(Math.max(x, 0), SIGNATURE_WIDTH)),
  y: Math.round(Math.min(Math.max(y, 0), SIGNATURE_HEIGHT)),
});
