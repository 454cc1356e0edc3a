// How likely one word was typed for another: edits, the common slips of fingers cheaper than the rest.

/** Neighbours on a QWERTY keyboard. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  q: 'wa', w: 'qase', e: 'wsdr', r: 'edft', t: 'rfgy', y: 'tghu', u: 'yhji', i: 'ujko', o: 'iklp', p: 'ol',
  a: 'qwsz', s: 'awedxz', d: 'serfcx', f: 'drtgvc', g: 'ftyhbv', h: 'gyujnb', j: 'huikmn', k: 'jiolm', l: 'kop',
  z: 'asx', x: 'zsdc', c: 'xdfv', v: 'cfgb', b: 'vghn', n: 'bhjm', m: 'njk',
}; // prettier-ignore

/** Taken off an edit, in edits. */
const NEIGHBOUR_KEY = 0.2;
const SWAP = 0.3;
const DOUBLING = 0.5;
/** Added to an edit of the first letter, which is rarely the one mistyped. */
const FIRST_LETTER = 0.4;
/** Longer words are not compared. Letters. */
const LONGEST = 40;

const WIDTH = LONGEST + 1;
/** The table of the dynamic programme, used again for each pair: comparing allocates nothing. */
const costs = new Float64Array(WIDTH * WIDTH);

/**
 * The cost of the cheapest edits from `typed` to `meant`: one letter left out, added, changed, or swapped with the next
 * (restricted Damerau-Levenshtein distance). Our own because natural's takes 20 microseconds a pair, allocates its
 * table anew and knows no keyboard.
 * @returns in edits; Infinity where a word is too long
 */
export function slipCost(typed: string, meant: string): number {
  if (typed.length > LONGEST || meant.length > LONGEST) return Infinity;
  for (let i = 1; i <= typed.length; i++) costs[i * WIDTH] = i + FIRST_LETTER;
  for (let j = 1; j <= meant.length; j++) costs[j] = j + FIRST_LETTER;
  for (let i = 1; i <= typed.length; i++) {
    for (let j = 1; j <= meant.length; j++) {
      const at = i * WIDTH + j;
      const added = costs[at - WIDTH]! + 1 - (typed[i - 1] === typed[i - 2] ? DOUBLING : 0);
      const leftOut = costs[at - 1]! + 1 - (meant[j - 1] === meant[j - 2] ? DOUBLING : 0);
      const changed = costs[at - WIDTH - 1]! + changeCost(typed, i, meant, j);
      let cost = Math.min(added, leftOut, changed);
      if (i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1]) {
        cost = Math.min(cost, costs[at - 2 * WIDTH - 2]! + 1 - SWAP);
      }
      costs[at] = cost;
    }
  }
  return costs[typed.length * WIDTH + meant.length]!;
}

function changeCost(typed: string, i: number, meant: string, j: number): number {
  const from = typed[i - 1]!;
  const to = meant[j - 1]!;
  if (from === to) return 0;
  const near = NEIGHBOURS[from]?.includes(to) ? NEIGHBOUR_KEY : 0;
  return 1 - near + (i === 1 && j === 1 ? FIRST_LETTER : 0);
}
