// The figures of `npm run evaluate` as lines on the terminal.
import { confusionsOf } from '../evaluation/confusion';
import type { DoubleClaim } from '../evaluation/doubleClaims';
import { isInScope, type Judged } from '../evaluation/judging';
import type { KnowledgeEvaluation } from '../evaluation/knowledgeEvaluation';
import { expectedCalibrationError } from '../evaluation/metrics';
import { sharesOf, type Verdict } from '../evaluation/scoring';
import type { StatementFigures } from '../evaluation/statementScoring';

/** As many as one looks into at a time. */
const MOST_CONFUSIONS = 15;
const MOST_CLAIMS = 20;

export function printKnowledge(
  evaluation: KnowledgeEvaluation,
  { listErrors }: { readonly listErrors: boolean },
): void {
  const { heldOut, followUps, statements, typos, crossValidation, split, thresholds } = evaluation;
  console.log(`Split ${split}, thresholds ${JSON.stringify(thresholds)}`);
  printShares('in scope', heldOut.filter(isInScope));
  for (const kind of ['clean', 'messy']) printShares(`  ${kind}`, inScopeOf(heldOut, kind));
  printVerdicts('follow-up turns', followUps);
  printStatements(statements);
  for (const { slips, judged } of typos)
    printShares(slips === 1 ? '1 typo each' : `${slips} typos each`, judged);
  if (crossValidation) printShares('cross-validation', crossValidation.filter(isInScope));
  printOutOfScope(
    'out of scope',
    heldOut.filter((each) => !isInScope(each)),
  );
  for (const kind of ['near', 'far'])
    printOutOfScope(
      `  ${kind}`,
      heldOut.filter((each) => !isInScope(each) && each.kind === kind),
    );
  if (crossValidation)
    printOutOfScope(
      '  background, crossed',
      crossValidation.filter((each) => !isInScope(each)),
    );
  printReliability(evaluation);
  printConfusions('Worst confusions', heldOut);
  printClaims('Phrasings in the same words under two topics', evaluation.sameWords);
  printConfusions('Learned, and answered by another entry all the same', evaluation.learnedInVain);
  if (crossValidation) {
    printClaims('Phrasings that another entry answers once they are left out', evaluation.claimedByAnother);
    printClaims('Background that an entry answers once it is left out', evaluation.claimedFromBackground);
  }
  if (listErrors) printErrors(heldOut);
}

const inScopeOf = (judged: readonly Judged[], kind: string) =>
  judged.filter((each) => isInScope(each) && each.kind === kind);

const percent = (share: number): string => `${(100 * share).toFixed(1).padStart(5)} %`;

const printShares = (name: string, judged: readonly Judged[]): void =>
  printVerdicts(
    name,
    judged.map(({ verdict }) => verdict),
  );

function printVerdicts(name: string, verdicts: readonly Verdict[]): void {
  const { count, right, offered, wrong, silent } = sharesOf(verdicts);
  console.log(
    `${name.padEnd(22)}${String(count).padStart(5)}  right ${percent(right)}  right or offered ${percent(right + offered)}` +
      `  wrong ${percent(wrong)}  silent ${percent(silent)}`,
  );
}

function printOutOfScope(name: string, judged: readonly Judged[]): void {
  const { count, right, offered, wrong } = sharesOf(judged.map(({ verdict }) => verdict));
  console.log(
    `${name.padEnd(22)}${String(count).padStart(5)}  answered ${percent(wrong)}  met with an offer ${percent(offered)}` +
      `  "I don't know" ${percent(right)}`,
  );
}

function printStatements({ count, exact, precision, recall, misread, open }: StatementFigures): void {
  console.log(
    `${'told in the advice'.padEnd(22)}${String(count).padStart(5)}  exactly right ${percent(exact)}  precision ${percent(precision)}` +
      `  recall ${percent(recall)}  read into nothing ${percent(misread)}`,
  );
  console.log(
    `${'  the open question'.padEnd(27)}  right ${percent(open.right)}  wrong ${percent(open.wrong)}`,
  );
}

function printReliability({ heldOut, auroc }: KnowledgeEvaluation): void {
  const { error, bins } = expectedCalibrationError(heldOut.map(({ best }) => best));
  console.log(`\nConfidence: AUROC ${auroc.toFixed(3)}, expected calibration error ${percent(error).trim()}`);
  for (const { from, to, count, confidence, accuracy } of bins) {
    const range = `  ${from.toFixed(1)} to ${to.toFixed(1)}`;
    if (count > 0)
      console.log(
        `${range.padEnd(22)}${String(count).padStart(5)}  says ${percent(confidence)}  right ${percent(accuracy)}`,
      );
  }
}

function printConfusions(title: string, judged: readonly Judged[]): void {
  const wrong = judged.filter(({ verdict }) => verdict === 'wrong');
  const confusions = confusionsOf(
    wrong.map(({ intents, answered, text }) => ({
      wanted: intents.join(' + ') || 'nothing',
      got: answered.join(' + '),
      text,
    })),
  );
  console.log(`\n${title} (${confusions.length} in all):`);
  for (const { wanted, got, texts } of confusions.slice(0, MOST_CONFUSIONS))
    console.log(`  ${texts.length} x ${wanted} -> ${got}: "${texts[0]}"`);
}

function printClaims(title: string, claims: readonly DoubleClaim[]): void {
  console.log(`\n${title} (${claims.length} in all):`);
  for (const { text, id, other, strength } of claims.slice(0, MOST_CLAIMS))
    console.log(
      `  ${strength.toFixed(2)}  "${text}" of ${id}, and ${other.id}${other.text ? `: "${other.text}"` : ''}`,
    );
}

function printErrors(judged: readonly Judged[]): void {
  console.log('\nNot answered right:');
  for (const { verdict, text, intents, answered } of judged)
    if (verdict !== 'right')
      console.log(
        `  ${verdict}: "${text}" is ${intents.join(' + ') || 'nothing'}, got ${answered.join(' + ') || '-'}`,
      );
}
