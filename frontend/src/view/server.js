import { find } from './element.js';

/**
 * The server as people see it.
 * @typedef {object} ServerFace
 * @property {string} name
 * @property {string} [icon] the address of its icon, if it has one of its own
 */

/** The name of a server that has none of its own. */
const DEFAULT = 'Hubbub';

const tab = /** @type {HTMLLinkElement} */ (find('link[rel=icon]'));

let present = document.body.dataset.server ?? DEFAULT;

/** The present name of the server. */
export function serverName() {
  return present;
}

/**
 * The title of something that is shown outside of the page, where a person may have several servers.
 * @param {string} title
 */
export function titleOfServer(title) {
  return present === DEFAULT ? title : `${title} · ${present}`;
}

/**
 * Shows another name of the server everywhere except in the title of the page.
 * @param {string} name
 */
export function drawServerName(name) {
  present = name;
  for (const part of document.querySelectorAll('[data-server-name]')) {
    part.textContent = name;
  }
}

/**
 * Shows the icon of the server wherever it is. In the tab it is the plain one.
 * @param {string} icon its address; empty if the server has none of its own
 */
export function drawServerIcon(icon) {
  const { nonePlain = '', noneNews = '' } = tab.dataset;
  const [plain, news] = icon ? [formOf(icon, '32'), formOf(icon, '32-new')] : [nonePlain, noneNews];
  if (tab.dataset.plain !== plain) {
    Object.assign(tab.dataset, { plain, news });
    tab.type = icon ? 'image/png' : 'image/svg+xml';
    tab.href = plain;
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-form]'))) {
    const { form = '', none = '' } = part.dataset;
    const address = icon ? formOf(icon, form) : none;
    const attribute = part instanceof HTMLImageElement ? 'src' : 'href';
    if (part.getAttribute(attribute) !== address) {
      part.setAttribute(attribute, address);
    }
  }
}

/**
 * @param {string} icon
 * @param {string} form
 */
function formOf(icon, form) {
  return `icons/${icon}/${form}.png`;
}
