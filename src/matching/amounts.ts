// Reads what a person wants to earn, in whichever way they count it, as dollars an hour.

/** Hours of a full-time year: 40 a week, 52 weeks; how BLS turns hourly pay into yearly. */
const HOURS_A_YEAR = 2_080;
const HOURS_A_MONTH = HOURS_A_YEAR / 12;
const HOURS_A_WEEK = HOURS_A_YEAR / 52;
const HOURS_A_DAY = 8;

/** Pay that a person may have in mind, dollars an hour; outside, the number is something else. */
const LEAST = 5;
const MOST = 150;

const TENS: ReadonlyMap<string, number> = new Map([
  ['ten', 10], ['eleven', 11], ['twelve', 12], ['thirteen', 13], ['fourteen', 14], ['fifteen', 15], ['sixteen', 16],
  ['seventeen', 17], ['eighteen', 18], ['nineteen', 19], ['twenty', 20], ['thirty', 30], ['forty', 40], ['fifty', 50],
  ['sixty', 60], ['seventy', 70], ['eighty', 80], ['ninety', 90],
]); // prettier-ignore
const UNITS: ReadonlyMap<string, number> = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((word, at) => [word, at + 1]),
);
/** Units alone are no pay: "two kids"; "three thousand" is. */
const NUMERAL = new RegExp(
  String.raw`\b(${[...TENS.keys()].join('|')})(?:[\s-](${[...UNITS.keys()].join('|')}))?\b|\b(${[...UNITS.keys()].join('|')})(?=\s(?:hundred|thousand|grand|k)\b)`,
  'gi',
);

const NUMBER = String.raw`(\$\s?)?((?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?)\s?(k\b|grand\b|thousand\b|hundred\b(?! thousand))?`;
const RANGE = new RegExp(String.raw`${NUMBER}(?:\s?(?:-|–|to|or|and)\s?${NUMBER})?([^\d$]*)`, 'gi');
const UNIT =
  /^\W*(?:(dollars?|bucks|usd)\W*)?(?:(?:an|a|per|each|every)\s|\/\s?)?(hourly|hours?|hrs?|h\b|daily|days?|yearly|annually|years?|yrs?|annum|months?|monthly|mo\b|biweekly|weeks?|weekly|wk\b)?/i;
const TIMED = /^\W*(?:(?:an|a|per|each|every)\s|\/|hourly|daily|yearly|annually|monthly|weekly|biweekly)/i;

/** Money that goes out, or lies there, and numbers that are none: "I owe 22 thousand on my car", "my zip is 74101". */
const NO_PAY =
  /\b(?:owe|owes|owed|debt|loans?|mortgage|rent|tuition|costs?|price|fees?|grant|spend|spent|saved|savings|zip|born|miles)\b/i;
interface Named {
  readonly perHour: number;
  /** Whether it is money beyond doubt: it has a sign of money, or a time to earn it in. */
  readonly isMoney: boolean;
  readonly isHourly: boolean;
}

/**
 * The pay that the text names, in dollars an hour rounded to cents: the lower end of a range, the first of several.
 * @param isAsked pay was asked for, so that a bare "22" is pay
 * @returns undefined where no pay is named, or where the money is a debt, a price or savings
 */
export function readAmount(text: string, isAsked: boolean): number | undefined {
  const goesOut = NO_PAY.test(text);
  const found = [...withDigits(text).matchAll(RANGE)]
    .flatMap((match) => readOne(match) ?? [])
    .filter(({ isHourly }) => isHourly || !goesOut);
  const amount = found.find(({ isMoney }) => isMoney) ?? (isAsked ? found[0] : undefined);
  return amount && Math.round(amount.perHour * 100) / 100;
}

function readOne([, sign, digits = '', times, , upTo, timesAfter, after = '']: RegExpMatchArray):
  Named | undefined {
  const factor = times ?? timesAfter;
  const value =
    numberOf(digits) * (factor === undefined ? 1 : factor.toLowerCase() === 'hundred' ? 100 : 1_000);
  const [, dollars, unit] = UNIT.exec(after) ?? [];
  const isTimed = unit !== undefined && TIMED.test(after);
  const hasSign = sign !== undefined || dollars !== undefined;
  // "$1500" alone may be anything; nobody's hourly or daily pay is so much, and a month's comes with its time.
  const isMoney = isTimed || value >= 10_000 || (hasSign && value < 300);
  // "In 6 months", "40 hours a week" and "9 to 5" are times; "22 an hour" and "45,000" are pay.
  const isTime = (unit?.endsWith('s') ?? false) || (upTo !== undefined && numberOf(upTo) < numberOf(digits));
  const perHour = value / hoursIn(unit, value);
  if ((isTime && !isMoney) || !(perHour >= LEAST && perHour <= MOST)) return undefined;
  return { perHour, isMoney, isHourly: unit?.toLowerCase().startsWith('h') ?? false };
}

const numberOf = (digits: string): number => Number(digits.replaceAll(',', ''));

/** Hours in which the amount is earned: those of the unit named, else those of the unit in which people name so much. */
function hoursIn(unit: string | undefined, value: number): number {
  const named = unit?.toLowerCase() ?? '';
  if (named.startsWith('h')) return 1;
  if (named.startsWith('d')) return HOURS_A_DAY;
  if (named.startsWith('y') || named.startsWith('a')) return HOURS_A_YEAR;
  if (named.startsWith('m')) return HOURS_A_MONTH;
  if (named.startsWith('w')) return HOURS_A_WEEK;
  if (named.startsWith('b')) return 2 * HOURS_A_WEEK;
  if (value >= 10_000) return HOURS_A_YEAR;
  if (value >= 1_000) return HOURS_A_MONTH;
  return value >= 300 ? HOURS_A_WEEK : 1;
}

/** "Twenty two" as 22, "five hundred" as 5 hundred, "22$" as 22 dollars, "every two weeks" as one word; without "11th". */
const withDigits = (text: string): string =>
  text
    .replaceAll(/\b(?:every (?:2|two|other) weeks?|bi-weekly)\b/gi, 'biweekly')
    .replaceAll(/(?<!\d)\d+(?:st|nd|rd|th)\b/gi, '')
    .replaceAll(/(?<=\d)\s?\$(?!\s?\d)/g, ' dollars')
    .replaceAll(NUMERAL, (_, ten?: string, unit?: string, alone?: string) =>
      String(valueOf(ten) + valueOf(unit) + valueOf(alone)),
    );

const valueOf = (word = ''): number => TENS.get(word.toLowerCase()) ?? UNITS.get(word.toLowerCase()) ?? 0;
