// What a caller would rather have, from headers like Accept-Language and Accept-Encoding.

/** The values of the header, the dearest first; without those that are refused (`q=0`) and without `*`. */
export function acceptedValues(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [value = '', ...parameters] = part.split(';').map((each) => each.trim());
      const quality = parameters.find((each) => each.startsWith('q='))?.slice(2);
      return { value: value.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ value, quality }) => value !== '' && value !== '*' && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ value }) => value);
}
