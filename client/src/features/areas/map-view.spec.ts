import { namePlaces, pointsOf, scaleBar } from './map-view.js';

it('draws nothing for no area, one area in the middle, and no bar without a distance', () => {
  expect(pointsOf([], 300, 200, 20)).toEqual([]);
  expect(pointsOf([{ x: 5, y: 5 }], 300, 200, 20)).toEqual([{ left: 150, top: 100 }]);
  expect(scaleBar([{ x: 5, y: 5 }], 300, 200, 20)).toBeUndefined();
  expect(
    scaleBar(
      [
        { x: 5, y: 5 },
        { x: 5, y: 5 },
      ],
      300,
      200,
      20,
    ),
  ).toBeUndefined();
});

it('keeps north above and distances true, inside the margin', () => {
  const areas = [
    { x: 0, y: 0 },
    { x: 1000, y: 0 },
    { x: 0, y: 1000 },
  ];
  const [home, east, north] = pointsOf(areas, 300, 200, 20);
  expect(east && home && east.left - home.left).toBeCloseTo(160);
  expect(north && home && home.top - north.top).toBeCloseTo(160);
  expect(Math.min(...pointsOf(areas, 300, 200, 20).flatMap(({ left, top }) => [left, top]))).toBeGreaterThanOrEqual(20);
  expect(scaleBar(areas, 300, 200, 20)).toMatchObject({ metres: 500, length: 80 });
});

it('writes no name over another where a place is free', () => {
  const points = [
    { left: 100, top: 100 },
    { left: 110, top: 104 },
    { left: 120, top: 108 },
  ];
  const places = namePlaces(points, ['晴川街道', '石榴街道', '望桥街道']);
  expect(places[0]).toEqual({ left: 100, top: 80 });
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      expect(Math.abs(one.left - other.left) > 56 || Math.abs(one.top - other.top) > 18).toBe(true);
    }
  }
});
