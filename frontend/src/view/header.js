import { canLeave, descriptionOf, leaveLabel } from '../model/topic-marks.js';
import { find } from './element.js';
import { serverName } from './server.js';
import { topicMarks } from './topic-marks.js';
/** @import { Topic } from '../model/topics.js' */

const title = find('#topic-title');
const description = find('#topic-description');
const marks = find('#topic-marks');
const settings = find('#topic-settings');
const leave = find('#leave-topic');
const icon = /** @type {HTMLLinkElement} */ (find('link[rel=icon]'));

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
 * Names it in the browser's tab too, with the number of waiting messages and a mark on the icon.
 * @param {string} place empty as long as its title is not known
 * @param {string} waiting `0` if there are none
 */
export function drawTab(place, waiting) {
  const title = `${waiting === '0' ? '' : `(${waiting}) `}${place && `${place} · `}${serverName()}`;
  const address = (waiting === '0' ? icon.dataset.plain : icon.dataset.news) ?? '';
  if (title !== document.title) {
    document.title = title;
  }
  if (address !== icon.getAttribute('href')) {
    icon.href = address;
  }
}
