// A short menu: what to do on coming back, or which answer to change. Anything that is not a pick is answered as what it is.
import { Dialog, type DialogTurnResult } from 'botbuilder-dialogs/lib/dialog';
import type { DialogContext } from 'botbuilder-dialogs/lib/dialogContext';
import type { PhraseId } from '../src/domain/phrases';
import type { OpenCard } from '../src/domain/press';
import {
  MENU_IDS,
  questionOf,
  type Choosable,
  type MenuId,
  type OptionId,
  type QuestionId,
} from '../src/domain/questionnaire';
import { channelIn } from '../src/presenters/channel';
import { presentChoice } from '../src/presenters/choices';
import { capitalized } from '../src/presenters/wording';
import { ClarifyDialog } from './clarifyDialog';
import type { Conversation } from './conversation';
import { textOf } from './dialogParts';
import type { Outcome } from './outcome';

export interface MenuOptions {
  /** What is said above the choices. */
  readonly phrase: Extract<PhraseId, 'welcomeBack' | 'keptOpen' | 'keptResult' | 'changeWhich'>;
  readonly items: readonly (MenuId | QuestionId)[];
}

interface MenuState extends MenuOptions {
  readonly card: OpenCard;
}

export class MenuDialog extends Dialog<MenuOptions> {
  static readonly id = 'menu';

  constructor(private readonly conversation: Conversation) {
    super(MenuDialog.id);
  }

  override async beginDialog(dc: DialogContext, options?: MenuOptions): Promise<DialogTurnResult> {
    const menu = options ?? { phrase: 'changeWhich', items: [] };
    const { phrases } = this.conversation.parts.knowledge;
    const card = { id: `${dc.context.activity.id}/menu`, question: phrases[menu.phrase] };
    dc.activeDialog!.state = { ...menu, card } satisfies MenuState;
    await dc.context.sendActivity(presentChoice(card, this.choices(menu), channelIn(dc.context)));
    return Dialog.EndOfTurn;
  }

  /** Ends with what was picked, or what is left to do, for the dialog below or the root to follow. */
  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const picked = await this.pickedIn(dc);
    if (picked === undefined) {
      const outcome = await this.conversation.reply(dc.context);
      return outcome.next === 'clarify' ? dc.replaceDialog(ClarifyDialog.id, outcome) : dc.endDialog(outcome);
    }
    this.conversation.reportCommand(dc.context);
    const isMenuId = (id: string): id is MenuId => (MENU_IDS as readonly string[]).includes(id);
    const outcome: Outcome = isMenuId(picked)
      ? { next: picked }
      : { next: 'change', question: picked as string as QuestionId };
    return dc.endDialog(outcome);
  }

  /** Whether the message picks something, and so is no command. */
  async isAnswer(dc: DialogContext): Promise<boolean> {
    return (await this.pickedIn(dc)) !== undefined;
  }

  private async pickedIn(dc: DialogContext): Promise<OptionId | undefined> {
    const choices = this.choices(dc.activeDialog!.state as MenuOptions);
    const reading = await this.conversation.parts.recognizer.readAnswer(choices, textOf(dc.context));
    return reading?.kind === 'option' && reading.in === 'message' ? reading.option : undefined;
  }

  /** A question goes by its names; one that an author has taken out since is no choice. */
  private choices({ items }: MenuOptions): Choosable {
    const { questionnaire } = this.conversation.parts.knowledge;
    const options = items.flatMap((id) => {
      const item = questionnaire.menu[id as MenuId];
      const names = questionOf(questionnaire, id as QuestionId)?.names;
      if (item) return { id: id as string as OptionId, ...item };
      return names ? { id: id as string as OptionId, label: capitalized(names[0]!), synonyms: names } : [];
    });
    return { options };
  }
}
