import { marksOf } from '../model/topic-marks.js';
import { element } from './element.js';
/** @import { Topic } from '../model/topics.js' */

const SVG = 'http://www.w3.org/2000/svg';

const SIGNS = {
  private: 'M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  members: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c0-3.5 3-6 6.5-6s6.5 2.5 6.5 6M16 4.4a3.5 3.5 0 0 1 0 6.3M18 14.4c2.2.9 3.5 3 3.5 5.6',
  announcements: 'M4 10v4h4l8 5V5l-8 5zM19.5 9.5a4 4 0 0 1 0 5',
};

/**
 * The marks of a topic, as signs with their words.
 * @param {Topic} topic
 */
export function topicMarks(topic) {
  return marksOf(topic).map(({ sign, words }) => element('span', { class: 'mark', title: words },
    icon(SIGNS[sign]), element('span', { class: 'mark__words' }, words)));
}

/** @param {string} path */
function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(SVG, 'path'));
  svg.firstElementChild?.setAttribute('d', path);
  return svg;
}
