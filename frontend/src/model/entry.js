/**
 * Something in a list of the admin page, in words.
 * @typedef {object} Entry
 * @property {number} id
 * @property {string} title
 * @property {string} tag in a word what is special about it; may be empty
 * @property {string[]} facts
 * @property {Offer[]} offers
 */
/**
 * What can be done with it, and what is asked before it is done.
 * @typedef {{act: string, label: string, question: Question}} Offer
 */
/** @typedef {{title: string, text: string, button: string}} Question */

/**
 * The facts that there are.
 * @param {...(string | false | undefined)} facts
 * @returns {string[]}
 */
export function known(...facts) {
  return facts.filter(fact => typeof fact === 'string' && fact !== '').map(String);
}
