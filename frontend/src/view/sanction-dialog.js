import { sanctionWords } from '../model/sanction.js';
import { Dialog } from './dialog.js';
import { element, find } from './element.js';
/** @import { SanctionKind } from '../model/sanction.js' */

/** Asks how long a person is to be muted or banned, and why. */
export class SanctionDialog {
  #dialog;
  /** @type {SanctionKind} */
  #kind = 'mutes';
  #name = '';

  /** @param {(kind: SanctionKind, name: string, values: Record<string, string>) => Promise<unknown>} impose */
  constructor(impose) {
    this.#dialog = new Dialog('#sanction-dialog', values => impose(this.#kind, this.#name, values));
  }

  start() {
    this.#dialog.start();
  }

  stop() {
    this.#dialog.stop();
  }

  /**
   * @param {SanctionKind} kind
   * @param {string} name
   * @param {string} topic its title
   */
  open(kind, name, topic) {
    const { title, text, button, durations } = sanctionWords(kind, name, topic);
    this.#kind = kind;
    this.#name = name;
    find('#sanction-dialog-heading').textContent = title;
    find('#sanction-dialog-text').textContent = text;
    find('#sanction-dialog [type="submit"]').textContent = button;
    find('#sanction-dialog-minutes').replaceChildren(...durations.map(({ minutes, label }) => element('option', { value: minutes }, label)));
    this.#dialog.open({});
  }

  close() {
    this.#dialog.close();
  }
}
