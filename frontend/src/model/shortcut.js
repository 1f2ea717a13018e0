/**
 * A key press, as a `KeyboardEvent` has it.
 * @typedef {{key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean, isComposing: boolean}} Press
 */
/** @typedef {'switcher' | 'search' | 'keys' | 'previous' | 'next' | 'read'} Shortcut */

/**
 * The page's shortcut that a key press means, if any.
 * @param {Press} press
 * @param {boolean} inText whether the focus is in a text box, where a plain character is text
 * @returns {Shortcut | null}
 */
export function shortcutOf({ key, ctrlKey, metaKey, altKey, isComposing }, inText) {
  const control = ctrlKey || metaKey;
  if (isComposing) {
    return null;
  }
  if (control && !altKey) {
    return key.toLowerCase() === 'k' ? 'switcher' : key === '/' ? 'keys' : null;
  }
  if (altKey && !control) {
    return key === 'ArrowUp' ? 'previous' : key === 'ArrowDown' ? 'next' : null;
  }
  if (!inText && !altKey && (key === '?' || key === '/')) {
    return key === '?' ? 'keys' : 'search';
  }
  return key === 'Escape' && !altKey ? 'read' : null;
}
