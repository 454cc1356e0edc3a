// The script of the chat's page: reads what the server and the page around the frame say, and draws the chat.
import React from 'react';
import { render } from 'react-dom';
import { ROOT_ID } from '../../domain/widgetPage';
import { readFragment } from '../settings';
import { ChatPage } from './chatPage';
import './chat.css';
import { createHost } from './host';
import { createKeeper } from './keepsake';
import { pageContent } from './pageContent';

const settings = readFragment(location.hash);
// The page is at {base}/widget/chat.
const base = new URL('..', location.href).href.replace(/\/$/, '');

render(
  <ChatPage
    content={pageContent}
    settings={settings}
    base={base}
    keeper={createKeeper(base)}
    host={createHost(settings.host)}
  />,
  document.getElementById(ROOT_ID),
);
