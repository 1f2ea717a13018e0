/** What a fault is about if it is the connection itself, which the page makes anew. Its sentence is for programs. */
const CONNECTION = new Set(['server', 'heart-beat', 'connect', 'reader', 'budget', 'subscription', 'transaction', 'ack']);

/** @param {string} code a refusal's, e.g. `heart-beat.missing` */
export function isOfConnection(code) {
  // The page connects again under the new name, which says it better.
  return code === 'name.changed' || CONNECTION.has(code.split('.')[0]);
}
