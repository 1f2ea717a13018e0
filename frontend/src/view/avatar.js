import { hueOf, initials } from '../model/avatar.js';
import { element } from './element.js';

/**
 * The initials of a name on its colour, until `drawPictures` adds the person's picture; only an ornament, the name stands
 * beside it.
 * @param {string} name
 */
export function avatar(name) {
  const made = element('span', { 'class': 'avatar', 'aria-hidden': 'true', 'data-of': name }, initials(name));
  return tinted(made, name);
}

/** The people whose initials or picture are on the page. */
export function peopleShown() {
  return avatars().map(({ dataset }) => dataset.of ?? '');
}

/**
 * Brings all pictures on the page up to date.
 * @param {(name: string) => string} addressOf empty if there is no picture
 */
export function drawPictures(addressOf) {
  for (const shown of avatars()) {
    const address = addressOf(shown.dataset.of ?? '');
    if ((shown.dataset.picture ?? '') !== address) {
      shown.dataset.picture = address;
      shown.querySelector('img')?.remove();
      shown.append(...address ? [picture(address)] : []);
    }
  }
}

/** @returns {HTMLElement[]} */
function avatars() {
  return [...document.querySelectorAll('.avatar[data-of]')].map(found => /** @type {HTMLElement} */ (found));
}

/**
 * It covers the initials, also where it is transparent, but only once it is there.
 * @param {string} address
 */
function picture(address) {
  const made = element('img', { src: `api/avatars/${address}`, alt: '', draggable: 'false', hidden: '' });
  made.addEventListener('load', () => made.removeAttribute('hidden'));
  return made;
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
