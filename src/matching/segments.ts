// Cuts a message that may ask two things into the pieces that would be asked alone.

/**
 * A sentence end, or a connective in front of a word that opens a question. The look-behind lets a run of spaces be
 * tried once and not from each of its spaces, which took seconds where there were many.
 */
const SEAM =
  /[?!.;\n]+\s*|(?<!\s),?\s+(?:and|n|&|also|plus|but)\s+(?=(?:also\s+)?(?:what|whats|wat|wats|how|hows|hw|do|does|is|are|can|could|should|will|would|which|where|when|why|who)\b)/i;
/** A piece of fewer words is a greeting, a thank-you or a fragment, not a question of its own. */
const MIN_WORDS = 3;
/** Two questions are answered at once; a longer list is read as one message. */
const MAX_PIECES = 3;

/** The pieces of a message of several sentences that may be questions; empty where it is one sentence. */
export function segmentsOf(text: string): string[] {
  const sentences = text
    .split(SEAM)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const pieces = sentences.filter((piece) => piece.split(/\s+/).length >= MIN_WORDS);
  return sentences.length > 1 && pieces.length <= MAX_PIECES ? pieces : [];
}
