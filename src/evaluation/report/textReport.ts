// The report on anyone's labelled texts.
import { html } from '../../html';
import { confusionsOf, isMistake } from '../confusion';
import { OUT_OF_SCOPE } from '../labelled';
import { expectedCalibrationError } from '../metrics';
import type { TextEvaluation } from '../textEvaluation';
import { count } from './format';
import { heatMap, type ClassOrder } from './heatMap';
import { confusionTable } from './lists';
import { pageOf } from './page';
import { reliabilityDiagram } from './reliability';
import { shareTile, tilesOf } from './tiles';

const MOST_CONFUSIONS = 40;

/** Alphabetic, with what is out of scope last. */
const ORDER: ClassOrder = {
  withheld: new Set([OUT_OF_SCOPE]),
  blockOf: (name) => (name === OUT_OF_SCOPE ? name : ''),
  compare: (one, other) =>
    Number(one === OUT_OF_SCOPE) - Number(other === OUT_OF_SCOPE) || one.localeCompare(other, 'en'),
};

export interface TextReportAbout {
  /** Names of the files. */
  readonly train: string;
  readonly test: string;
  readonly date: Date;
}

export function textReport(
  { figures, threshold, calibration, outcomes }: TextEvaluation,
  { train, test, date }: TextReportAbout,
): string {
  const confusions = confusionsOf(outcomes);
  const { accuracy, inScope, oosRecall, auroc, typo1, typo2, trainMs, p50us, p99us, rssMb } = figures;
  return pageOf({
    title: 'How well the matcher does on these texts',
    about: [
      ['Measured', `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
      ['Trained on', train],
      ['Tested on', `${test}, ${count(outcomes.length)} texts`],
      ['Answers from', threshold.toFixed(3)],
    ],
    tiles: tilesOf([
      shareTile('Accuracy', accuracy, { note: 'in scope, without threshold' }),
      shareTile('In scope, right', inScope, { note: 'at the threshold' }),
      ...(oosRecall === null
        ? []
        : [shareTile('Out of scope, refused', oosRecall, { note: 'at the threshold' })]),
      ...(auroc === null
        ? []
        : [{ name: 'AUROC', value: auroc.toFixed(3), note: 'in scope against out of scope' }]),
      shareTile('One typo', typo1, { note: 'accuracy, in each text' }),
      shareTile('Two typos', typo2, { note: 'accuracy, in each text' }),
      shareTile('Calibration error', expectedCalibrationError(calibration).error, {
        note: 'of the confidence',
      }),
      {
        name: 'One match',
        value: `${count(Math.round(p50us))} µs`,
        note: `99 of 100 within ${count(Math.round(p99us))} µs`,
      },
      {
        name: 'Training',
        value: `${(trainMs / 1_000).toFixed(1)} s`,
        note: `${count(Math.round(rssMb))} MB resident`,
      },
    ]),
    sections: [
      {
        id: 'reliability',
        title: 'Does the confidence mean what it says?',
        lead: 'Bars that reach the dashed line are honest. An outline shows what is missing or too much; the columns below count the matches. Out of scope, no match is right.',
        body: reliabilityDiagram('test', 'test set', calibration),
      },
      {
        id: 'confusions',
        title: 'What is taken for what',
        lead: html`Each row is what was meant, each column what was answered at the threshold.
        “${OUT_OF_SCOPE}” is out of scope as a row and refused as a column.`,
        body: html`${heatMap('matrix', confusions, ORDER)}
          <h3>Worst confusions</h3>
          ${confusionTable(confusions.filter(isMistake), MOST_CONFUSIONS)}`,
      },
    ],
  });
}
