// What every dialog needs to answer free text: recognise it, decide, say it, and remember what it was about.
import type { TurnContext } from 'botbuilder';
import type { AdviceSession } from '../src/domain/advice';
import { NOTHING_KEPT, type AdviceMemory } from '../src/domain/adviceMemory';
import { advance, NO_CONTEXT } from '../src/domain/conversationContext';
import { decide, FORGET, MORE, PRIVACY, SOURCES, type Decision } from '../src/domain/decision';
import type { ChatId, CommandId, FaqId } from '../src/domain/faq';
import { MOST_RATED } from '../src/domain/feedback';
import { hear, type Heard } from '../src/domain/hearing';
import { phrase } from '../src/domain/phrases';
import type { Question } from '../src/domain/questionnaire';
import type { Recognition } from '../src/domain/recognition';
import { reportOf } from '../src/domain/turnReport';
import { presentAnswer, titleOf } from '../src/presenters/answer';
import { channelIn } from '../src/presenters/channel';
import { presentMore, presentSources } from '../src/presenters/lastAnswer';
import { textOf, type DialogParts } from './dialogParts';
import { sayHoldings } from './holdings';
import { outcomeOf, type Outcome } from './outcome';
import { noteUnanswered } from './unanswered';

const RECOGNITION = Symbol('recognition');

/** The guided advice that is under way. */
const ADVICE = Symbol('advice');

export class Conversation {
  constructor(readonly parts: DialogParts) {}

  /** Recognises the message once a turn, however many dialogs ask. */
  async recognize(context: TurnContext): Promise<Recognition> {
    const known = this.recognized(context);
    if (known) return known;
    const before = await this.parts.conversationContext.get(context, NO_CONTEXT);
    const recognition = await this.parts.recognizer.recognize(textOf(context), before);
    this.see(context, recognition);
    return recognition;
  }

  /** Undefined where nothing has asked for it in this turn. */
  recognized(context: TurnContext): Recognition | undefined {
    return context.turnState.get<Recognition>(RECOGNITION);
  }

  /** The rest of the turn sees the message as this. */
  see(context: TurnContext, recognition: Recognition): void {
    context.turnState.set(RECOGNITION, recognition);
  }

  /** Told at the start of a turn which advice is under way. */
  seeAdvice(context: TurnContext, session: AdviceSession | undefined): void {
    context.turnState.set(ADVICE, session);
  }

  /** What the message is to the open question of the guided advice. */
  async hear(context: TurnContext, session: AdviceSession, question: Question): Promise<Heard> {
    const { knowledge, recognizer } = this.parts;
    const reading = await recognizer.readAdvice(question, textOf(context));
    // What was talked about before makes no question of what is told: "I have a GED" is one only where its own words ask.
    const recognition = reading.asks
      ? await this.recognize(context)
      : await recognizer.recognize(textOf(context), NO_CONTEXT);
    const decisions = this.decide(recognition);
    return hear(knowledge.questionnaire, session, question, reading, decisions);
  }

  decide(recognition: Recognition): Decision[] {
    return recognition.readings.map((reading) => decide(reading, this.parts.recognizer.thresholds));
  }

  /**
   * Answers free text and tells what is left to do.
   * @param fallback said where the message is not understood, in place of the general "I don't know"
   */
  async reply(context: TurnContext, fallback?: string): Promise<Outcome> {
    const recognition = await this.recognize(context);
    const decisions = this.decide(recognition);
    for (const decision of decisions) await this.act(context, decision, fallback);
    await this.remember(context, decisions);
    this.parts.report(context, reportOf(recognition.readings, decisions));
    const outcome = outcomeOf(decisions);
    // What is said to a question of the advice, and has not the form of a question, is none.
    if (fallback !== undefined) return outcome;
    return noteUnanswered(this.parts, context, recognition, decisions, outcome);
  }

  /** Answers free text where there is an answer to it, and lets it pass where there is none. */
  async replyIfUnderstood(context: TurnContext): Promise<void> {
    const decisions = this.decide(await this.recognize(context));
    if (decisions.some(({ kind }) => kind !== 'fallback' && kind !== 'clarify')) await this.reply(context);
    else this.reportCommand(context);
  }

