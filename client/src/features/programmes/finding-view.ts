// What a screen says of the borders of an age, and of places.
export type AgeBorders = 'BETWEEN' | 'FROM' | 'UNTIL' | 'ANY';

/** Which borders are there; an open end is an empty text. */
export function ageBorders(least: string, most: string): AgeBorders {
  if (least !== '' && most !== '') return 'BETWEEN';
  if (least !== '') return 'FROM';
  return most === '' ? 'ANY' : 'UNTIL';
}

/** Places that are free; undefined where there is no limit, and never below none. */
export function freePlaces({
  places,
  held,
}: {
  readonly places?: number | null;
  readonly held: number;
}): number | undefined {
  return places == null ? undefined : Math.max(0, places - held);
}
