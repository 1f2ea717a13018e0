import { say } from '../words.js';
import { element, find } from './element.js';
import { Form } from './form.js';
import { LanguageChoice } from './language.js';
import { serverName } from './server.js';
/** @import { Entrance, Way } from '../model/entrance.js' */

/** The card at the entrance, which asks for a guest's name, or for the name and the password of an account. */
export class SignIn {
  #root = find('#sign-in');
  #name = /** @type {HTMLInputElement} */ (find('#sign-in-name'));
  #password = /** @type {HTMLInputElement} */ (find('#sign-in-password'));
  #others = find('#sign-in-others');
  #language = new LanguageChoice('#entrance-language');
  #form;
  #entrance;
  /** @type {Way} */
  #way;

  /**
   * @param {Entrance} entrance
   * @param {(way: Way, values: {name: string, password: string}) => Promise<unknown>} join
   */
  constructor(entrance, join) {
    this.#entrance = entrance;
    this.#way = entrance.first;
    this.#form = new Form(find('#sign-in-form'), async ({ name, password }) => {
      this.#refuseWithoutPassword(password);
      await join(this.#way, { name, password });
    });
  }

  /**
   * @param {string} name the suggestion
   * @param {string} reason why the card is shown again; empty the first time
   * @param {Way} [way] the way in to begin with; else the last
   */
  start(name, reason, way = this.#way) {
    this.#form.start();
    this.#language.start();
    this.#root.hidden = false;
    this.#root.inert = false;
    this.#name.value = name;
    this.#go(way);
    if (reason) {
      this.#form.fail(reason);
    }
    document.title = serverName();
  }

  stop() {
    this.#form.stop();
    this.#language.stop();
    this.#password.value = '';
    this.#root.hidden = true;
  }

  /** @param {string} password */
  #refuseWithoutPassword(password) {
    if (!password && this.#entrance.words(this.#way).passwordIs) {
      throw Object.assign(new Error(say('entrance.password-missing')), { code: 'password' });
    }
  }

  /** @param {Way} way */
  #go(way) {
    this.#way = way;
    this.#draw();
    this.#form.clear();
    this.#password.value = '';
    this.#name.select();
    this.#name.focus();
  }

  #draw() {
    const { title, lead, nameHint, nameIs, passwordIs, button } = this.#entrance.words(this.#way);
    find('h1', this.#root).textContent = title;
    find('.card__lead', this.#root).textContent = lead;
    find('#sign-in-hint').textContent = nameHint;
    find('#sign-in-submit').textContent = button;
    this.#name.setAttribute('autocomplete', nameIs);
    find('#sign-in-password-field').hidden = !passwordIs;
    find('#sign-in-password-hint').hidden = passwordIs !== 'new-password';
    this.#password.setAttribute('autocomplete', passwordIs || 'off');
    this.#others.replaceChildren(...this.#entrance.others(this.#way).map(other => this.#offer(other)));
  }

  /** @param {Way} way */
  #offer(way) {
    const button = element('button', { class: 'text-button', type: 'button' }, this.#entrance.words(way).offer);
    button.addEventListener('click', () => this.#go(way));
    return button;
  }
}
