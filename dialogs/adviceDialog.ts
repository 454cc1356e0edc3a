// The guided advice: asks one question after the other, answers what is asked in between, and ends with a recommendation.
import type { TurnContext } from 'botbuilder';
import {
  Dialog,
  type DialogInstance,
  type DialogReason,
  type DialogTurnResult,
} from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import {
  NEW_SESSION,
  nextQuestion,
  withoutLast,
  withSkipped,
  withStatements,
  type AdviceSession,
} from '../src/domain/advice';
import type { Statement } from '../src/domain/adviceReading';
import { isDone } from '../src/domain/enough';
import { goesBefore, type Heard } from '../src/domain/hearing';
import type { Phrases } from '../src/domain/phrases';
import type { Question, Questionnaire, QuestionId } from '../src/domain/questionnaire';
import type { Recognition } from '../src/domain/recognition';
import {
  begun,
  dueQuestion,
  movedTo,
  openQuestionOf,
  seen,
  stateOf,
  type AdviceOptions,
  type AdviceState,
} from './adviceState';
import type { AdviceTalk } from './adviceTalk';
import { ClarifyDialog } from './clarifyDialog';
import type { Conversation } from './conversation';
import type { Outcome } from './outcome';

export class AdviceDialog extends Dialog<AdviceOptions> {
  static readonly id = 'advice';
  private readonly questionnaire: Questionnaire;
  private readonly phrases: Phrases;

  constructor(
    private readonly conversation: Conversation,
    private readonly talk: AdviceTalk,
  ) {
    super(AdviceDialog.id);
    ({ questionnaire: this.questionnaire, phrases: this.phrases } = conversation.parts.knowledge);
  }

  override async beginDialog(dc: DialogContext, options: AdviceOptions = {}): Promise<DialogTurnResult> {
    const { session = NEW_SESSION, changing, statements = [] } = options;
    dc.activeDialog!.state = begun(this.questionnaire, session, dc.context.activity.id);
    if (changing !== undefined) return this.change(dc, changing);
    return this.record(dc, statements, true);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { session, changing } = stateOf(dc.activeDialog!);
    const question = openQuestionOf(this.questionnaire, dc.activeDialog!);
    if (!question) {
      // What was said was to a question that is no more, so it is no answer.
      await this.conversation.replyIfUnderstood(dc.context);
      return this.goOn(dc, session);
    }

    const heard = await this.hear(dc, question);
    if (heard.kind !== 'asked' && heard.kind !== 'unclear') this.conversation.reportCommand(dc.context);
    switch (heard.kind) {
      case 'why':
        await dc.context.sendActivity(question.why);
        return this.ask(dc.context, dc.activeDialog!);
      case 'skip':
        if (changing !== undefined) return this.keepAnswer(dc);
        await dc.context.sendActivity(this.phrases.skipped);
        return this.goOn(dc, withSkipped(session, question.id, dc.context.activity.id));
      case 'wrong':
        return this.back(dc);
      case 'told':
        return this.record(dc, heard.statements, !heard.inSoManyWords);
      case 'asked':
        return this.answer(dc, heard.statements);
      case 'unclear':
        return this.answer(dc, [], this.phrases.notAnOption);
    }
  }

