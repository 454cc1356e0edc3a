// "Did you mean ...?": offers at most three questions; anything that is not a pick is answered as what it is.
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { FaqId } from '../src/domain/faq';
import type { Choosable, OptionId } from '../src/domain/questionnaire';
import type { OpenCard } from '../src/domain/press';
import { channelIn } from '../src/presenters/channel';
import { presentOffers } from '../src/presenters/choices';
import type { Conversation } from './conversation';
import { textOf } from './dialogParts';
import type { Offered } from './outcome';
import { keepUnanswered } from './unanswered';

interface ClarifyState extends Offered {
  readonly card: OpenCard;
}

const NONE = 'none' as OptionId;

export class ClarifyDialog extends Dialog<Offered> {
  static readonly id = 'clarify';

  constructor(private readonly conversation: Conversation) {
    super(ClarifyDialog.id);
  }

  override async beginDialog(dc: DialogContext, options?: Offered): Promise<DialogTurnResult> {
    const { offers, asked }: Offered = options ?? { offers: [] };
    const { knowledge } = this.conversation.parts;
    const card = { id: `${dc.context.activity.id}/offers`, question: knowledge.phrases.clarify };
    dc.activeDialog!.state = { offers, card, ...(asked && { asked }) } satisfies ClarifyState;
    await dc.context.sendActivity(presentOffers(knowledge, offers, card, channelIn(dc.context)));
    return Dialog.EndOfTurn;
  }

  /** Ends with what is left to do, for the dialog below or the root to follow. */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { knowledge, report } = this.conversation.parts;
    const picked = await this.pickedIn(dc);
    if (picked) {
      const id = picked as string as FaqId;
      // An author may have taken the entry out since it was offered; it then counts as none of these.
      if (knowledge.entries.has(id)) return dc.endDialog(await this.conversation.answer(dc.context, id));
      await this.leadsNowhere(dc);
      await dc.context.sendActivity(knowledge.phrases.clarifyDismissed);
      report(dc.context, { decision: 'fallback', intents: [], confidence: 1, candidates: [] });
      return dc.endDialog();
    }
    await this.leadsNowhere(dc);
    const outcome = await this.conversation.reply(dc.context);
    return outcome.next === 'clarify'
      ? dc.replaceDialog(ClarifyDialog.id, outcome satisfies Offered)
      : dc.endDialog(outcome);
  }

  /** Whether the message picks one of the offers, or none of them, and so is no command ("the second one"). */
  async isAnswer(dc: DialogContext): Promise<boolean> {
    return (await this.pickedIn(dc)) !== undefined;
  }

  private leadsNowhere({ context, activeDialog }: DialogContext): Promise<void> {
    const { asked } = activeDialog!.state as ClarifyState;
    return keepUnanswered(this.conversation.parts, context, asked);
  }

  private async pickedIn(dc: DialogContext): Promise<OptionId | undefined> {
    const { offers } = dc.activeDialog!.state as ClarifyState;
    const { recognizer } = this.conversation.parts;
    const reading = await recognizer.readAnswer(this.choices(offers), textOf(dc.context));
    return reading?.kind === 'option' && reading.in === 'message' ? reading.option : undefined;
  }

  /** The offers as options, so that "2", "the first" and a role's name pick one as they do in the guided advice. */
  private choices(offers: readonly FaqId[]): Choosable {
    const { knowledge } = this.conversation.parts;
    const entries = offers.map((id) => knowledge.entries.get(id));
    const options = offers.map((id, at) => {
      const role = knowledge.roles.find((each) => each.id === entries[at]?.role);
      const isOnly = entries.filter((entry) => entry?.role === role?.id).length === 1;
      return {
        id: id as string as OptionId,
        label: entries[at]?.question ?? id,
        synonyms: isOnly && role ? role.synonyms : [],
      };
    });
    const none = {
      id: NONE,
      label: knowledge.phrases.clarifyNone,
      synonyms: ['none', 'neither', 'no'],
    };
    return { options: [...options, none] };
  }
}
