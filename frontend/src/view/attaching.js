import { plainName } from '../model/file-name.js';
import { sizeLabel } from '../model/file-size.js';
import { inLocalTime } from '../model/moment.js';
import { Signal } from '../model/signal.js';
import { say } from '../words.js';
import { progressElement } from './attachments.js';
import { element, find } from './element.js';
import { previewOf } from './preview.js';
/** @import { Upload } from '../model/uploads.js' */

/** The files above the text box, which go with the message that is being written. */
export class Attaching {
  /** @type {Signal<[string]>} A file is not wanted any more. */
  removed = new Signal();
  /** @type {Signal<[string]>} A file is to be tried again. */
  retried = new Signal();
  #list = find('#attaching');
  #said = find('#attaching-said');
  #text = find('#composer-text');
  /** @type {Map<string, {state: string, node: HTMLElement}>} by the keys of the files */
  #drawn = new Map();

  start() {
    this.#list.addEventListener('click', this.#clicked);
  }

  stop() {
    this.#list.removeEventListener('click', this.#clicked);
    this.draw([]);
    this.say('');
  }

  /** @param {Upload[]} uploads */
  draw(uploads) {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const at = this.#list.contains(focused) ? [...this.#list.children].findIndex(child => child.contains(focused)) : -1;
    this.#drawn = new Map(uploads.map(upload => [upload.key, this.#drawnOf(upload)]));
    const nodes = [...this.#drawn.values()].map(({ node }) => node);
    if (nodes.length !== this.#list.children.length || nodes.some((node, i) => node !== this.#list.children[i])) {
      this.#list.replaceChildren(...nodes);
      this.#list.hidden = nodes.length === 0;
    }
    if (at >= 0 && document.activeElement !== focused) {
      this.#focus(nodes[Math.min(at, nodes.length - 1)]);
    }
  }

  /** Leads to the first file that failed. */
  showFailed() {
    this.#focus(this.#list.querySelector('[data-state="failed"]'));
  }

  /** @param {string} sentence for screen readers */
  say(sentence) {
    this.#said.textContent = sentence;
  }

  /** @param {Element | null | undefined} node of a file; the text box if there is none */
  #focus(node) {
    (node?.querySelector('button') ?? this.#text).focus();
  }

  /** @param {Upload} upload */
  #drawnOf(upload) {
    const before = this.#drawn.get(upload.key);
    return before?.state === upload.state ? before : { state: upload.state, node: rowOf(upload, before?.node) };
  }

  /** @param {MouseEvent} event */
  #clicked = event => {
    const button = /** @type {Element} */ (event.target).closest('button');
    const { key } = button?.closest('li')?.dataset ?? {};
    if (key) {
      (button?.dataset.act === 'retry' ? this.retried : this.removed).tell(key);
    }
  };
}

/**
 * @param {Upload} upload
 * @param {HTMLElement} [before] the same file in another state
 */
function rowOf({ key, file, name: given, state, sent, reason, hopeless }, before) {
  const name = plainName(given);
  const preview = before?.querySelector('.upload__preview') ?? previewOf(file);
  const words = [element('bdi', { 'class': 'file__name', 'title': name }, name), ' ',
    element('span', { 'class': 'file__size' }, sizeLabel(file.size))];
  return element('li', { 'class': 'upload', 'data-key': key, 'data-state': state }, preview,
    element('div', { 'class': 'upload__words' }, ...words,
      ...state === 'failed' ? [element('p', { 'class': 'upload__reason' }, inLocalTime(reason))] : [],
      ...state === 'failed' && !hopeless ? [button('retry', say('retry'), say('label.of', { label: say('retry'), name }))] : [],
      ...state === 'waiting' || state === 'uploading' ? [progressElement(key, name, sent)] : []),
    button('remove', '×', say(state === 'done' || state === 'failed' ? 'attach.remove' : 'attach.cancel', { name })));
}

/**
 * @param {string} act
 * @param {string} text
 * @param {string} label
 */
function button(act, text, label) {
  return element('button', { 'class': act === 'retry' ? 'text-button' : 'upload__remove', 'type': 'button', 'data-act': act, 'aria-label': label, 'title': label }, text);
}
