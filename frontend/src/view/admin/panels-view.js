import { say } from '../../words.js';
import { find } from '../element.js';
import { drawServerName, serverName } from '../server.js';

/** The parts of the admin page, of which one is shown. */
export class PanelsView {
  #links = [...document.querySelectorAll('#panels a')];
  #panels = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-panel]')]);
  #title = '';

  /**
   * @param {string} panel
   * @param {string} title
   */
  show(panel, title) {
    this.#panels.forEach(part => {
      part.hidden = part.dataset.panel !== panel;
    });
    this.#links.forEach(link => {
      if (link.getAttribute('href') === `#${panel}`) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    });
    this.#title = title;
    this.#entitle();
  }

  /**
   * The server has another name.
   * @param {string} name
   */
  rename(name) {
    drawServerName(name);
    this.#entitle();
  }

  #entitle() {
    document.title = say('panels.page', { title: this.#title, server: serverName() });
  }

  /** @param {string} panel whose heading takes the focus */
  focus(panel) {
    find(`[data-panel="${panel}"] h2`).focus();
  }

  /**
   * The user may no longer see this page.
   * @param {string} reason
   */
  close(reason) {
    this.#panels.forEach(part => {
      part.hidden = true;
    });
    find('#panels').hidden = true;
    find('#closed p').textContent = reason;
    find('#closed').hidden = false;
    find('#closed h2').focus();
  }
}
