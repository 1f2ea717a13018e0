/**
 * A line of a list. It is made anew if it shows something else.
 * @typedef {{name: string, shows: unknown[], make: () => HTMLElement}} Line
 */

/** A list of topics or conversations in the side bar. One of many hundreds changes as fast as one of a few. */
export class SideList {
  #list;
  /** @type {Map<string, {shown: string, node: HTMLElement}>} */
  #items = new Map();

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
  }

  /**
   * Shows the lines, and takes the focus along with the link or button that has it.
   * @param {Line[]} lines
   */
  draw(lines) {
    const { activeElement } = document;
    const focused = this.#list.contains(activeElement) && nameOf(activeElement);
    this.#items = new Map(lines.map(line => [line.name, this.#item(line)]));
    this.#arrange([...this.#items.values()].map(({ node }) => node));
    if (focused && document.activeElement !== activeElement) {
      [...this.#list.querySelectorAll('a, button')].map(each => /** @type {HTMLElement} */ (each)).find(each => nameOf(each) === focused)?.focus();
    }
  }

  /** @param {Line} line */
  #item({ name, shows, make }) {
    const shown = JSON.stringify(shows);
    const before = this.#items.get(name);
    return before?.shown === shown ? before : { shown, node: make() };
  }

  /** @param {HTMLElement[]} nodes */
  #arrange(nodes) {
    const kept = new Set(/** @type {Element[]} */ (nodes));
    [...this.#list.children].filter(child => !kept.has(child)).forEach(child => child.remove());
    let next = this.#list.firstElementChild;
    for (const node of nodes) {
      if (node === next) {
        next = next.nextElementSibling;
      } else {
        this.#list.insertBefore(node, next);
      }
    }
  }
}

/** @param {Element | null} item */
function nameOf(item) {
  return item?.getAttribute('href') ?? item?.getAttribute('data-topic');
}
