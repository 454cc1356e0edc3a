// From encodings of 512 numbers to the few directions in which the pattern sentences differ most (principal components).
// Every encoding is a row of `size` numbers.
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/**
 * @param {readonly Float32Array[]} rows encodings
 * @returns {Float64Array} their mean, `size` numbers
 */
export function mean(rows) {
  const sum = new Float64Array(rows[0].length);
  for (const row of rows) for (let i = 0; i < row.length; i++) sum[i] += row[i];
  return sum.map((value) => value / rows.length);
}

/** The covariance of `rows`, `size` x `size`. */
function covariance(/** @type {readonly Float32Array[]} */ rows, /** @type {Float64Array} */ centre) {
  const size = centre.length;
  const sums = Array.from({ length: size }, () => new Float64Array(size));
  const centred = new Float64Array(size);
  for (const row of rows) {
    for (let i = 0; i < size; i++) centred[i] = row[i] - centre[i];
    // The upper triangle only: the rest is its mirror image.
    for (let i = 0; i < size; i++) {
      const sum = sums[i];
      const value = centred[i];
      for (let j = i; j < size; j++) sum[j] += value * centred[j];
    }
  }
  return sums.map((_, i) => sums.map((_, j) => sums[Math.min(i, j)][Math.max(i, j)] / rows.length));
}

/**
 * The `count` orthonormal directions in which `rows` vary most: eigenvectors of their covariance, greatest eigenvalue
 * first. The sign of an eigenvector is arbitrary; here its greatest component is positive.
 *
 * @param {readonly Float32Array[]} rows encodings
 * @param {number} count
 * @returns {{ directions: Float64Array[], explained: number }} `count` rows of `size`, and the share of the variance that
 *   they hold, from 0 to 1
 */
export function principalDirections(rows, count) {
  const { realEigenvalues: variances, eigenvectorMatrix } = new EigenvalueDecomposition(
    new Matrix(covariance(rows, mean(rows))),
    { assumeSymmetric: true },
  );
  const kept = [...variances.keys()].sort((a, b) => variances[b] - variances[a]).slice(0, count);
  const directions = kept.map((column) => {
    const direction = Float64Array.from(eigenvectorMatrix.getColumn(column));
    const greatest = direction.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    return greatest < 0 ? direction.map((value) => -value) : direction;
  });
  const sum = (/** @type {number[]} */ values) => values.reduce((total, value) => total + value, 0);
  return { directions, explained: sum(kept.map((column) => variances[column])) / sum(variances) };
}

/**
 * @param {readonly Float32Array[]} rows n encodings
 * @param {Float64Array} centre what is subtracted first, `size` numbers
 * @param {readonly Float64Array[]} directions d rows of `size`
 * @returns {Float64Array} n x d, row by row
 */
export function project(rows, centre, directions) {
  const projected = new Float64Array(rows.length * directions.length);
  const size = centre.length;
  const centred = new Float64Array(size);
  rows.forEach((row, n) => {
    for (let i = 0; i < size; i++) centred[i] = row[i] - centre[i];
    directions.forEach((direction, d) => {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += centred[i] * direction[i];
      projected[n * directions.length + d] = sum;
    });
  });
  return projected;
}
