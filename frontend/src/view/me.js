import { avatar } from './avatar.js';
import { element, find } from './element.js';

/** One's own name in the sidebar, and the way to the admins' page. */
export class MeView {
  #root = find('#me');
  #administration = find('#administration');

  /** @param {{readonly name: string, readonly isAdmin: boolean}} me */
  draw({ name, isAdmin }) {
    this.#root.replaceChildren(avatar(name), element('bdi', {}, name));
    this.#administration.hidden = !isAdmin;
  }
}
