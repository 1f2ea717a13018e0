/**
 * An entry of a list, in words.
 * @typedef {object} Entry
 * @property {number} id
 * @property {string} title
 * @property {string} tag a word for its special state; may be empty
 * @property {string[]} facts
 * @property {Offer[]} offers
 */
/**
 * An act that is offered with an entry, and the question before it is done.
 * @typedef {{act: string, label: string, question: Question}} Offer
 */
/** @typedef {{title: string, text: string, button: string}} Question */

/**
 * The facts that are known.
 * @param {...(string | false | undefined)} facts
 * @returns {string[]}
 */
export function known(...facts) {
  return facts.filter(fact => typeof fact === 'string' && fact !== '').map(String);
}
