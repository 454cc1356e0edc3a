// What is done at a command, whatever is open: the guided advice begun, left, gone on with, changed, shown, forgotten.
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { withoutLast, type AdviceSession } from '../src/domain/advice';
import type { AdviceReading } from '../src/domain/adviceReading';
import { NO_CONTEXT } from '../src/domain/conversationContext';
import { FORGET } from '../src/domain/decision';
import type { CommandId } from '../src/domain/faq';
import { questionOf, type MenuId, type Question, type QuestionId } from '../src/domain/questionnaire';
import { AdviceDialog } from './adviceDialog';
import type { AdviceOptions } from './adviceState';
import type { AdviceTalk } from './adviceTalk';
import type { Conversation } from './conversation';
import { textOf } from './dialogParts';
import { forgetPerson } from './forgetPerson';
import type { Outcome } from './outcome';
import { MenuDialog, type MenuOptions } from './menuDialog';
import { isAdvising, menuItems, sessionIn, withoutMenu } from './stack';

export type Action = CommandId | typeof FORGET;

export class Commands {
  constructor(
    private readonly conversation: Conversation,
    private readonly advice: AdviceDialog,
    private readonly talk: AdviceTalk,
  ) {}

  async carryOut(inner: DialogContext, action: Action): Promise<void> {
    const { context } = inner;
    const advising = isAdvising(inner);
    switch (action) {
      case 'advice.start':
        if (advising) return withoutMenu(inner).repromptDialog();
        return this.start(inner);
      case 'advice.resume':
        if (advising) return withoutMenu(inner).repromptDialog();
        return this.resume(inner);
      case 'advice.restart':
        return this.restart(inner, advising);
      case 'advice.cancel':
        return this.cancel(inner);
      case 'advice.back':
        return this.back(inner, advising);
      case 'advice.change':
        return this.change(inner);
      case 'advice.summary':
      case 'advice.explain':
        return this.show(inner, action);
      case FORGET:
        await inner.cancelAllDialogs();
        await forgetPerson(this.conversation.parts, context);
        await this.conversation.chat(context, action);
        return;
    }
  }

  /** Does what was picked from a menu where no advice is open. */
  async follow(
    inner: DialogContext,
    outcome: Extract<Outcome, { readonly next: MenuId | 'change' }>,
  ): Promise<void> {
    const { paused, finished } = await this.conversation.kept(inner.context);
    const session = paused ?? finished;
    if (outcome.next === 'go-on') return this.begin(inner, paused && { session: paused });
    if (outcome.next === 'restart') return this.begin(inner, {});
    if (outcome.next === 'change') return this.begin(inner, { session, changing: outcome.question });
    if (finished) await this.talk.result(inner.context, finished);
  }

  /** @param options absent: what the message tells about the person counts */
  async begin(inner: DialogContext, options?: AdviceOptions): Promise<void> {
    await inner.cancelAllDialogs();
    // What was left is gone on with, or left for good.
    await this.conversation.keep(inner.context, {});
    await inner.beginDialog(AdviceDialog.id, options ?? { statements: (await this.read(inner)).statements });
  }

  /** @param says whether to say what begins; not where an answer has said it */
  async start(inner: DialogContext, says = true): Promise<void> {
    const { paused, finished } = await this.conversation.kept(inner.context);
    const items = menuItems({ paused, finished }, false);
    if (items.length > 1) return this.menu(inner, { phrase: paused ? 'keptOpen' : 'keptResult', items });
    if (says) await this.conversation.chat(inner.context, 'advice.start');
    await this.begin(inner);
  }

  private async resume(inner: DialogContext): Promise<void> {
    const { paused } = await this.conversation.kept(inner.context);
    if (!paused) return this.start(inner);
    await this.conversation.chat(inner.context, 'advice.resume');
    await this.begin(inner, { session: paused });
  }

  private async restart(inner: DialogContext, advising: boolean): Promise<void> {
    const { conversationContext, knowledge } = this.conversation.parts;
    await inner.cancelAllDialogs();
    await conversationContext.set(inner.context, NO_CONTEXT);
    const { paused, finished } = await this.conversation.kept(inner.context);
    if (!advising && !paused && !finished) {
      await inner.context.sendActivity(knowledge.phrases.clearedContext);
      return;
    }
    await this.conversation.chat(inner.context, 'advice.restart');
    await this.begin(inner, {});
  }

