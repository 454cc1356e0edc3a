// What the guided advice says: its questions, what it understood, the result, a summary to keep, how the answers led there.
import type { TurnContext } from 'botbuilder';
import { progressOf, type AdviceSession } from '../src/domain/advice';
import type { Statement } from '../src/domain/adviceReading';
import { conversationKey } from '../src/domain/conversationKey';
import { phrase } from '../src/domain/phrases';
import { optionOf, questionOf, stageOf, type Question } from '../src/domain/questionnaire';
import { sourceLine } from '../src/presenters/answer';
import { channelOf, type Channel } from '../src/presenters/channel';
import { presentChoice, presentQuestion } from '../src/presenters/choices';
import { linkTo } from '../src/presenters/markdown';
import { explanationText, presentResult, resultText } from '../src/presenters/recommendation';
import { resultDocument } from '../src/presenters/resultDocument';
import { dayOf, figureOf, saidOf } from '../src/presenters/wording';
import type { DialogParts } from './conversation';

const channelIn = ({ activity }: TurnContext): Channel => channelOf(activity.channelId);

export class AdviceTalk {
  constructor(private readonly parts: DialogParts) {}

  /** @param isAgain it was answered before, and the answer is to be changed */
  async question(
    context: TurnContext,
    question: Question,
    session: AdviceSession,
    isAgain: boolean,
  ): Promise<void> {
    const { knowledge } = this.parts;
    const before = session.answered.find((answered) => answered.question === question.id);
    const channel = channelIn(context);
    if (isAgain) {
      const answer = before ? saidOf(knowledge, before) : '';
      const now = answer ? phrase(knowledge.phrases, 'changeNow', { answer }) : '';
      await context.sendActivity(presentChoice(`${now} ${question.text}`.trim(), question, channel));
      return;
    }
    const progress = progressOf(knowledge.questionnaire, session);
    await context.sendActivity(presentQuestion(knowledge, question, progress, channel));
  }

  /** Introduces the stage of a question, once. @returns the stages that are told by then */
  async stageOf(context: TurnContext, { id }: Question, told: readonly string[]): Promise<readonly string[]> {
    const { knowledge } = this.parts;
    const stage = stageOf(knowledge.questionnaire, id);
    if (!stage || told.includes(stage.id)) return told;
    await context.sendActivity(`${stage.intro}\n\n${this.sources(context, stage.facts)}`);
    return [...told, stage.id];
  }

  /**
   * Says what was understood, and puts figures beside the person's own where the author has some.
   * @param saysIt false where the person chose in so many words, and need not hear it again
   */
  async noted(context: TurnContext, statements: readonly Statement[], saysIt: boolean): Promise<void> {
    const { knowledge } = this.parts;
    const answers = statements.map((statement) => saidOf(knowledge, statement)).join('; ');
    if (saysIt && answers) await context.sendActivity(phrase(knowledge.phrases, 'noted', { answers }));
    for (const { question, option, amount } of statements) {
      const asked = questionOf(knowledge.questionnaire, question);
      const chosen = asked && optionOf(asked, option);
      if (!asked?.beside || !chosen?.range) continue;
      const { text, facts } = asked.beside;
      const beside = text.replaceAll('{answer}', figureOf(chosen, amount));
      await context.sendActivity(`${beside}\n\n${this.sources(context, facts)}`);
    }
  }

  async result(context: TurnContext, session: AdviceSession): Promise<void> {
    await context.sendActivity(presentResult(this.parts.knowledge, session, channelIn(context)));
  }

  /** The whole result as text, then a link to it as a page, where the bot has an address that people can open. */
  async summary(context: TurnContext, session: AdviceSession): Promise<void> {
    const { knowledge, pages } = this.parts;
    await context.sendActivity(resultText(knowledge, session, channelIn(context)));
    const page = await pages?.publish(conversationKey(context.activity), resultDocument(knowledge, session));
    if (!page) return;
    const date = dayOf(page.expires);
    const url = channelIn(context).links ? linkTo(page.url, page.url) : page.url;
    await context.sendActivity(phrase(knowledge.phrases, 'resultLink', { url, date }));
  }

  async explanation(context: TurnContext, session: AdviceSession): Promise<void> {
    await context.sendActivity(explanationText(this.parts.knowledge, session, channelIn(context)));
  }

  private sources(context: TurnContext, ids: readonly string[]): string {
    const { knowledge } = this.parts;
    const facts = ids.flatMap((id) => knowledge.facts.get(id) ?? []);
    return sourceLine(knowledge, facts, channelIn(context));
  }
}
