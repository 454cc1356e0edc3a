// Where every message begins: safety first, then commands at any depth, then the open dialog, then free text.
import type { TurnContext } from 'botbuilder';
import { ComponentDialog } from 'botbuilder-dialogs/lib/componentDialog';
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import { FORGET } from '../src/domain/decision';
import type { ChatId } from '../src/domain/faq';
import type { Recognition } from '../src/domain/recognition';
import { reportOf } from '../src/domain/turnReport';
import { AdviceDialog } from './adviceDialog';
import { AdviceTalk } from './adviceTalk';
import { beginFromTold } from './beginFromTold';
import { ClarifyDialog } from './clarifyDialog';
import { Commands, type Action } from './commands';
import { Conversation } from './conversation';
import { textOf, type DialogParts } from './dialogParts';
import type { Outcome } from './outcome';
import { MenuDialog } from './menuDialog';
import { takeBack } from './retraction';
import { standingOf } from './standing';
import { isAdvising, menuItems, sessionIn, settlePress, withoutMenu } from './stack';

/** Milliseconds after which somebody comes back rather than goes on: a night. */
const COMES_BACK_AFTER = 6 * 60 * 60 * 1000;

const GREETING = 'chat.greeting' satisfies ChatId;

export class RootDialog extends ComponentDialog {
  static readonly id = 'root';
  private readonly conversation: Conversation;
  private readonly advice: AdviceDialog;
  private readonly clarify: ClarifyDialog;
  private readonly menu: MenuDialog;
  private readonly commands: Commands;

  constructor(parts: DialogParts) {
    super(RootDialog.id);
    this.conversation = new Conversation(parts);
    const talk = new AdviceTalk(parts);
    this.advice = new AdviceDialog(this.conversation, talk);
    this.clarify = new ClarifyDialog(this.conversation);
    this.menu = new MenuDialog(this.conversation);
    this.commands = new Commands(this.conversation, this.advice, talk);
    this.addDialog(this.advice);
    this.addDialog(this.clarify);
    this.addDialog(this.menu);
  }

  protected override async onBeginDialog(inner: DialogContext): Promise<DialogTurnResult> {
    const result = await this.turn(inner);
    this.conversation.parts.stand(inner.context, await standingOf(inner, this.conversation));
    return result;
  }

  protected override async onContinueDialog(inner: DialogContext): Promise<DialogTurnResult> {
    return this.onBeginDialog(inner);
  }

  /** The root never ends: the conversation has no last turn. */
  private async turn(inner: DialogContext): Promise<DialogTurnResult> {
    const { context } = inner;
    this.conversation.seeAdvice(context, sessionIn(inner));
    const isOpen = settlePress(inner, this.conversation.parts);
    const rest = isOpen ? await takeBack(this.conversation, this.commands, inner) : 'nothing';
    if (rest === 'nothing') return Dialog.EndOfTurn;
    const answers = rest === 'any text';
    const comesBack = await this.comesBack(context);
    if (textOf(context) === '') {
      await context.sendActivity(this.conversation.parts.knowledge.phrases.emptyMessage);
      return Dialog.EndOfTurn;
    }
    const whole = await this.conversation.recognize(context);
    if (whole.safety !== undefined && !(await this.care(context, whole))) return Dialog.EndOfTurn;

    const recognition = await this.conversation.recognize(context);
    const action = this.actionIn(recognition);
    if (answers) await this.clearForAnswer(inner, action, recognition);
    if (action !== undefined && !(answers && (await this.isAnswer(inner, action, recognition)))) {
      await this.replyBeside(context, recognition);
      await this.commands.carryOut(inner, action);
    } else if (comesBack && (await this.welcomeBack(inner, recognition))) {
      return Dialog.EndOfTurn;
    } else if (inner.activeDialog && !answers) {
      await this.answerBeside(inner);
    } else if (inner.activeDialog) {
      const result = (await inner.continueDialog()) as DialogTurnResult<Outcome | undefined>;
      await this.follow(inner, result.result ?? { next: 'nothing' });
    } else if (!(await beginFromTold(this.conversation, this.commands, inner, recognition))) {
      await this.follow(inner, await this.conversation.reply(context));
    }
    return Dialog.EndOfTurn;
  }

  /** Answers a text that was not said to what is open: that stands as it was, and is put again. */
  private async answerBeside(inner: DialogContext): Promise<void> {
    const outcome = await this.conversation.reply(inner.context);
    if (outcome.next === 'clarify' || !isAdvising(inner)) await this.follow(inner, outcome);
    else await withoutMenu(inner).repromptDialog();
  }

  /** An answer to our question is one also while a "did you mean" or a menu stands above it, where it is no pick of that. */
  private async clearForAnswer(
    inner: DialogContext,
    action: Action | undefined,
    recognition: Recognition,
  ): Promise<void> {
    const above = inner.activeDialog;
    if (!isAdvising(inner) || above?.id === AdviceDialog.id) return;
    if (!above || (await this.isAnswer(inner, action, recognition))) return;
    inner.stack.pop();
    if (!(await this.isAnswer(inner, action, recognition))) inner.stack.push(above);
  }

  /** Whether the person was away for long; notes that they are here. */
  private async comesBack(context: TurnContext): Promise<boolean> {
    const { lastMessageAt, now } = this.conversation.parts;
    const last = await lastMessageAt.get(context);
    await lastMessageAt.set(context, now());
    return last !== undefined && now() - last >= COMES_BACK_AFTER;
  }

  /**
   * Offers to go on where there is something to go on with: to a person who says hello, and beside the answer to one who
   * asks something while a question of ours stands open. An answer to that question needs no offer.
   * @returns whether the message is dealt with
   */
  private async welcomeBack(inner: DialogContext, recognition: Recognition): Promise<boolean> {
    const { context } = inner;
    const advising = isAdvising(inner);
    const items = menuItems(await this.conversation.kept(context), advising);
    if (items.length < 2 || (await this.isAnswer(inner, undefined, recognition))) return false;
    const decisions = this.conversation.decide(recognition);
    const greets = decisions.every((decision) => decision.kind === 'chat' && decision.id === GREETING);
    const asks = advising && decisions.every(({ kind }) => kind === 'answer' || kind === 'uncovered');
    if (!greets && !asks) return false;
    if (asks) await this.conversation.reply(context);
    else this.conversation.parts.report(context, reportOf(recognition.readings, decisions));
    await withoutMenu(inner).beginDialog(MenuDialog.id, { phrase: 'welcomeBack', items });
    return true;
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

  private async isAnswer(
    inner: DialogContext,
    action: Action | undefined,
    recognition: Recognition,
  ): Promise<boolean> {
    const id = inner.activeDialog?.id;
    if (id === ClarifyDialog.id) return this.clarify.isAnswer(inner);
    if (id === MenuDialog.id) return this.menu.isAnswer(inner);
    return id === AdviceDialog.id && this.advice.isAnswer(inner, action, recognition);
  }

  private async follow(inner: DialogContext, outcome: Outcome): Promise<void> {
    switch (outcome.next) {
      case 'clarify':
        await inner.beginDialog(ClarifyDialog.id, outcome);
        return;
      case 'advise':
        if (!isAdvising(inner)) await this.commands.start(inner, false);
        return;
      case 'go-on':
      case 'result':
      case 'restart':
      case 'change':
        return this.commands.follow(inner, outcome);
      case 'goodbye':
      case 'nothing':
        return;
    }
  }
}
