import { addressOf } from '../model/attachment.js';
import { plainName } from '../model/file-name.js';
import { sizeLabel } from '../model/file-size.js';
import { momentLabel } from '../model/moment.js';
import { pictureAt } from '../model/pictures.js';
import { say } from '../words.js';
import { find } from './element.js';
import { Swipe } from './swipe.js';
/** @import { Picture } from '../model/pictures.js' */

/** The large view of the pictures in a topic. */
export class Viewer {
  #dialog = /** @type {HTMLDialogElement} */ (find('#viewer'));
  #stage = find('#viewer-stage');
  #image = /** @type {HTMLImageElement} */ (find('#viewer-picture'));
  #name = find('#viewer-name');
  #about = find('#viewer-about');
  #download = /** @type {HTMLAnchorElement} */ (find('#viewer-download'));
  #previous = find('#viewer-previous');
  #next = find('#viewer-next');
  #swipe = new Swipe(this.#stage, this.#image, distance => this.#go(distance));
  /** @type {Picture[]} */
  #pictures = [];
  #key = '';
  #closed;
  /** @type {AbortController | null} */
  #life = null;

  /** @param {() => void} closed gives the focus back if its place is gone */
  constructor(closed) {
    this.#closed = closed;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#swipe.start();
    this.#dialog.addEventListener('keydown', this.#pressed, { signal });
    this.#dialog.addEventListener('close', this.#wasClosed, { signal });
    this.#stage.addEventListener('click', this.#clicked, { signal });
    find('#viewer-close').addEventListener('click', this.close, { signal });
    this.#previous.addEventListener('click', () => this.#go(-1), { signal });
    this.#next.addEventListener('click', () => this.#go(1), { signal });
  }

  stop() {
    this.close();
    this.#swipe.stop();
    this.#life?.abort();
  }

  get isOpen() {
    return this.#dialog.open;
  }

  /**
   * @param {Picture[]} pictures
   * @param {string} key of the one to begin with
   */
  open(pictures, key) {
    this.#pictures = pictures;
    this.#dialog.showModal();
    this.#show(pictureAt(pictures, pictures, key));
  }

  /**
   * The topic has other pictures now.
   * @param {Picture[]} pictures
   */
  draw(pictures) {
    const next = pictureAt(pictures, this.#pictures, this.#key);
    this.#pictures = pictures;
    this.#show(next);
  }

  close = () => {
    this.#dialog.close();
  };

  /** @param {number} distance */
  #go(distance) {
    this.#show(pictureAt(this.#pictures, this.#pictures, this.#key, distance));
  }

  /** @param {Picture | undefined} picture */
  #show(picture) {
    if (!picture) {
      this.close();
      return;
    }
    const at = this.#pictures.indexOf(picture);
    this.#previous.setAttribute('aria-disabled', String(at === 0));
    this.#next.setAttribute('aria-disabled', String(at === this.#pictures.length - 1));
    this.#about.textContent = say('viewer.about', {
      place: at + 1, count: this.#pictures.length, sender: picture.sender, moment: momentLabel(picture.sentAt), size: sizeLabel(picture.size),
    });
    if (picture.key !== this.#key) {
      this.#key = picture.key;
      this.#draw(picture);
    }
  }

  /** @param {Picture} picture */
  #draw({ key, name, url, thumbnail, width = 0, height = 0 }) {
    const label = plainName(name);
    const address = addressOf(url);
    this.#name.textContent = this.#image.alt = label;
    this.#download.href = address;
    this.#download.download = label;
    this.#image.width = width;
    this.#image.height = height;
    // The small one is here already.
    this.#image.src = thumbnail ? addressOf(thumbnail) : address;
    if (thumbnail) {
      const full = new Image();
      full.src = address;
      full.decode().then(() => {
        if (this.#key === key) {
          this.#image.src = address;
        }
      }, () => {});
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed = event => {
    /** @type {Record<string, number>} */
    const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
    const step = event.altKey || event.ctrlKey || event.metaKey ? 0 : steps[event.key];
    if (step) {
      event.preventDefault();
      this.#go(step);
    }
  };

  /**
   * Beside the picture.
   * @param {MouseEvent} event
   */
  #clicked = ({ target }) => {
    if (target === this.#stage && !this.#swipe.moved) {
      this.close();
    }
  };

  #wasClosed = () => {
    this.#key = '';
    this.#pictures = [];
    this.#image.removeAttribute('src');
    this.#closed();
  };
}
