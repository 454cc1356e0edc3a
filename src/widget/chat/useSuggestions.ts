// Questions that begin as the person does, from the server; none where it is slow or away: typing must not wait for it.
import { useEffect, useState } from 'react';
import { MOST_TYPED } from '../../domain/limits';

const DELAY_MS = 150;
const LEAST_LENGTH = 2;
const MOST_QUESTIONS = 5;
const NONE: readonly string[] = [];

/** @param text as typed so far; empty where none are wanted */
export function useSuggestions(base: string, text: string): readonly string[] {
  const [found, setFound] = useState<{ readonly text: string; readonly questions: readonly string[] }>();
  const wanted = text.trim();
  const isWanted = wanted.length >= LEAST_LENGTH && wanted.length <= MOST_TYPED;
  useEffect(() => {
    if (!isWanted) return setFound(undefined);
    const abort = new AbortController();
    const timer = setTimeout(() => {
      requestSuggestions(base, wanted, abort.signal).then(
        (questions) => setFound({ text: wanted, questions }),
        () => abort.signal.aborted || setFound(undefined),
      );
    }, DELAY_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [base, wanted, isWanted]);
  // Those for the letters before stay until there are new ones: a list that comes and goes cannot be picked from.
  return isWanted && found !== undefined ? found.questions : NONE;
}

async function requestSuggestions(
  base: string,
  text: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const response = await fetch(`${base}/widget/suggestions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text }),
    credentials: 'omit',
    signal,
  });
  if (!response.ok) return NONE;
  const { questions } = (await response.json()) as { questions?: unknown };
  if (!Array.isArray(questions)) return NONE;
  return questions
    .filter((question): question is string => typeof question === 'string')
    .slice(0, MOST_QUESTIONS);
}
