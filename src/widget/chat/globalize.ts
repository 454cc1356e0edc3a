// Takes the place of Web Chat's precompiled Globalize in our bundle: numbers, dates and plurals of 45 languages, all of
// which the browser knows by itself. Only what Web Chat calls is here.

interface Globalize {
  plural(count: number): string;
  dateFormatter(options: object): (date: Date) => string;
  relativeTimeFormatter(unit: Intl.RelativeTimeFormatUnit): (count: number) => string;
  unitFormatter(unit: string, options: { form: 'long' | 'short' }): (count: number) => string;
}

export default function globalizeFor(language: string): Globalize {
  return {
    plural: (count) => new Intl.PluralRules(language).select(count),
    // The only skeleton that is ever asked for: MMMMdhm.
    dateFormatter: () => {
      const format = new Intl.DateTimeFormat(language, {
        month: 'long',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
      });
      return (date) => format.format(date);
    },
    relativeTimeFormatter: (unit) => {
      const format = new Intl.RelativeTimeFormat(language);
      return (count) => format.format(count, unit);
    },
    unitFormatter: (unit, { form }) => {
      const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: form });
      return (count) => format.format(count);
    },
  };
}
