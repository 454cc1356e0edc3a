// The sections of the report that an author of the knowledge works through: what is taken for what, and what to mend.
import { ROLE_IDS } from '../../domain/role';
import { html } from '../../html';
import { confusionsOf, isMistake, type Outcome } from '../confusion';
import type { CrossJudged } from '../crossValidation';
import { isInScope, type Judged } from '../judging';
import type { KnowledgeEvaluation } from '../knowledgeEvaluation';
import { sharesOf } from '../scoring';
import { percent } from './format';
import { heatMap, type ClassOrder } from './heatMap';
import { claimTable, confusionTable } from './lists';
import type { Section } from './page';
import { IN_SCOPE_NAMES, verdictTable } from './verdictTable';

const MOST_CONFUSIONS = 25;
const MOST_CLAIMS = 40;
const FIRST_ENTRIES = 20;

/** What stands for a class where none was meant, or none answered. */
const NOTHING = 'nothing';
const OFFER = 'did you mean';

const BLOCKS = [...ROLE_IDS, 'chat', 'advice', NOTHING, OFFER];
const blockOf = (name: string): string => name.split('.')[0]!;
const ORDER: ClassOrder = {
  blockOf,
  withheld: new Set([NOTHING, OFFER]),
  compare: (one, other) =>
    BLOCKS.indexOf(blockOf(one)) - BLOCKS.indexOf(blockOf(other)) || one.localeCompare(other, 'en'),
};

function outcomeOf({ intents, verdict, answered, text }: Judged): Outcome {
  const [wanted = NOTHING] = intents;
  const got = {
    right: wanted,
    offered: OFFER,
    silent: NOTHING,
    wrong: answered.find((id) => !intents.includes(id)) ?? answered[0]!,
  }[verdict];
  return { wanted, got, text };
}

export function matrix({ heldOut, crossValidation }: KnowledgeEvaluation): Section {
  const confusions = confusionsOf((crossValidation ?? heldOut).map(outcomeOf));
  const wrong = confusionsOf(heldOut.filter(({ verdict }) => verdict === 'wrong').map(outcomeOf));
  const crossed = confusions.filter((each) => isMistake(each) && each.got !== OFFER && each.got !== NOTHING);
  return {
    id: 'confusions',
    title: 'What is taken for what',
    lead: html`Each row is what was meant, each column what was answered, of the
    ${crossValidation ? 'cross-validated phrasings' : 'held-out set'}; entries of a role stand together.
    “${NOTHING}” is out of scope as a row and “I don’t know” as a column.`,
    body: html`${heatMap('matrix', confusions, ORDER)}
      <h3>Worst confusions of the held-out set</h3>
      ${confusionTable(wrong, MOST_CONFUSIONS)}
      ${
        crossValidation &&
        html`<h3>Worst confusions of the cross-validation</h3>
          ${confusionTable(crossed, MOST_CONFUSIONS)}`
      }`,
  };
}

export function claims({
  sameWords,
  learnedInVain,
  claimedByAnother,
  claimedFromBackground,
  crossValidation,
}: KnowledgeEvaluation): Section {
  return {
    id: 'claims',
    title: 'Phrasings that two entries claim',
    lead: 'An author has to say whose each is: move it, make it clearer, or take it out.',
    body: html`<h3>The same words under two topics</h3>
      ${claimTable(sameWords, 'likeness', MOST_CLAIMS)}
      <h3>Learned, and answered by another entry all the same</h3>
      ${confusionTable(confusionsOf(learnedInVain.map(outcomeOf)), MOST_CLAIMS)}
      ${
        crossValidation &&
        html`<h3>Answered by another entry once it is left out</h3>
          ${claimTable(claimedByAnother, 'confidence', MOST_CLAIMS)}
          <h3>Background that an entry answers once it is left out</h3>
          ${claimTable(claimedFromBackground, 'confidence', MOST_CLAIMS)}`
      }`,
  };
}

export function entries(crossValidation: readonly CrossJudged[]): Section {
  const ids = [...new Set(crossValidation.filter(isInScope).map(({ id }) => id))];
  const rows = ids
    .map((id) => ({
      name: id,
      verdicts: crossValidation.filter((each) => each.id === id).map(({ verdict }) => verdict),
    }))
    .map((row) => ({ ...row, right: sharesOf(row.verdicts).right }))
    .sort((a, b) => a.right - b.right);
  const worst = percent(rows[0]?.right ?? 0);
  return {
    id: 'entries',
    title: 'Entry by entry',
    lead: `Cross-validation of the phrasings of each entry, worst first (${worst}). A short bar is an entry whose phrasings do not hold together, or that shares its subject with another.`,
    body: html`${verdictTable('entry', rows.slice(0, FIRST_ENTRIES), IN_SCOPE_NAMES)}
      <details>
        <summary>The other ${Math.max(0, rows.length - FIRST_ENTRIES)}</summary>
        ${verdictTable('entry', rows.slice(FIRST_ENTRIES), IN_SCOPE_NAMES)}
      </details>`,
  };
}
