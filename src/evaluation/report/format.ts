// How the report writes numbers.

/** 0.934 -> "93.4 %", the space keeping both on one line. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)}\u00a0%`;

/** Coordinates need no more than a tenth of a pixel. */
export const px = (length: number): string => String(Math.round(10 * length) / 10);

const COUNT = new Intl.NumberFormat('en-US');
export const count = (value: number): string => COUNT.format(value);
