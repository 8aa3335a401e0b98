/**
 * Whole percentages of the parts that add up to 100: the largest remainders are rounded up, the first of equal ones first.
 * @returns zeros when all parts are zero
 */
export function sharesOf(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const shares = parts.map((part) => Math.floor((part * 100) / total));
  const missing = 100 - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (at: number): number => ((parts[at] ?? 0) * 100) % total;
  const roundedUp = parts
    .map((_, at) => at)
    .sort((one, other) => remainder(other) - remainder(one))
    .slice(0, missing);
  return shares.map((share, at) => (roundedUp.includes(at) ? share + 1 : share));
}