  /** A "did you mean" or a menu above has ended: what was picked there is done, and the question stands again. */
  override async resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    outcome?: Outcome,
  ): Promise<DialogTurnResult> {
    if (outcome?.next === 'change') return this.change(dc, outcome.question);
    if (outcome?.next === 'restart') return dc.replaceDialog(AdviceDialog.id);
    const { finished } = await this.conversation.kept(dc.context);
    if (outcome?.next === 'result' && finished) await this.talk.result(dc.context, finished);
    if (outcome?.next === 'goodbye') return Dialog.EndOfTurn;
    const { session, changing } = stateOf(dc.activeDialog!);
    return changing === undefined ? this.goOn(dc, session) : this.ask(dc.context, dc.activeDialog!);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.ask(context, instance);
  }

  /** Whether the message answers the open question, or tells something, and so is not the command that it looks like. */
  async isAnswer(dc: DialogContext, action: string | undefined, recognition: Recognition): Promise<boolean> {
    const due = dueQuestion(this.questionnaire, stateOf(dc.activeDialog!));
    const question = openQuestionOf(this.questionnaire, dc.activeDialog!) ?? due;
    return question !== undefined && goesBefore(await this.hear(dc, question), action, recognition);
  }

  /** Takes the last message that answered anything back and asks again; a question put anew is left as it was. */
  async back(dc: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dc.activeDialog!);
    if (state.changing !== undefined) return this.keepAnswer(dc);
    if (state.session.answered.length === 0) await dc.context.sendActivity(this.phrases.firstQuestionAlready);
    else await this.conversation.chat(dc.context, 'advice.back');
    dc.activeDialog!.state = movedTo(state, withoutLast(state.session));
    return this.ask(dc.context, dc.activeDialog!);
  }

  /** Puts a question again that was answered. */
  async change(dc: DialogContext, changing: QuestionId): Promise<DialogTurnResult> {
    dc.activeDialog!.state = { ...stateOf(dc.activeDialog!), changing } satisfies AdviceState;
    return this.ask(dc.context, dc.activeDialog!);
  }

  /** Adds what the person told, says it back where `saysIt` (it was not chosen in so many words), and goes on. */
  async record(
    dc: DialogContext,
    statements: readonly Statement[],
    saysIt: boolean,
  ): Promise<DialogTurnResult> {
    const { session } = stateOf(dc.activeDialog!);
    await this.talk.noted(dc.context, statements, saysIt);
    return this.goOn(dc, withStatements(session, statements, dc.context.activity.id));
  }

  private hear(dc: DialogContext, question: Question): Promise<Heard> {
    return this.conversation.hear(dc.context, stateOf(dc.activeDialog!).session, question);
  }

  /** Answers what was asked in between, then takes what was told beside it, and goes on where it was. */
  private async answer(
    dc: DialogContext,
    statements: readonly Statement[],
    fallback?: string,
  ): Promise<DialogTurnResult> {
    const outcome = await this.conversation.reply(dc.context, fallback);
    // Who says goodbye is not asked once more.
    if (outcome.next === 'goodbye') return Dialog.EndOfTurn;
    if (outcome.next !== 'clarify' && statements.length === 0) return this.ask(dc.context, dc.activeDialog!);
    if (outcome.next !== 'clarify') return this.record(dc, statements, true);
    const state = stateOf(dc.activeDialog!);
    await this.talk.noted(dc.context, statements, true);
    const session = withStatements(state.session, statements, dc.context.activity.id);
    dc.activeDialog!.state = { ...state, session } satisfies AdviceState;
    return dc.beginDialog(ClarifyDialog.id, outcome);
  }

  /** The question that was put again stays answered as it was; with nothing left to ask, the result stays too. */
  private async keepAnswer(dc: DialogContext): Promise<DialogTurnResult> {
    const state = stateOf(dc.activeDialog!);
    await dc.context.sendActivity(this.phrases.changeKept);
    dc.activeDialog!.state = movedTo(state, state.session);
    return isDone(this.questionnaire, state.session)
      ? dc.endDialog()
      : this.ask(dc.context, dc.activeDialog!);
  }

  /** Keeps the session and puts the next question; where none is left that matters, says what comes of it. */
  private async goOn(dc: DialogContext, session: AdviceSession): Promise<DialogTurnResult> {
    const question = nextQuestion(this.questionnaire, session);
    if (!question || isDone(this.questionnaire, session)) {
      if (question) await dc.context.sendActivity(this.phrases.enough);
      await this.conversation.keep(dc.context, { finished: session });
      await this.talk.result(dc.context, session);
      return dc.endDialog();
    }
    const state = stateOf(dc.activeDialog!);
    const told = await this.talk.stageOf(dc.context, question, state.told);
    dc.activeDialog!.state = { ...movedTo(state, session), told } satisfies AdviceState;
    return this.ask(dc.context, dc.activeDialog!);
  }

  private async ask(context: TurnContext, instance: DialogInstance): Promise<DialogTurnResult> {
    const state = stateOf(instance);
    const question = dueQuestion(this.questionnaire, state);
    if (question) {
      const card = await this.talk.question(context, question, state);
      instance.state = { ...state, asked: seen(question), card } satisfies AdviceState;
    }
    return Dialog.EndOfTurn;
  }
}
