// Arithmetic of GF(256) with the polynomial of AES (x⁸+x⁴+x³+x+1). No tables and no branches on values: time tells nothing.

/** `a · b`. */
export function multiply(a: number, b: number): number {
  let product = 0;
  let shifted = a;
  for (let bit = 0; bit < 8; bit += 1) {
    product ^= -((b >> bit) & 1) & shifted;
    shifted = ((shifted << 1) & 0xff) ^ (-(shifted >> 7) & 0x1b);
  }
  return product;
}

/** `1 / a`, which is a²⁵⁴. Throws for 0. */
export function inverse(a: number): number {
  if (a === 0) throw new RangeError('0 has no inverse');
  let result = 1;
  for (let step = 0; step < 254; step += 1) result = multiply(result, a);
  return result;
}

/** The value at `x` of the polynomial with these coefficients, the constant first. */
export function evaluate(coefficients: Uint8Array, x: number): number {
  return coefficients.reduceRight((value, coefficient) => multiply(value, x) ^ coefficient, 0);
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The value at 0 of the polynomial through these points, whose x differ. */
export function atZero(points: readonly Point[]): number {
  return points.reduce((sum, { x, y }, index) => {
    const others = points.filter((_point, other) => other !== index);
    const weight = others.reduce((product, other) => multiply(product, multiply(other.x, inverse(x ^ other.x))), 1);
    return sum ^ multiply(y, weight);
  }, 0);
}
