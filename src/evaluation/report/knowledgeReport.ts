// The report on our own knowledge.
import { html } from '../../html';
import { isInScope, type Judged } from '../judging';
import type { KnowledgeEvaluation } from '../knowledgeEvaluation';
import { expectedCalibrationError } from '../metrics';
import { sharesOf, type Verdict } from '../scoring';
import { TARGETS } from '../targets';
import { claims, entries, matrix } from './mistakes';
import { pageOf, type Section } from './page';
import { reliabilityDiagram } from './reliability';
import { shareTile, tilesOf, type Tile } from './tiles';
import { IN_SCOPE_NAMES, OUT_OF_SCOPE_NAMES, verdictTable, type VerdictRow } from './verdictTable';

export function knowledgeReport(evaluation: KnowledgeEvaluation, { date }: { readonly date: Date }): string {
  const { knowledgeVersion, thresholds, split, crossValidation } = evaluation;
  return pageOf({
    title: 'How well the bot understands',
    about: [
      ['Measured', `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
      ['Held-out set', split],
      ['Knowledge', knowledgeVersion.slice(0, 12)],
      ['Answers from', String(thresholds.answer)],
      ['Offers from', String(thresholds.offer)],
      ['Cross-validation', crossValidation ? `${crossValidation.length} phrasings` : 'skipped'],
    ],
    tiles: tilesOf(tilesFor(evaluation)),
    sections: [
      kinds(evaluation),
      outOfScope(evaluation),
      reliability(evaluation),
      matrix(evaluation),
      claims(evaluation),
      ...(crossValidation ? [entries(crossValidation)] : []),
    ],
  });
}

const verdictsOf = (judged: readonly Judged[]): Verdict[] => judged.map(({ verdict }) => verdict);
const ofKind = (judged: readonly Judged[], inScope: boolean, kind?: string): Verdict[] =>
  verdictsOf(judged.filter((each) => isInScope(each) === inScope && (kind ?? each.kind) === each.kind));

function tilesFor({ heldOut, followUps, typos, auroc, crossValidation }: KnowledgeEvaluation): Tile[] {
  const right = (verdicts: readonly Verdict[]) => sharesOf(verdicts).right;
  const atLeast = (limit: number) => ({ target: { limit, bound: 'at least' as const } });
  return [
    shareTile('Clean, right', right(ofKind(heldOut, true, 'clean')), atLeast(TARGETS.clean)),
    shareTile('Messy, right', right(ofKind(heldOut, true, 'messy')), atLeast(TARGETS.messy)),
    shareTile('Follow-ups, right', right(followUps), atLeast(TARGETS.followUps)),
    shareTile('Out of scope, answered', sharesOf(ofKind(heldOut, false)).wrong, {
      target: { limit: TARGETS.outOfScopeAnswered, bound: 'at most' },
    }),
    ...typos.map(({ slips, judged }) =>
      shareTile(slips === 1 ? 'One typo, right' : 'Two typos, right', right(verdictsOf(judged)), {
        note: 'in each utterance',
      }),
    ),
    shareTile('Calibration error', expectedCalibrationError(heldOut.map(({ best }) => best)).error, {
      note: 'of the confidence, held-out set',
    }),
    { name: 'AUROC', value: auroc.toFixed(3), note: 'in scope against out of scope' },
    ...(crossValidation
      ? [
          shareTile('Cross-validation, right', right(ofKind(crossValidation, true)), {
            note: 'phrasings left out with their near-copies',
          }),
        ]
      : []),
  ];
}

function kinds({ heldOut, followUps, typos, crossValidation }: KnowledgeEvaluation): Section {
  const rows: VerdictRow[] = [
    { name: 'held-out set', verdicts: ofKind(heldOut, true) },
    ...['clean', 'messy'].map((kind) => ({
      name: kind,
      verdicts: ofKind(heldOut, true, kind),
      isPart: true,
    })),
    { name: 'follow-up turns', verdicts: followUps },
    ...typos.map(({ slips, judged }) => ({
      name: slips === 1 ? 'one typo each' : 'two typos each',
      verdicts: verdictsOf(judged),
    })),
    ...(crossValidation ? [{ name: 'cross-validation', verdicts: ofKind(crossValidation, true) }] : []),
  ];
  return {
    id: 'in-scope',
    title: 'Questions that we can answer',
    lead: 'What people got who asked for something that is in the knowledge, as they wrote it and with slips put in. Cross-validation is the hardest row: the phrasings of an entry were written to differ from each other.',
    body: verdictTable('utterances', rows, IN_SCOPE_NAMES),
  };
}

function outOfScope({ heldOut, crossValidation }: KnowledgeEvaluation): Section {
  const rows: VerdictRow[] = [
    { name: 'held-out set', verdicts: ofKind(heldOut, false) },
    { name: 'near the subject', verdicts: ofKind(heldOut, false, 'near'), isPart: true },
    { name: 'far from it', verdicts: ofKind(heldOut, false, 'far'), isPart: true },
    ...(crossValidation ? [{ name: 'background, crossed', verdicts: ofKind(crossValidation, false) }] : []),
  ];
  return {
    id: 'out-of-scope',
    title: 'Questions that nobody should answer',
    lead: 'Here “I don’t know” is right, an offer is a small nuisance, and an answer is a mistake.',
    body: verdictTable('utterances', rows, OUT_OF_SCOPE_NAMES),
  };
}

function reliability({ heldOut, crossValidation }: KnowledgeEvaluation): Section {
  const points = (judged: readonly Judged[]) => judged.map(({ best }) => best);
  return {
    id: 'reliability',
    title: 'Does the confidence mean what it says?',
    lead: 'Of matches with a confidence of 80 %, four in five should be right: bars that reach the dashed line are honest. An outline shows what is missing or too much; the columns below count the matches.',
    body: html`<div class="pair">
      ${reliabilityDiagram('held-out', 'held-out set', points(heldOut))}
      ${crossValidation && reliabilityDiagram('crossed', 'cross-validation', points(crossValidation))}
    </div>`,
  };
}
