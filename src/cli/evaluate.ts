// `npm run evaluate`: how well the matcher does on what it did not learn from, our own knowledge or anyone's texts.
import { parseArgs } from 'node:util';
import { ConfigError } from '../errors';
import { evaluateOwnKnowledge } from './evaluateKnowledge';
import { evaluateTextFiles } from './evaluateTexts';
import { runCommand } from './runCommand';

const USAGE = `npm run evaluate                   scores test/evaluation and cross-validates the knowledge, writes a report
npm run evaluate -- --quick        the same without cross-validation, which trains five times
npm run evaluate -- --split dev    the split to tune on; --split extended: what the article does not answer
npm run evaluate -- --errors       lists every utterance that was not answered right
npm run evaluate -- --report F     where to write the report (reports/evaluation.html)
npm run --silent evaluate -- --train F [--dev F] --test F [--report F]
                                   the same for any lines {"text", "intent"}, "none" being out of scope;
                                   prints one line of JSON`;

runCommand(() => {
  const { values } = parseArgs({
    options: {
      split: { type: 'string', default: 'test' },
      errors: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      report: { type: 'string' },
      train: { type: 'string' },
      dev: { type: 'string' },
      test: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { split, errors, quick, report, train, dev, test } = values;
  if (values.help) console.log(USAGE);
  else if (train !== undefined && test !== undefined) evaluateTextFiles({ train, dev, test, report });
  else if ((train ?? dev ?? test) !== undefined) throw new ConfigError('give both --train and --test');
  else evaluateOwnKnowledge({ split, listErrors: errors, quick, report });
  return 0;
});
