// Runs in the page of cardSheet.ts: draws cards with Microsoft's own library, and tells what a person sees of them.
import { AdaptiveCard, HostConfig, SerializationContext, Versions } from 'adaptivecards';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt();
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

/** What Teams draws of Markdown: paragraphs, bold, italics, lists and links. */
const DRAWN = ['P', 'STRONG', 'EM', 'UL', 'OL', 'LI', 'A', 'BR'];

/** Draws each card once for each width, side by side. `cards` are by name, `widths` in CSS pixels. */
globalThis.drawCards = (cards, hostConfig, widths) => {
  const main = document.querySelector('main');
  for (const [name, json] of Object.entries(cards)) {
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    heading.textContent = name;
    section.append(heading, ...widths.map((width) => drawCard(name, json, hostConfig, width)));
    main.append(section);
  }
};

function drawCard(name, json, hostConfig, width) {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig);
  card.parse(json, new SerializationContext(Versions.v1_5));
  const frame = document.createElement('div');
  frame.className = 'card';
  frame.style.width = `${width}px`;
  Object.assign(frame.dataset, { name, width });
  frame.append(card.render());
  return frame;
}

/** What is drawn of each card: the words in view, and what Teams would leave out or does not fit. */
globalThis.drawnCards = () =>
  [...document.querySelectorAll('.card')].map((frame) => ({
    name: frame.dataset.name,
    width: Number(frame.dataset.width),
    text: frame.innerText,
    faults: [...tooWide(frame), ...undrawn(frame), ...cutOff(frame)],
  }));

const tooWide = ({ scrollWidth, clientWidth }) =>
  scrollWidth > clientWidth ? [`wider by ${scrollWidth - clientWidth}`] : [];

const undrawn = (frame) =>
  [...frame.querySelectorAll('.ac-textBlock *')]
    .filter(({ tagName }) => !DRAWN.includes(tagName))
    .map(({ tagName, textContent }) => `Markdown that Teams does not draw: ${tagName} ${textContent}`);

const cutOff = (frame) =>
  [...frame.querySelectorAll('*')]
    .filter((element) => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      const isLarger = scrollWidth > clientWidth || scrollHeight > clientHeight + 1;
      return isLarger && getComputedStyle(element).overflow !== 'visible';
    })
    .map(({ textContent }) => `cut off: ${textContent}`);
