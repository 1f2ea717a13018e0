/** The most characters that are taken. */
const MOST = 20_000;

/**
 * What another app has shared, as a text for the composer: see `share_target` in the manifest.
 * @param {string} address of the page
 * @returns {string} empty if nothing was shared
 */
export function sharedIn(address) {
  const { searchParams } = new URL(address);
  /** @type {string[]} */
  const parts = [];
  for (const name of ['share-title', 'share-text', 'share-url']) {
    const part = searchParams.get(name)?.trim() ?? '';
    // Many apps repeat the address in the text.
    if (part && !parts.some(other => other.includes(part))) {
      parts.push(part);
    }
  }
  return parts.join('\n').slice(0, MOST);
}
