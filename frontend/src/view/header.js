import { canLeave, descriptionOf, leaveLabel } from '../model/topic-marks.js';
import { find } from './element.js';
import { topicMarks } from './topic-marks.js';
/** @import { Topic } from '../model/topics.js' */

const title = find('#topic-title');
const description = find('#topic-description');
const marks = find('#topic-marks');
const settings = find('#topic-settings');
const leave = find('#leave-topic');

/**
 * Names the open topic.
 * @param {Topic} topic
 */
export function drawHeader(topic) {
  title.textContent = topic.title;
  description.textContent = descriptionOf(topic);
  description.title = descriptionOf(topic);
  marks.replaceChildren(...topicMarks(topic));
  settings.hidden = !topic.mayModerate;
  leave.hidden = !canLeave(topic);
  leave.title = leaveLabel(topic);
  leave.setAttribute('aria-label', leaveLabel(topic));
}

/**
 * Names it in the browser's tab too, with the number of waiting messages.
 * @param {string} place
 * @param {number} waiting
 */
export function drawTab(place, waiting) {
  document.title = `${waiting ? `(${waiting}) ` : ''}${place} · Hubbub`;
}
