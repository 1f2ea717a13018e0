/** The subjects of faults of the connection itself. The page connects again, and their sentences are for programs. */
const CONNECTION = new Set(['server', 'heart-beat', 'connect', 'reader', 'budget', 'subscription', 'transaction', 'ack']);

/** @param {string} code a refusal's, e.g. `heart-beat.missing` */
export function isOfConnection(code) {
  // The page connects again under the new name, which says it better.
  return code === 'name.changed' || CONNECTION.has(code.split('.')[0]);
}
