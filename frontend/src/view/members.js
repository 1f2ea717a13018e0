import { say } from '../words.js';
import { element, find } from './element.js';
import { Form } from './form.js';
/** @import { Member } from '../model/topics.js' */

/**
 * @typedef {object} MemberHandlers
 * @property {() => Promise<Member[]>} members
 * @property {(member: Member) => Promise<unknown>} invite
 * @property {(name: string) => Promise<unknown>} dismiss
 */

/** The members of a topic, and a line to invite more. */
export class Members {
  #handlers;
  #list = find('#members');
  #name = /** @type {HTMLInputElement} */ (find('#members-name'));
  #form;
  /** Of several questions under way, only the last one counts: it may be about another topic. */
  #latest = 0;

  /** @param {MemberHandlers} handlers */
  constructor(handlers) {
    this.#handlers = handlers;
    this.#form = new Form(find('#members-form'), async ({ name }) => {
      await handlers.invite({ name: name.trim(), moderator: false });
      this.#name.value = '';
      await this.#draw();
    });
  }

  start() {
    this.#form.start();
  }

  stop() {
    this.#form.stop();
  }

  /** Asks the server for the list. */
  load() {
    this.#form.clear();
    this.#name.value = '';
    this.#list.replaceChildren();
    return this.#trying(() => this.#draw());
  }

  async #draw() {
    const own = ++this.#latest;
    const members = await this.#handlers.members();
    if (own === this.#latest) {
      this.#list.replaceChildren(...members.map(member => this.#item(member)));
    }
  }

  /** @param {Member} member */
  #item({ name, moderator }) {
    const role = button(say(moderator ? 'members.demote' : 'members.promote'), name);
    role.addEventListener('click', () => this.#act(() => this.#handlers.invite({ name, moderator: !moderator })));
    const out = button(say('members.remove'), name);
    out.addEventListener('click', () => this.#act(() => this.#handlers.dismiss(name)));
    const what = element('span', { class: 'members__role' }, moderator ? say('members.moderator') : '');
    return element('li', {}, element('bdi', {}, name), what, role, out);
  }

  /** @param {() => Promise<unknown>} act */
  #act(act) {
    this.#form.clear();
    return this.#trying(async () => {
      await act();
      await this.#draw();
      // The button that was pressed is gone.
      this.#name.focus();
    });
  }

  /** @param {() => Promise<unknown>} act */
  async #trying(act) {
    try {
      await act();
    } catch (error) {
      this.#form.fail(/** @type {Error} */ (error).message);
    }
  }
}

/**
 * @param {string} label
 * @param {string} name of the member
 */
function button(label, name) {
  return element('button', { 'class': 'text-button', 'type': 'button', 'aria-label': say('label.of', { label, name }) }, label);
}
