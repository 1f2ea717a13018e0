import { find } from './element.js';
/** @import { Topic } from '../model/topics.js' */

const title = find('#topic-title');
const description = find('#topic-description');
const settings = find('#topic-settings');

/**
 * Names the open topic.
 * @param {Topic} topic
 */
export function drawHeader(topic) {
  title.textContent = topic.title;
  description.textContent = topic.description ?? '';
  description.title = topic.description ?? '';
  settings.hidden = !topic.mayModerate;
}

/**
 * Names it in the browser's tab too, with how many messages wait.
 * @param {string} place
 * @param {number} waiting
 */
export function drawTab(place, waiting) {
  document.title = `${waiting ? `(${waiting}) ` : ''}${place} · Hubbub`;
}
