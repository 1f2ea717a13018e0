import { find } from './element.js';

const line = find('#typing');

/** @param {string} label */
export function drawTyping(label) {
  if (line.textContent !== label) {
    line.textContent = label;
  }
}
