// What the server put into this page.
import { CONTENT_ID, type WidgetPageContent } from '../../domain/widgetPage';

export const pageContent = JSON.parse(
  document.getElementById(CONTENT_ID)?.textContent ?? '',
) as WidgetPageContent;
