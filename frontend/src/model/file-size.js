import { locale } from '../words.js';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
/** As in the server's settings, where `25MB` is 25 times 1,024 times 1,024 bytes. */
const STEP = 1_024;

/**
 * The size of a file for people, e.g. `2.4 MB`.
 * @param {number} bytes
 */
export function sizeLabel(bytes) {
  // What would round to 1,024 is one of the next unit.
  const power = Math.min(UNITS.length - 1, bytes > 0 ? Math.floor(Math.log(bytes * 1.0005) / Math.log(STEP)) : 0);
  const value = bytes / STEP ** power;
  return new Intl.NumberFormat(locale, {
    style: 'unit', unit: UNITS[power], unitDisplay: power === 0 ? 'long' : 'short', maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}
