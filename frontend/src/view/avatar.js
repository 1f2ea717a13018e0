import { hueOf, initials } from '../model/avatar.js';
import { element } from './element.js';

/**
 * The initials of a name on its colour; only an ornament, the name stands beside it.
 * @param {string} name
 */
export function avatar(name) {
  const made = element('span', { 'class': 'avatar', 'aria-hidden': 'true' }, initials(name));
  return tinted(made, name);
}

/**
 * Gives an element the hue of a name.
 * @template {HTMLElement} T
 * @param {T} target
 * @param {string} name
 */
export function tinted(target, name) {
  target.style.setProperty('--hue', String(hueOf(name)));
  return target;
}
