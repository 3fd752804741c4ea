// Where areas lie on a small drawn map: metres on the agency's own plane become points of a frame.
export interface Placed {
  readonly x: number;
  readonly y: number;
}
export interface Point {
  readonly left: number;
  readonly top: number;
}

/** Points inside a frame with a margin, north above; one scale for both directions, so that distances stay true. */
export function pointsOf(areas: readonly Placed[], width: number, height: number, margin: number): Point[] {
  if (areas.length === 0) return [];
  const [xs, ys] = [areas.map(({ x }) => x), areas.map(({ y }) => y)];
  const [west, south] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - west, Math.max(...ys) - south];
  const scale = Math.min((width - 2 * margin) / Math.max(wide, 1), (height - 2 * margin) / Math.max(high, 1));
  const [left, bottom] = [(width - wide * scale) / 2, (height - high * scale) / 2];
  return areas.map(({ x, y }) => ({ left: left + (x - west) * scale, top: height - bottom - (y - south) * scale }));
}

/** A round number of metres for the bar beside the map: 1, 2 or 5 with zeros, at most a third of the width. */
export function scaleBar(areas: readonly Placed[], width: number, height: number, margin: number) {
  const [first, ...others] = areas;
  const far = others.find(({ x, y }) => x !== first?.x || y !== first.y);
  if (!first || !far) return undefined;
  const points = pointsOf(areas, width, height, margin);
  const [a, b] = [points[0], points[areas.indexOf(far)]];
  if (!a || !b) return undefined;
  const perMetre = Math.hypot(b.left - a.left, b.top - a.top) / Math.hypot(far.x - first.x, far.y - first.y);
  const most = width / 3 / perMetre;
  const zeros = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((step) => step * zeros <= most) ?? 1) * zeros;
  return { metres, length: metres * perMetre };
}

/** Half the size of a name on the map, in points of the frame: characters of 14, or about half of that where narrow. */
const NAME_HIGH = 9;
const halfWide = (name: string): number => ([...name].length * (/[\u2e80-\uffff]/.test(name) ? 14 : 8)) / 2;

/** Where each name goes: above its point, below, right, left, or further off: the first that covers no name before it. */
export function namePlaces(points: readonly Point[], names: readonly string[]): Point[] {
  const placed: { readonly at: Point; readonly half: number }[] = [];
  return points.map(({ left, top }, index) => {
    const half = halfWide(names[index] ?? '');
    const tries: readonly Point[] = [
      { left, top: top - 20 },
      { left, top: top + 24 },
      { left: left + half + 16, top: top + 5 },
      { left: left - half - 16, top: top + 5 },
      { left, top: top - 40 },
      { left, top: top + 44 },
    ];
    const free = (at: Point) =>
      placed.every(
        (one) => Math.abs(one.at.left - at.left) > one.half + half || Math.abs(one.at.top - at.top) > 2 * NAME_HIGH,
      );
    const at = tries.find(free) ?? { left, top: top - 20 };
    placed.push({ at, half });
    return at;
  });
}
