import { highlighted } from '../model/highlighted.js';
import { element, find } from './element.js';

const BLOCKS = 'code[data-language]:not([data-highlighted])';

/** Colours the code blocks in the message list that name their language. */
export class Highlighting {
  #root = find('#log');
  #load;
  /** @type {HighlightJs | null} */
  #library = null;

  /** @param {() => Promise<HighlightJs>} load */
  constructor(load) {
    this.#load = load;
  }

  /** Colours the new blocks: at once if the library is here, otherwise when it has come. */
  draw = () => {
    const blocks = /** @type {HTMLElement[]} */ ([...this.#root.querySelectorAll(BLOCKS)]);
    if (this.#library) {
      blocks.forEach(block => this.#colour(block));
    } else if (blocks.length > 0) {
      this.#fetch();
    }
  };

  async #fetch() {
    try {
      this.#library = await this.#load();
      this.draw();
    } catch {
      // The code can be read without colours. The next painting tries again.
    }
  }

  /** @param {HTMLElement} block */
  #colour(block) {
    const { textContent, dataset: { language = '' } } = block;
    block.dataset.highlighted = '';
    if (this.#library) {
      block.replaceChildren(...highlighted(this.#library, textContent ?? '', language)
        .map(({ text, scope }) => scope ? element('span', { 'class': `hl-${scope}` }, text) : text));
    }
  }
}
