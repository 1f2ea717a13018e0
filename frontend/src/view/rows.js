import { rowElement } from './row.js';
/** @import { Row } from '../model/transcript.js' */

/**
 * Keeps a container's children in step with rows. It makes an element for each new or changed row, and moves or removes the
 * others. Rows come and go as the reader scrolls: model/span.js.
 */
export class Rows {
  #container;
  /** @type {Map<string, {row: Row, node: HTMLElement}>} */
  #drawn = new Map();

  /** @param {HTMLElement} container */
  constructor(container) {
    this.#container = container;
  }

  /** @param {Row[]} rows */
  draw(rows) {
    const focused = this.#focused();
    const drawn = new Map(rows.map(row => [row.key, this.#drawnOf(row)]));
    for (const [key, { node }] of this.#drawn) {
      if (drawn.get(key)?.node !== node) {
        node.remove();
      }
    }
    this.#drawn = drawn;
    this.#arrange();
    if (focused && document.activeElement !== focused.element) {
      this.#refocus(focused);
    }
  }

  /** The element with the focus, and the key of its row. */
  #focused() {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const inside = this.#container.contains(focused);
    return inside && focused ? { element: focused, key: this.entries.find(({ node }) => node.contains(focused))?.key ?? '' } : null;
  }

  /**
   * An element that was moved to a new row has lost the focus.
   * @param {{element: HTMLElement, key: string}} focused
   */
  #refocus({ element, key }) {
    const row = this.node(key);
    const next = element.isConnected ? element : same(element, row) ?? row ?? this.#container.parentElement;
    next?.focus({ preventScroll: true });
  }

  /** @param {string} key */
  node(key) {
    return this.#drawn.get(key)?.node;
  }

  /** The keys and elements, in order. */
  get entries() {
    return [...this.#drawn].map(([key, { node }]) => ({ key, node }));
  }

  /** @param {Row} row */
  #drawnOf(row) {
    const before = this.#drawn.get(row.key);
    if (before && isSame(before.row, row)) {
      return { row, node: before.node };
    }
    const node = rowElement(row);
    if (before) {
      keepFiles(before, { row, node });
    }
    return { row, node };
  }

  #arrange() {
    let next = this.#container.firstElementChild;
    for (const { node } of this.#drawn.values()) {
      if (node === next) {
        next = next.nextElementSibling;
      } else {
        this.#container.insertBefore(node, next);
      }
    }
  }
}

/**
 * Most rows are the same object as before: model/transcript.js.
 * @param {Row} before
 * @param {Row} row
 */
function isSame(before, row) {
  return before === row || JSON.stringify(before) === JSON.stringify(row);
}

/**
 * The same files of a message stay as they are, so that what is played goes on.
 * @param {{row: Row, node: HTMLElement}} before
 * @param {{row: Row, node: HTMLElement}} after
 */
function keepFiles(before, after) {
  const files = before.node.querySelector('.files');
  if (files && JSON.stringify(filesOf(before.row)) === JSON.stringify(filesOf(after.row))) {
    after.node.querySelector('.files')?.replaceWith(files);
  }
}

/** @param {Row} row */
function filesOf(row) {
  return row.kind === 'message' ? row.attachments : [];
}

/**
 * The button that does the same in a row that was made anew.
 * @param {HTMLElement} button
 * @param {HTMLElement | undefined} row
 * @returns {HTMLElement | undefined}
 */
function same({ dataset: { action, emoji, file } }, row) {
  const buttons = /** @type {HTMLElement[]} */ ([...row?.querySelectorAll('[data-action]') ?? []]);
  return buttons.find(({ dataset }) => dataset.action === action && dataset.emoji === emoji && dataset.file === file);
}
