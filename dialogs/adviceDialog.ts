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
import { questionsOf, stageOf, type AnswerReading, type Question } from '../src/domain/questionnaire';
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
  /** `seen` of the open question: an author may change it before the answer comes. Earlier releases did not keep it. */
  readonly asked?: string;
}

const NEW_STATE: AdviceState = { session: NEW_SESSION, told: [] };

/** A question as far as "2" or "the last one" depends on it. */
const seen = ({ id, options }: Question): string => [id, ...options.map(({ label }) => label)].join('\n');

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
    const question = this.openQuestion(dc.activeDialog!);
    if (!question) return this.passOver(dc, session);

    const { asks } = await this.conversation.recognize(dc.context);
    const reading = await this.readAnswer(dc.context, question);
    if (reading?.kind === 'why') {
      this.report(dc.context);
      await dc.context.sendActivity(question.why);
      return this.ask(dc.context, dc.activeDialog!);
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
    return this.ask(dc.context, dc.activeDialog!);
  }

  /** A "did you mean" above has ended: the question stands again. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.ask(dc.context, dc.activeDialog!);
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.ask(context, instance);
  }

  /** Whether the message answers the open question ("skip" and "why" among it), and so is no command. */
  async isAnswer(dc: DialogContext, { asks, readings }: Recognition): Promise<boolean> {
    const question = this.openQuestion(dc.activeDialog!);
    const reading = question && (await this.readAnswer(dc.context, question));
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
    return this.ask(dc.context, dc.activeDialog!);
  }

  private async readAnswer(context: TurnContext, question: Question): Promise<AnswerReading | undefined> {
    return this.conversation.parts.recognizer.readAnswer(question, textOf(context));
  }

  /** The question that the person saw; undefined where an author has since taken it out or changed its options. */
  private openQuestion(instance: DialogInstance): Question | undefined {
    const { session, asked } = stateOf(instance);
    const { questionnaire } = this.conversation.parts.knowledge;
    if (asked === undefined) return nextQuestion(questionnaire, session);
    return questionsOf(questionnaire).find((question) => seen(question) === asked);
  }

  /** What the person said was to a question that is no more, so it is no answer: the next question is put, if any is left. */
  private async passOver(dc: DialogContext, session: AdviceSession): Promise<DialogTurnResult> {
    const decisions = this.conversation.decide(await this.conversation.recognize(dc.context));
    const isUnderstood = decisions.some(({ kind }) => kind !== 'fallback' && kind !== 'clarify');
    if (isUnderstood) await this.conversation.reply(dc.context);
    else this.report(dc.context);
    return this.goOn(dc, session);
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
    return this.ask(dc.context, dc.activeDialog!);
  }

  private async ask(context: TurnContext, instance: DialogInstance): Promise<DialogTurnResult> {
    const { knowledge } = this.conversation.parts;
    const { session, told } = stateOf(instance);
    const question = nextQuestion(knowledge.questionnaire, session);
    if (question) {
      instance.state = { session, told, asked: seen(question) } satisfies AdviceState;
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
