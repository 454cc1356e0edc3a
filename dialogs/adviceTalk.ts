// What the guided advice says: its questions, what it understood, the result, a summary to keep, how the answers led there.
import type { Activity, TurnContext } from 'botbuilder';
import { progressOf, type AdviceSession } from '../src/domain/advice';
import type { Statement } from '../src/domain/adviceReading';
import { talkKey } from '../src/domain/conversationKey';
import { phrase } from '../src/domain/phrases';
import type { OpenCard } from '../src/domain/press';
import { optionOf, questionOf, stageOf, type Question } from '../src/domain/questionnaire';
import { presentSourced } from '../src/presenters/answer';
import { channelIn } from '../src/presenters/channel';
import { presentChoice } from '../src/presenters/choices';
import { linkTo } from '../src/presenters/markdown';
import { explanationText, presentResult, resultText } from '../src/presenters/recommendation';
import { resultDocument } from '../src/presenters/resultDocument';
import { dayOf, figureOf, saidOf } from '../src/presenters/wording';
import { cardIdOf, type AdviceState } from './adviceState';
import type { DialogParts } from './dialogParts';

export class AdviceTalk {
  constructor(private readonly parts: DialogParts) {}

  /** Puts the question again with the answer so far where that is to be changed. @returns what it stands on */
  async question(context: TurnContext, question: Question, state: AdviceState): Promise<OpenCard> {
    const { session, changing } = state;
    const before = changing === undefined ? this.progress(session) : this.answeredBefore(session, question);
    const card = { id: cardIdOf(state, question), question: `${before} ${question.text}`.trim() };
    await context.sendActivity(presentChoice(card, question, channelIn(context)));
    return card;
  }

  /** Introduces the stage of a question, once. @returns the stages that are told by then */
  async stageOf(context: TurnContext, { id }: Question, told: readonly string[]): Promise<readonly string[]> {
    const { knowledge } = this.parts;
    const stage = stageOf(knowledge.questionnaire, id);
    if (!stage || told.includes(stage.id)) return told;
    await context.sendActivity(this.sourced(context, stage.intro, stage.facts));
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
      await context.sendActivity(this.sourced(context, beside, facts));
    }
  }

  async result(context: TurnContext, session: AdviceSession): Promise<void> {
    await context.sendActivity(presentResult(this.parts.knowledge, session, channelIn(context)));
  }

  /** The whole result as text, then a link to it as a page, where the bot has an address that people can open. */
  async summary(context: TurnContext, session: AdviceSession): Promise<void> {
    const { knowledge, pages } = this.parts;
    await context.sendActivity(resultText(knowledge, session, channelIn(context)));
    const page = await pages?.publish(talkKey(context.activity), resultDocument(knowledge, session));
    if (!page) return;
    const date = dayOf(page.expires);
    const url = channelIn(context).links ? linkTo(page.url, page.url) : page.url;
    await context.sendActivity(phrase(knowledge.phrases, 'resultLink', { url, date }));
  }

  async explanation(context: TurnContext, session: AdviceSession): Promise<void> {
    await context.sendActivity(explanationText(this.parts.knowledge, session, channelIn(context)));
  }

  private sourced(context: TurnContext, text: string, ids: readonly string[]): Partial<Activity> {
    const { knowledge } = this.parts;
    const facts = ids.flatMap((id) => knowledge.facts.get(id) ?? []);
    return presentSourced(knowledge, text, facts, channelIn(context));
  }

  private progress(session: AdviceSession): string {
    const { phrases, questionnaire } = this.parts.knowledge;
    return phrase(phrases, 'progress', progressOf(questionnaire, session));
  }

  private answeredBefore({ answered }: AdviceSession, { id }: Question): string {
    const { knowledge } = this.parts;
    const before = answered.find(({ question }) => question === id);
    const answer = before && saidOf(knowledge, before);
    return answer ? phrase(knowledge.phrases, 'changeNow', { answer }) : '';
  }
}
