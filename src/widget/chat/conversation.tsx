// Web Chat, put together from its parts around a text box of our own.
import { Components, createStore } from 'botframework-webchat';
import React, { useMemo } from 'react';
import type { ChatWords } from '../../domain/widgetWords';
import type { Connection } from './connection';
import { Connectivity } from './connectivity';
import { NAME_ID } from './header';
import { HostEvents } from './hostEvents';
import type { Host } from './host';
import type { Keeper } from './keepsake';
import { NewestInSight } from './newestInSight';
import type { Palette } from './palette';
import { TextBox } from './textBox';
import { cardHostConfig, SEND_TIMEOUT, webChatStyle } from './webChatStyle';

const { BasicTranscript, Composer, SuggestedActions } = Components;
/** It is JavaScript without types. */
const BasicToaster = Components.BasicToaster as unknown as React.ComponentType;

interface ConversationProps {
  readonly base: string;
  readonly connection: Connection;
  readonly greeting?: string;
  readonly host: Host;
  readonly keeper: Keeper;
  readonly language: string;
  readonly nonce: string;
  readonly palette: Palette;
  readonly words: ChatWords;
}

export function Conversation(props: ConversationProps): React.ReactElement {
  const { base, connection, greeting, host, keeper, language, nonce, palette, words } = props;
  // What waits for the answer asks the store, and what shows the failure asks the style.
  const store = useMemo(() => createStore({ sendTimeout: SEND_TIMEOUT }), []);
  const styleOptions = useMemo(() => webChatStyle(palette), [palette]);
  const adaptiveCardsHostConfig = useMemo(() => cardHostConfig(palette), [palette]);
  return (
    <Composer
      directLine={connection.directLine}
      store={store}
      locale={language}
      nonce={nonce}
      styleOptions={styleOptions}
      adaptiveCardsHostConfig={adaptiveCardsHostConfig}
      suggestedActionsAccessKey={false}
      sendTypingIndicator={false}
    >
      <main className="conversation" aria-labelledby={NAME_ID}>
        {greeting !== undefined && <p className="greeting">{greeting}</p>}
        <BasicToaster />
        <BasicTranscript className="transcript" />
        <Connectivity host={host} state$={connection.state$} words={words} />
        <SuggestedActions />
        <TextBox base={base} words={words} />
        <NewestInSight />
        <HostEvents host={host} keeper={keeper} />
      </main>
    </Composer>
  );
}
