// The name of the advisor, and the two ways out: a new chat, which asks first, and closing.
import React, { useRef } from 'react';
import type { ChatWords } from '../../domain/widgetWords';
import { Icon } from './icon';

/** Of the element that names the advisor. */
export const NAME_ID = 'name';

interface HeaderProps {
  readonly name: string;
  readonly words: ChatWords;
  readonly onNew: () => void;
  /** Absent where there is nothing to go back to. */
  readonly onClose?: () => void;
}

export function Header({ name, words, onNew, onClose }: HeaderProps): React.ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const start = (): void => {
    dialog.current?.close();
    onNew();
  };
  return (
    <header className="header">
      <h1 id={NAME_ID}>{name}</h1>
      <button
        type="button"
        aria-label={words.newChat}
        title={words.newChat}
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="new" />
      </button>
      {onClose && (
        <button type="button" aria-label={words.close} title={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
      <dialog
        ref={dialog}
        className="confirm"
        aria-labelledby="new-chat-question"
        aria-describedby="new-chat-text"
      >
        <h2 id="new-chat-question">{words.newChatQuestion}</h2>
        <p id="new-chat-text">{words.newChatText}</p>
        <button type="button" className="yes" onClick={start}>
          {words.newChatYes}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.newChatNo}
        </button>
      </dialog>
    </header>
  );
}
