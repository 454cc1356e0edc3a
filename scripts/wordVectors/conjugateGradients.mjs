// Solves A x = b for symmetric, positive definite A that is only known by what it does to a vector.

/** For each column, the sum over rows of a * b; both rows x columns, row by row. */
function columnProducts(
  /** @type {Float64Array} */ a,
  /** @type {Float64Array} */ b,
  /** @type {number} */ columns,
) {
  const sums = new Float64Array(columns);
  for (let row = 0; row < a.length; row += columns)
    for (let c = 0; c < columns; c++) sums[c] += a[row + c] * b[row + c];
  return sums;
}

/**
 * Conjugate gradients (Hestenes & Stiefel 1952, "Methods of conjugate gradients for solving linear systems", equations
 * 3:1) from 0, for many right sides at once: each column has its own step lengths, and all share the product with A,
 * which is what costs.
 *
 * @param {(vectors: Float64Array) => Float64Array} multiply A times n x columns numbers, row by row, as a new array
 * @param {Float64Array} right n x columns, row by row
 * @param {{ columns: number, mostSteps: number, tolerance: number }} options ends where the length of every column's
 *   residual is at most `tolerance` of its right side's
 * @returns {{ solution: Float64Array, steps: number, residual: number }} `residual`: of the worst column, as a share
 */
export function solve(multiply, right, { columns, mostSteps, tolerance }) {
  const solution = new Float64Array(right.length);
  const residual = right.slice();
  const direction = right.slice();
  const first = columnProducts(right, right, columns);
  let squares = first;
  const worst = () =>
    Math.sqrt(Math.max(...squares.map((square, c) => (first[c] > 0 ? square / first[c] : 0))));

  let steps = 0;
  while (steps < mostSteps && worst() > tolerance) {
    const product = multiply(direction);
    const curvature = columnProducts(direction, product, columns);
    // A column that is solved has no direction left; its step is 0, not 0 / 0.
    const step = squares.map((square, c) => (curvature[c] > 0 ? square / curvature[c] : 0));
    for (let i = 0; i < right.length; i++) {
      solution[i] += step[i % columns] * direction[i];
      residual[i] -= step[i % columns] * product[i];
    }
    const next = columnProducts(residual, residual, columns);
    const turn = next.map((square, c) => (squares[c] > 0 ? square / squares[c] : 0));
    for (let i = 0; i < right.length; i++) direction[i] = residual[i] + turn[i % columns] * direction[i];
    squares = next;
    steps++;
  }
  return { solution, steps, residual: worst() };
}
