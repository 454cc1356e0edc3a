// Part of the build: trains the matcher ahead, so that the first start of the bot need not wait for it.
import { openRecognizer } from './openAdvisor';
import { runCommand } from './runCommand';

runCommand(() => {
  openRecognizer();
  return 0;
});
