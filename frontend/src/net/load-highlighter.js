import { loadScript } from './load-script.js';

/**
 * Loads the library that highlights code, which most visits never need.
 * @param {string} address
 */
export async function loadHighlighter(address) {
  await loadScript(address);
  return hljs;
}
