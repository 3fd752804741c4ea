// Shares and means as reports print them: one decimal, rounded half up, counted in whole tenths so that nothing drifts.

/** Per cent in tenths: 213 of 624 is 341, which reads 34.1%. Undefined where nothing is counted. */
export const shareInTenths = (count: number, of: number): number | undefined => rounded(count * 1000, of);

/** A mean in tenths: 2,558 persons in 624 households are 41, which reads 4.1. Undefined where nothing is counted. */
export const meanInTenths = (sum: number, of: number): number | undefined => rounded(sum * 10, of);

function rounded(dividend: number, divisor: number): number | undefined {
  if (divisor <= 0) return undefined;
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}
