// The chat as a whole: its header, and a conversation that a new one can take the place of.
import React, { useCallback, useEffect, useState } from 'react';
import { fill } from '../../domain/widgetWords';
import type { WidgetPageContent } from '../../domain/widgetPage';
import type { ChatSettings } from '../settings';
import { createConnection, type Connection } from './connection';
import { Conversation } from './conversation';
import { Header } from './header';
import type { Host } from './host';
import type { Keeper } from './keepsake';
import { usePalette } from './usePalette';

interface ChatPageProps {
  readonly content: WidgetPageContent;
  readonly settings: ChatSettings;
  /** Address of the bot without a slash at its end. */
  readonly base: string;
  readonly keeper: Keeper;
  readonly host: Host;
}

export function ChatPage({ content, settings, base, keeper, host }: ChatPageProps): React.ReactElement {
  const { words, language, nonce } = content;
  const { theme, colour, polling } = settings;
  // Anybody can write a link to our page; only where another page shows it do these words come from that page.
  const { name = words.name, greeting } = host.isThere ? settings : {};
  const palette = usePalette(theme, colour);
  /** One for each conversation of this page; `anew` where the person asked for it. */
  const [round, setRound] = useState({ count: 0, anew: false });
  const [connection, setConnection] = useState<Connection>();

  useEffect(() => {
    document.title = fill(words.page, { name });
  }, [name, words]);
  useEffect(() => {
    const opened = createConnection({ base, polling, keeper, anew: round.anew });
    setConnection(opened);
    // Another tab may have begun a new chat; this one goes along.
    const end = keeper.onElsewhere((conversationId) => {
      const own = opened.conversationId();
      if (own !== undefined && own !== conversationId) setRound(next(false));
    });
    return () => {
      end();
      opened.close();
    };
  }, [base, polling, keeper, round]);

  const startAnew = useCallback(() => {
    keeper.write(undefined);
    setRound(next(true));
  }, [keeper]);
  const close = useCallback(() => host.tell({ type: 'close' }), [host]);

  return (
    <>
      <Header name={name} words={words} onNew={startAnew} onClose={host.isThere ? close : undefined} />
      {connection && (
        <Conversation
          key={round.count}
          {...{ base, connection, greeting, host, keeper, language, nonce, palette, words }}
        />
      )}
    </>
  );
}

const next =
  (anew: boolean) =>
  ({ count }: { readonly count: number }) => ({ count: count + 1, anew });
