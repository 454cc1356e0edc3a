// The text box: a combobox that suggests questions, sends on Enter, and knows how long a message may be.
import { hooks } from 'botframework-webchat';
import React, { useEffect, useRef, useState } from 'react';
import { MOST_MESSAGE } from '../../domain/limits';
import { fill, type ChatWords } from '../../domain/widgetWords';
import { Icon } from './icon';
import { useSuggestions } from './useSuggestions';

const NOTHING = -1;
const LIST_ID = 'suggestions';
const optionId = (at: number): string => `suggestion-${at}`;

interface TextBoxProps {
  readonly base: string;
  readonly words: ChatWords;
}

export function TextBox({ base, words }: TextBoxProps): React.ReactElement {
  const sendMessage = hooks.useSendMessage();
  const scrollToEnd = hooks.useScrollToEnd();
  const [text, setText] = hooks.useSendBoxValue();
  const [isTyping, setIsTyping] = useState(false);
  const [picked, setPicked] = useState(NOTHING);
  const questions = useSuggestions(base, isTyping ? text : '');
  const input = useRef<HTMLInputElement>(null);
  const isOpen = questions.length > 0;
  const over = text.length - MOST_MESSAGE;

  hooks.useRegisterFocusSendBox((options) => {
    const box = input.current;
    if (!box) return;
    // Read-only for a moment: a touch keyboard then stays where it is.
    box.readOnly = options.noKeyboard;
    box.focus();
    setTimeout(() => void (box.readOnly = false));
  });
  // The list may have changed under the arrow keys.
  useEffect(() => setPicked(NOTHING), [questions]);

  const type = (value: string): void => {
    setText(value);
    setIsTyping(true);
    setPicked(NOTHING);
  };
  const send = (message: string): void => {
    if (message.trim() === '' || message.length > MOST_MESSAGE) return;
    setIsTyping(false);
    setText('');
    sendMessage(message.trim());
    void scrollToEnd();
    input.current?.focus();
  };
  const move = (by: 1 | -1): void => {
    const [first, last] = [0, questions.length - 1];
    if (picked === NOTHING) setPicked(by === 1 ? first : last);
    // Past an end the text box itself is next, as typed.
    else setPicked(picked + by > last || picked + by < first ? NOTHING : picked + by);
  };
  const press = (event: React.KeyboardEvent): void => {
    // While characters are composed, as in Japanese, the keys are not ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') send(questions[picked] ?? text);
    else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))
      move(event.key === 'ArrowDown' ? 1 : -1);
    else if (isOpen && event.key === 'Escape') setIsTyping(false);
    else return;
    event.preventDefault();
  };
  const count = questions.length;
  const announced =
    count === 0 ? '' : count === 1 ? words.suggestionsOne : fill(words.suggestionsMany, { count });

  return (
    <form
      className="box"
      onSubmit={(event) => {
        event.preventDefault();
        send(text);
      }}
    >
      <ul id={LIST_ID} role="listbox" className="suggestions" aria-label={words.suggestions} hidden={!isOpen}>
        {questions.map((question, at) => (
          <li
            key={question}
            id={optionId(at)}
            role="option"
            aria-selected={at === picked}
            // Before the text box loses the focus, which would close the list under the finger.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => send(question)}
          >
            {question}
          </li>
        ))}
      </ul>
      <input
        ref={input}
        className="text"
        type="text"
        role="combobox"
        aria-label={words.message}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={LIST_ID}
        aria-activedescendant={picked === NOTHING ? undefined : optionId(picked)}
        aria-invalid={over > 0}
        aria-describedby={over > 0 ? 'too-long' : undefined}
        autoComplete="off"
        placeholder={words.placeholder}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={() => setIsTyping(false)}
        onPaste={(event) => pasteAsOneLine(event)}
      />
      <button type="submit" aria-label={words.send} title={words.send}>
        <Icon name="send" />
      </button>
      <p id="too-long" className="too-long" role="alert" hidden={over <= 0}>
        {over > 0 ? fill(words.tooLong, { over, most: MOST_MESSAGE }) : ''}
      </p>
      <span className="unseen" role="status">
        {announced}
      </span>
    </form>
  );
}

/** The browser would join the lines without a blank between their words. */
function pasteAsOneLine(event: React.ClipboardEvent<HTMLInputElement>): void {
  const pasted = event.clipboardData.getData('text');
  if (!/[\r\n]/.test(pasted)) return;
  event.preventDefault();
  document.execCommand('insertText', false, pasted.replace(/\s*[\r\n]+\s*/g, ' '));
}
