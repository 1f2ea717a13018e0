import { element } from './element.js';

/**
 * Puts a text into the clipboard.
 * @param {string} text
 * @returns {Promise<boolean>} false if the browser does not allow it
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedFromField(text);
  }
}

/**
 * Without TLS there is no clipboard. This older way still works. It needs a field with the focus.
 * @param {string} text
 */
function copiedFromField(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const field = element('textarea', { 'class': 'unseen', 'aria-hidden': 'true' }, text);
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  focused?.focus({ preventScroll: true });
  return done;
}
