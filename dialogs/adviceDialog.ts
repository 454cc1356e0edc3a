// The guided advice: asks one question after the other, answers what is asked in between, and ends with a recommendation.
import { Dialog, type DialogInstance, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { TurnContext } from 'botbuilder';
import {
  answersOf,
  NEW_SESSION,
  nextQuestion,
  progressOf,
  withAnswer,
  withoutLast,
  type AdviceSession,
} from '../src/domain/advice';
import { phrase } from '../src/domain/phrases';
import { stageOf, type AnswerReading, type Question } from '../src/domain/questionnaire';
import type { Recognition } from '../src/domain/recognition';
import { recommend } from '../src/domain/recommendation';
import { sourceLine } from '../src/presenters/answer';
import { channelOf } from '../src/presenters/channel';
import { presentQuestion } from '../src/presenters/choices';
import { presentRecommendation } from '../src/presenters/recommendation';
import { ClarifyDialog } from './clarifyDialog';
import { textOf, type Conversation } from './conversation';

/** From this confidence on (0..1) a message is a command though it holds an option's words. */
const CERTAIN = 0.98;

interface AdviceState {
  readonly session: AdviceSession;
  /** Stages whose introduction was told; going back does not tell it again. */
  readonly told: readonly string[];
}

const NEW_STATE: AdviceState = { session: NEW_SESSION, told: [] };

const stateOf = (instance: DialogInstance): AdviceState => instance.state as AdviceState;

export class AdviceDialog extends Dialog {
  static readonly id = 'advice';

  constructor(private readonly conversation: Conversation) {
    super(AdviceDialog.id);
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    dc.activeDialog!.state = NEW_STATE;
    return this.goOn(dc, NEW_SESSION);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { session } = stateOf(dc.activeDialog!);
    const { knowledge } = this.conversation.parts;
    const question = nextQuestion(knowledge.questionnaire, session);
    // An author took questions out while this session slept: what is known is enough to conclude.
    if (!question) return this.conclude(dc, session);

    const { asks } = await this.conversation.recognize(dc.context);
    const reading = this.readAnswer(dc.context, question);
    if (reading?.kind === 'why') {
      this.report(dc.context);
      await dc.context.sendActivity(question.why);
      return this.ask(dc.context, session);
    }
    if (reading?.kind === 'option' && (reading.exact || !asks)) {
      this.report(dc.context);
      if (!reading.exact) {
        await dc.context.sendActivity(phrase(knowledge.phrases, 'noted', { answer: reading.option.label }));
      }
      return this.goOn(dc, withAnswer(session, question.id, reading.option.id));
    }
    if (reading?.kind === 'skip') {
      this.report(dc.context);
      await dc.context.sendActivity(knowledge.phrases.skipped);
      return this.goOn(dc, withAnswer(session, question.id));
    }
    const outcome = await this.conversation.reply(
      dc.context,
      asks ? undefined : knowledge.phrases.notAnOption,
    );
    if (outcome.next === 'clarify') return dc.beginDialog(ClarifyDialog.id, { offers: outcome.offers });
    return this.ask(dc.context, session);
  }

  /** A "did you mean" above has ended: the question stands again. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.ask(dc.context, stateOf(dc.activeDialog!).session);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.ask(context, stateOf(instance).session);
  }

  /** Whether the message answers the open question ("skip" and "why" among it), and so is no command. */
  isAnswer(dc: DialogContext, { asks, readings }: Recognition): boolean {
    const question = nextQuestion(
      this.conversation.parts.knowledge.questionnaire,
      stateOf(dc.activeDialog!).session,
    );
    const reading = question && this.readAnswer(dc.context, question);
    if (reading?.kind !== 'option' || reading.exact) return reading !== undefined;
    // "Not too long, please" holds an answer and sounds like "stop": only a command in so many words goes before it.
    return !asks && (readings[0]?.matches[0]?.confidence ?? 0) < CERTAIN;
  }

  /** Takes the last answer back and asks its question again. */
  async back(dc: DialogContext): Promise<DialogTurnResult> {
    const { session, told } = stateOf(dc.activeDialog!);
    const { phrases } = this.conversation.parts.knowledge;
    if (session.answered.length === 0) await dc.context.sendActivity(phrases.firstQuestionAlready);
    else await this.conversation.chat(dc.context, 'advice.back');
    dc.activeDialog!.state = { session: withoutLast(session), told } satisfies AdviceState;
    return this.ask(dc.context, withoutLast(session));
  }

  private readAnswer(context: TurnContext, question: Question): AnswerReading | undefined {
    const { recognizer, knowledge } = this.conversation.parts;
    return recognizer.readAnswer(knowledge.questionnaire, question, textOf(context));
  }

  /** Keeps the session and puts the next question, with the stage's introduction where the stage is new. */
  private async goOn(dc: DialogContext, session: AdviceSession): Promise<DialogTurnResult> {
    const { knowledge } = this.conversation.parts;
    const question = nextQuestion(knowledge.questionnaire, session);
    if (!question) return this.conclude(dc, session);
    const { told } = stateOf(dc.activeDialog!);
    const stage = stageOf(knowledge.questionnaire, question.id);
    const isNew = stage !== undefined && !told.includes(stage.id);
    dc.activeDialog!.state = { session, told: isNew ? [...told, stage.id] : told } satisfies AdviceState;
    if (isNew) {
      const facts = stage.facts.flatMap((id) => knowledge.facts.get(id) ?? []);
      const sources = sourceLine(knowledge, facts, channelOf(dc.context.activity.channelId));
      await dc.context.sendActivity(`${stage.intro}\n\n${sources}`);
    }
    return this.ask(dc.context, session);
  }

  private async ask(context: TurnContext, session: AdviceSession): Promise<DialogTurnResult> {
    const { knowledge } = this.conversation.parts;
    const question = nextQuestion(knowledge.questionnaire, session);
    if (question) {
      const progress = progressOf(knowledge.questionnaire, session);
      await context.sendActivity(
        presentQuestion(knowledge, question, progress, channelOf(context.activity.channelId)),
      );
    }
    return Dialog.EndOfTurn;
  }

  private async conclude(dc: DialogContext, session: AdviceSession): Promise<DialogTurnResult> {
    const { knowledge } = this.conversation.parts;
    const recommendation = recommend(knowledge.questionnaire, knowledge.roles, answersOf(session));
    await dc.context.sendActivity(presentRecommendation(knowledge, recommendation));
    return dc.endDialog();
  }

  /** An answer is neither question nor small talk: it goes on with the command that began the advice. */
  private report(context: TurnContext): void {
    this.conversation.parts.report(context, {
      decision: 'command',
      intents: [],
      confidence: 1,
      candidates: [],
    });
  }
}
