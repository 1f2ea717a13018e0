/** @type {Map<string, Promise<void>>} */
const loaded = new Map();

/**
 * Loads a classic script, once. After a failure the next call tries again.
 * @param {string} address
 */
export function loadScript(address) {
  const known = loaded.get(address);
  if (known) {
    return known;
  }
  /** @type {Promise<void>} */
  const load = new Promise((done, failed) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => done());
    script.addEventListener('error', () => {
      script.remove();
      loaded.delete(address);
      failed(new Error(`${address} could not be loaded`));
    });
    script.src = address;
    document.head.append(script);
  });
  loaded.set(address, load);
  return load;
}
