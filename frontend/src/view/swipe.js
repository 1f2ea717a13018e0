/** How far a finger goes before it means another picture, in pixels. */
const FAR = 60;

/** Follows a finger that moves a picture to the side. */
export class Swipe {
  #stage;
  #image;
  #swiped;
  #from = 0;
  /** @type {number | null} */
  #finger = null;
  /** True if the finger that was lifted last had moved. */
  moved = false;
  /** @type {AbortController | null} */
  #life = null;

  /**
   * @param {HTMLElement} stage where the finger moves
   * @param {HTMLElement} image what moves with it
   * @param {(distance: -1 | 1) => void} swiped
   */
  constructor(stage, image, swiped) {
    this.#stage = stage;
    this.#image = image;
    this.#swiped = swiped;
  }

  start() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#stage.addEventListener('pointerdown', this.#put, { signal });
    this.#stage.addEventListener('pointermove', this.#moved, { signal });
    this.#stage.addEventListener('pointerup', this.#lifted, { signal });
    this.#stage.addEventListener('pointercancel', this.#end, { signal });
  }

  stop() {
    this.#life?.abort();
  }

  /**
   * A second finger makes the picture larger.
   * @param {PointerEvent} event
   */
  #put = ({ pointerType, pointerId, isPrimary, clientX }) => {
    this.moved = false;
    if (isPrimary && pointerType !== 'mouse') {
      this.#finger = pointerId;
      this.#from = clientX;
    } else {
      this.#end();
    }
  };

  /** @param {PointerEvent} event */
  #moved = ({ pointerId, clientX }) => {
    if (pointerId === this.#finger) {
      this.#image.style.setProperty('translate', `${clientX - this.#from}px`);
    }
  };

  /** @param {PointerEvent} event */
  #lifted = ({ pointerId, clientX }) => {
    const way = clientX - this.#from;
    if (pointerId === this.#finger && Math.abs(way) > FAR) {
      this.moved = true;
      this.#swiped(way < 0 ? 1 : -1);
    }
    this.#end();
  };

  #end = () => {
    this.#finger = null;
    this.#image.style.removeProperty('translate');
  };
}
