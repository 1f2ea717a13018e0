/** Characters that break a line, or turn the direction of writing, so that a name looks like another one. */
const HARMFUL = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/**
 * The name of a file as it is shown.
 * @param {string} name
 */
export function plainName(name) {
  return name.replace(HARMFUL, '');
}
