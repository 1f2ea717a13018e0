import { cookieOf, themeOf } from '../model/theme.js';
import { find } from './element.js';
/** @import { Theme } from '../model/theme.js' */

/** The choice between the system's colours, light and dark. */
export class ThemeChoice {
  #root = find('#theme');
  #page = document.documentElement;

  start() {
    const chosen = /** @type {HTMLInputElement} */ (find(`[value="${themeOf(this.#page.dataset.theme)}"]`, this.#root));
    chosen.checked = true;
    this.#root.addEventListener('change', this.#changed);
  }

  stop() {
    this.#root.removeEventListener('change', this.#changed);
  }

  /** @param {Event} event */
  #changed = event => {
    const theme = themeOf(/** @type {HTMLInputElement} */ (event.target).value);
    document.cookie = cookieOf(theme, new URL('.', document.baseURI));
    this.#show(theme);
  };

  /** @param {Theme} theme */
  #show(theme) {
    if (theme === 'system') {
      delete this.#page.dataset.theme;
    } else {
      this.#page.dataset.theme = theme;
    }
    for (const scheme of ['light', 'dark']) {
      const bar = /** @type {HTMLMetaElement} */ (find(`meta[name="theme-color"][data-scheme="${scheme}"]`));
      bar.media = theme === 'system' ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? 'all' : 'not all';
    }
  }
}