  /** Leaves the advice; what was answered is kept for coming back. */
  private async cancel(inner: DialogContext): Promise<void> {
    const { context } = inner;
    const session = sessionIn(inner);
    if (session && session.answered.length > 0) await this.conversation.keep(context, { paused: session });
    if (inner.activeDialog) await this.conversation.chat(context, 'advice.cancel');
    else await context.sendActivity(this.conversation.parts.knowledge.phrases.nothingToCancel);
    await inner.cancelAllDialogs();
  }

  private async back(inner: DialogContext, advising: boolean): Promise<void> {
    const named = await this.namedAnswers(inner);
    if (named.length > 0) return this.change(inner);
    if (advising) {
      await this.advice.back(withoutMenu(inner));
      return;
    }
    const session = await this.anySession(inner);
    if (session && session.answered.length > 0) {
      await this.conversation.chat(inner.context, 'advice.back');
      return this.begin(inner, { session: withoutLast(session) });
    }
    await inner.context.sendActivity(this.conversation.parts.knowledge.phrases.nothingToGoBack);
  }

  /** Puts the question that the message names again; asks which, where it names none or several. */
  private async change(inner: DialogContext): Promise<void> {
    const session = await this.anySession(inner);
    const { questionnaire } = this.conversation.parts.knowledge;
    // An author may have taken a question out since it was answered.
    const answered = session?.answered.filter(({ question }) => questionOf(questionnaire, question)) ?? [];
    if (!session || answered.length === 0) {
      await inner.context.sendActivity(this.conversation.parts.knowledge.phrases.changeNothing);
      return isAdvising(inner) ? withoutMenu(inner).repromptDialog() : undefined;
    }
    const named = await this.namedAnswers(inner);
    const [only] = named;
    if (only === undefined || named.length > 1) {
      const items = named.length > 1 ? named : answered.map(({ question }) => question);
      return this.menu(inner, { phrase: 'changeWhich', items });
    }
    const { statements } = await this.read(inner, questionOf(questionnaire, only));
    const told = statements.filter(({ question }) => question === only);
    if (!isAdvising(inner)) {
      await this.begin(inner, { session, ...(told.length > 0 ? { statements: told } : { changing: only }) });
    } else if (told.length > 0) await this.advice.record(withoutMenu(inner), told, true);
    else await this.advice.change(withoutMenu(inner), only);
  }

  /** The last result, or how the answers led to it; of the advice that is open, how those so far count. */
  private async show(inner: DialogContext, action: 'advice.summary' | 'advice.explain'): Promise<void> {
    const { context } = inner;
    const { finished } = await this.conversation.kept(context);
    const open = sessionIn(inner);
    const explained = open && open.answered.length > 0 ? open : finished;
    if (action === 'advice.explain' && explained) await this.talk.explanation(context, explained);
    else if (action === 'advice.summary' && finished) await this.talk.summary(context, finished);
    else await context.sendActivity(this.conversation.parts.knowledge.phrases.noResultYet);
    if (isAdvising(inner)) await withoutMenu(inner).repromptDialog();
  }

  private async menu(inner: DialogContext, options: MenuOptions): Promise<void> {
    await withoutMenu(inner).beginDialog(MenuDialog.id, options);
  }

  private async read(inner: DialogContext, open?: Question): Promise<AdviceReading> {
    return this.conversation.parts.recognizer.readAdvice(open, textOf(inner.context));
  }

  /** The answered questions that the message names. */
  private async namedAnswers(inner: DialogContext): Promise<QuestionId[]> {
    const session = await this.anySession(inner);
    const { named } = await this.read(inner);
    return named.filter((id) => session?.answered.some(({ question }) => question === id));
  }

  private async anySession(inner: DialogContext): Promise<AdviceSession | undefined> {
    const { paused, finished } = await this.conversation.kept(inner.context);
    return sessionIn(inner) ?? paused ?? finished;
  }
}
