// Where every message begins: safety first, then commands at any depth, then the open dialog, then free text.
import type { TurnContext } from 'botbuilder';
import { ComponentDialog } from 'botbuilder-dialogs/lib/componentDialog';
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { NO_CONTEXT } from '../src/domain/conversationContext';
import { FORGET } from '../src/domain/decision';
import type { CommandId } from '../src/domain/faq';
import type { Recognition } from '../src/domain/recognition';
import { reportOf } from '../src/domain/turnReport';
import { AdviceDialog } from './adviceDialog';
import { ClarifyDialog } from './clarifyDialog';
import { Conversation, textOf, type DialogParts, type Outcome } from './conversation';

type Action = CommandId | typeof FORGET;

export class RootDialog extends ComponentDialog {
  static readonly id = 'root';
  private readonly conversation: Conversation;
  private readonly advice: AdviceDialog;
  private readonly clarify: ClarifyDialog;

  constructor(parts: DialogParts) {
    super(RootDialog.id);
    this.conversation = new Conversation(parts);
    this.advice = new AdviceDialog(this.conversation);
    this.clarify = new ClarifyDialog(this.conversation);
    this.addDialog(this.advice);
    this.addDialog(this.clarify);
  }

  protected override async onBeginDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.turn(inner);
  }

  protected override async onContinueDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.turn(inner);
  }

  /** The root never ends: the conversation has no last turn. */
  private async turn(inner: DialogContext): Promise<DialogTurnResult> {
    const { context } = inner;
    if (textOf(context) === '') {
      await context.sendActivity(this.conversation.parts.knowledge.phrases.emptyMessage);
      return Dialog.EndOfTurn;
    }
    const whole = await this.conversation.recognize(context);
    if (whole.safety !== undefined && !(await this.care(context, whole))) return Dialog.EndOfTurn;

    const recognition = await this.conversation.recognize(context);
    const action = this.actionIn(recognition);
    if (action !== undefined && !(await this.isAnswer(inner, recognition))) {
      await this.replyBeside(context, recognition);
      await this.carryOut(inner, action);
    } else if (inner.activeDialog) {
      const result = (await inner.continueDialog()) as DialogTurnResult<Outcome | undefined>;
      await this.follow(inner, result.result ?? { next: 'nothing' });
    } else {
      await this.follow(inner, await this.conversation.reply(context));
    }
    return Dialog.EndOfTurn;
  }

  /** Says the line for a message that may be about life and death; true where the message also asks what we can answer. */
  private async care(context: TurnContext, recognition: Recognition): Promise<boolean> {
    const { knowledge, report } = this.conversation.parts;
    await context.sendActivity(knowledge.safety.find(({ id }) => id === recognition.safety)?.reply ?? '');
    const decisions = this.conversation.decide(recognition);
    const asked = recognition.readings.filter((_, at) => decisions[at]?.kind === 'answer');
    // The words that raised the alarm may also look like small talk; beside the line that would be cruel.
    this.conversation.see(context, { ...recognition, readings: asked });
    if (asked.length > 0) return true;
    report(context, reportOf(recognition.readings, [{ kind: 'fallback' }]));
    return false;
  }

  /** Answers what the message asks beside its command: "stop. what does a coder earn?" */
  private async replyBeside(context: TurnContext, recognition: Recognition): Promise<void> {
    const decisions = this.conversation.decide(recognition);
    if (decisions.length > 1) await this.conversation.reply(context);
    else this.conversation.parts.report(context, reportOf(recognition.readings, decisions));
  }

  private actionIn(recognition: Recognition): Action | undefined {
    for (const decision of this.conversation.decide(recognition)) {
      if (decision.kind === 'command') return decision.id;
      if (decision.kind === 'chat' && decision.id === FORGET) return FORGET;
    }
    return undefined;
  }

  private async isAnswer(inner: DialogContext, recognition: Recognition): Promise<boolean> {
    if (inner.activeDialog?.id === ClarifyDialog.id) return this.clarify.isAnswer(inner);
    return inner.activeDialog?.id === AdviceDialog.id && this.advice.isAnswer(inner, recognition);
  }

  private async carryOut(inner: DialogContext, action: Action): Promise<void> {
    const { context } = inner;
    const { phrases } = this.conversation.parts.knowledge;
    const advising = isAdvising(inner);
    switch (action) {
      case 'advice.start':
        if (advising) return this.dismissOffers(inner).repromptDialog();
        await this.conversation.chat(context, action);
        await inner.cancelAllDialogs();
        await inner.beginDialog(AdviceDialog.id);
        return;
      case 'advice.restart':
        await inner.cancelAllDialogs();
        await this.conversation.parts.conversationContext.set(context, NO_CONTEXT);
        if (!advising) {
          await context.sendActivity(phrases.clearedContext);
          return;
        }
        await this.conversation.chat(context, action);
        await inner.beginDialog(AdviceDialog.id);
        return;
      case 'advice.cancel':
        if (inner.activeDialog) await this.conversation.chat(context, action);
        else await context.sendActivity(phrases.nothingToCancel);
        await inner.cancelAllDialogs();
        return;
      case 'advice.back':
        if (advising) await this.advice.back(this.dismissOffers(inner));
        else await context.sendActivity(phrases.nothingToGoBack);
        return;
      case FORGET:
        await inner.cancelAllDialogs();
        await this.conversation.parts.conversationContext.delete(context);
        await this.conversation.chat(context, action);
        return;
    }
  }

  private async follow(inner: DialogContext, outcome: Outcome): Promise<void> {
    if (outcome.next === 'clarify') await inner.beginDialog(ClarifyDialog.id, { offers: outcome.offers });
    if (outcome.next === 'advise' && !isAdvising(inner)) await inner.beginDialog(AdviceDialog.id);
  }

  /** Drops an open "did you mean" above the advice; ending it properly would put the question twice. */
  private dismissOffers(inner: DialogContext): DialogContext {
    if (inner.activeDialog?.id === ClarifyDialog.id) inner.stack.pop();
    return inner;
  }
}

const isAdvising = ({ stack }: DialogContext): boolean => stack.some(({ id }) => id === AdviceDialog.id);
