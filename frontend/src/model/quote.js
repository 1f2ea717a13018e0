const LONGEST = 140;

/**
 * The line that stands for a text where it is quoted, as the server makes it: the first that is not blank, cut to
 * 140 characters.
 * @param {string} text
 */
export function lineOf(text) {
  const line = [...(text.split('\n').find(each => each.trim()) ?? '').trim()];
  return line.length > LONGEST ? `${line.slice(0, LONGEST).join('')}…` : line.join('');
}
