// What is wrong with a card: by the schema, as Microsoft's own library has it, and by what Teams leaves out.
import { AdaptiveCard, Column, SerializationContext } from 'adaptivecards/lib/card-elements';
import { GlobalRegistry } from 'adaptivecards/lib/registry';
import { Version, type SerializableObject } from 'adaptivecards/lib/serialization';
import { allIn, ASIDES, PARTS, type Card, type CardElement } from './cardElements';

/** The newest version that Teams draws. */
const TEAMS = new Version(1, 5);
/** Teams shows no more buttons of one row. */
const MOST_ACTIONS = 6;
/** Ours to fill; the schema has the rest of an element. */
const FREE = ['data', 'msteams'];

/** One line for each fault. */
export function cardFaults(card: Card): readonly string[] {
  const version = Version.parse(card.version, new SerializationContext());
  if (!version?.isValid || version.compareTo(TEAMS) > 0) return [`version ${card.version}`];
  return [
    ...libraryFaults(card),
    ...(card.fallbackText ? [] : ['AdaptiveCard: no fallbackText']),
    ...allIn(card).flatMap((element) =>
      [...propertyFaults(element, version), ...teamsFaults(element)].map(
        (fault) => `${element.type}: ${fault}`,
      ),
    ),
  ];
}

/** Values that are not allowed, properties that are missing or newer than what Teams draws. */
function libraryFaults(json: Card): readonly string[] {
  const context = new SerializationContext(TEAMS);
  const card = new AdaptiveCard();
  // The library keeps this pattern between cards, and goes on in the second text where it stopped in the first.
  if (AdaptiveCard.langProperty.regEx) AdaptiveCard.langProperty.regEx.lastIndex = 0;
  card.parse(json, context);
  const parsed = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
  return [...parsed, ...card.validateProperties().validationEvents].map(({ message }) => message);
}

/**
 * Properties that nobody draws, which the library passes over. A property may be newer than the card says, as older
 * clients leave it out, but a kind may not: they leave out all of the element.
 */
function propertyFaults(element: CardElement, version: Version): readonly string[] {
  const known = create(element.type, version);
  if (!known) return [`newer than version ${version.toString()}`];
  const schema = known.getSchema();
  const names = Array.from({ length: schema.getCount() }, (_, at) => schema.getItemAt(at).name);
  const parts = [...(PARTS[element.type] ?? []), ...(ASIDES[element.type] ?? [])];
  return Object.entries(element).flatMap(([name, value]) => {
    if (parts.includes(name) || FREE.includes(name)) return [];
    if (typeof value === 'object') return [`${name} is not looked at`];
    return names.includes(name) ? [] : [`unknown property ${name}`];
  });
}

function create(type: string, version: Version): SerializableObject | undefined {
  if (type === 'AdaptiveCard') return new AdaptiveCard();
  if (type === 'Column') return new Column();
  return (
    GlobalRegistry.elements.createInstance(type, version) ??
    GlobalRegistry.actions.createInstance(type, version)
  );
}

/** What its documentation, or who answers for it, says that Teams does not draw. */
function teamsFaults(element: CardElement): readonly string[] {
  const { type, actions, wrap, style, isEnabled, title, url } = element;
  if (type === 'TextBlock') return wrap === true ? [] : ['cut off where it does not wrap'];
  const buttons = Array.isArray(actions) ? actions.length : 0;
  if (!type.startsWith('Action.')) return buttons > MOST_ACTIONS ? [`${buttons} buttons`] : [];
  return [
    ...(title ? [] : ['a button without a label']),
    ...(style === undefined ? [] : ['Teams draws no style of a button']),
    ...(isEnabled === undefined ? [] : ['Teams ignores isEnabled']),
    ...(typeof url !== 'string' || url.startsWith('https://') ? [] : [`opens ${url}`]),
  ];
}
