/**
 * Loads a JSON file of the page, once. After a failure the next call tries again.
 * @param {string} address
 * @returns {() => Promise<any>}
 */
export function jsonLoader(address) {
  /** @type {Promise<any> | null} */
  let loaded = null;
  return () => {
    loaded ??= load(address).catch(error => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
}

/** @param {string} address */
async function load(address) {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} could not be loaded`);
  }
  return response.json();
}