  /** Answers an entry that the person picked from a "did you mean". */
  async answer(context: TurnContext, id: FaqId): Promise<Outcome> {
    const entry = this.parts.knowledge.entries.get(id);
    if (!entry) return { next: 'nothing' };
    const match = { topic: entry.topic, role: entry.role, ids: [id], confidence: 1 };
    const decision: Decision = { kind: 'answer', ids: [id], match };
    await this.act(context, decision);
    await this.remember(context, [decision]);
    this.parts.report(context, reportOf([{ text: '', matches: [match] }], [decision]));
    return outcomeOf([decision]);
  }

  /** Says the line of a chat entry or command. */
  async chat(context: TurnContext, id: ChatId): Promise<void> {
    await context.sendActivity(this.parts.knowledge.chat.get(id)?.answer ?? '');
  }

  /**
   * An answer or a pick is neither question nor small talk: it goes on with the command that began the advice.
   * @param ids of the command, where the message came to one
   */
  reportCommand(context: TurnContext, ...ids: readonly CommandId[]): void {
    this.parts.report(context, { decision: 'command', intents: ids, confidence: 1, candidates: [] });
  }

  async kept(context: TurnContext): Promise<AdviceMemory> {
    return this.parts.adviceMemory.get(context, NOTHING_KEPT);
  }

  /** What is given replaces all that was kept before, but a paused session leaves the last result in place. */
  async keep(context: TurnContext, memory: AdviceMemory): Promise<void> {
    const { finished } = await this.kept(context);
    await this.parts.adviceMemory.set(context, { finished, ...memory });
  }

  private async act(context: TurnContext, decision: Decision, fallback?: string): Promise<void> {
    const { knowledge } = this.parts;
    switch (decision.kind) {
      case 'answer':
        return this.sayAnswer(context, decision.ids);
      case 'chat':
        return this.smallTalk(context, decision.id);
      case 'uncovered':
        await context.sendActivity(
          phrase(knowledge.phrases, 'uncovered', { role: titleOf(knowledge, decision.role) }),
        );
        return;
      case 'fallback':
        await context.sendActivity(
          knowledge.background.find(({ id }) => id === decision.background)?.reply ??
            fallback ??
            knowledge.phrases.fallback,
        );
        return;
      // The caller begins the dialog that asks back; the root dialog carries out commands, and forgetting.
      case 'clarify':
      case 'command':
        return;
    }
  }

  /** Forgetting is carried out by the root dialog, and said there. */
  private async smallTalk(context: TurnContext, id: ChatId): Promise<void> {
    const { knowledge, conversationContext } = this.parts;
    if (id === FORGET) return;
    if (id === PRIVACY) return sayHoldings(this.parts, context, context.turnState.get(ADVICE));
    if (id !== MORE && id !== SOURCES) return this.chat(context, id);
    const { answered = [] } = await conversationContext.get(context, NO_CONTEXT);
    const present = id === MORE ? presentMore : presentSources;
    await context.sendActivity(present(knowledge, answered, channelIn(context)));
  }

  private async sayAnswer(context: TurnContext, intents: readonly FaqId[]): Promise<void> {
    const channel = channelIn(context);
    const { knowledge, ratedMessages } = this.parts;
    const [sent] = await context.sendActivities(presentAnswer(knowledge, intents, channel));
    if (!channel.feedback || !sent?.id) return;
    const rated = await ratedMessages.get(context, []);
    await ratedMessages.set(context, [...rated, { id: sent.id, intents }].slice(-MOST_RATED));
  }

  private async remember(context: TurnContext, decisions: readonly Decision[]): Promise<void> {
    const { conversationContext } = this.parts;
    const before = await conversationContext.get(context, NO_CONTEXT);
    const after = advance(before, decisions);
    const { id } = context.activity;
    await conversationContext.set(context, after === before || !id ? after : { ...after, message: id });
  }
}
