import { Backoff } from '../model/backoff.js';
import { hearFrom } from '../model/destinations.js';
import { PAGE, Resume } from '../model/resume.js';
import { Timeline } from '../model/timeline.js';
/** @import { Message } from '../model/message.js' */
/** @import { Api } from '../net/api.js' */
/** @import { Connection } from '../net/connection.js' */
/** @import { Top } from '../view/log.js' */

const KEEP = 1_000;

/** A topic that the user has opened. Its events come by its subscription. Only older pages come from the history. */
export class Room {
  #api;
  #connection;
  #head;
  #changed;
  #resume = new Resume();
  #backoff = new Backoff({ first: 1_000 });
  /** Tells one subscription from the next. */
  subscription = 0;
  #unsubscribe = () => {};
  #timer = 0;
  #refused = false;
  /** @type {'idle' | 'loading' | 'failed'} */
  #older = 'idle';
  /** @type {Timeline | null} an older part of the topic that the user looks at, until it reaches the newest one */
  #past = null;
  #newer = false;

  /**
   * @param {string} topic
   * @param {Api} api
   * @param {Connection} connection
   * @param {() => number} head the number of the topic's newest event as far as it is known
   * @param {(newer: Message[]) => void} changed `newer`: the messages that came in behind those that were here
   */
  constructor(topic, api, connection, head, changed) {
    this.topic = topic;
    this.#api = api;
    this.#connection = connection;
    this.#head = head;
    this.#changed = changed;
  }

  /** The newest part of the topic. */
  get timeline() {
    return this.#resume.timeline;
  }

  /** The part that the user looks at. */
  get shown() {
    return this.#past ?? this.timeline;
  }

  /** Whether the user looks at an older part. */
  get inPast() {
    return this.#past !== null;
  }

  /** Subscribes on the present connection, and goes on from what is here. */
  listen() {
    this.#leave();
    this.subscription++;
    const { epoch } = this.#connection;
    this.#unsubscribe = this.#connection.subscribe(hearFrom(this.topic), {
      headers: this.#resume.begin(this.#head()),
      take: (event, { resume }) => this.#goOn(() => {
        this.#past?.change(event);
        return this.#resume.take(event, epoch, resume);
      }),
      stands: this.#stands,
      refused: this.#wasRefused,
    });
  }

  /** The topic's newest number is known, as the server told it after the subscription had begun. */
  confirm() {
    this.#goOn(() => this.#resume.confirm(this.#head()));
  }

  stop() {
    this.#leave();
    this.#past = null;
    this.timeline.keepNewest(PAGE);
  }

  async loadOlder() {
    if (!this.timeline.opened) {
      return this.#refused && this.listen();
    }
    if (this.#older !== 'loading' && !this.shown.startReached) {
      this.#setOlder('loading');
      this.#setOlder(await this.#fetchOlder(this.shown));
    }
  }

  /** Loads what follows the older part that the user looks at. */
  async loadNewer() {
    const past = this.#past;
    if (past && !this.#newer) {
      this.#newer = true;
      try {
        this.#extend(past, await this.#api.messages(this.topic, { after: past.newest, limit: PAGE }));
      } catch {
        // The user scrolls again.
      }
      this.#newer = false;
      this.#changed([]);
    }
  }

  /**
   * Shows the part of the topic around a message.
   * @param {number} seq
   */
  async show(seq) {
    if (!this.shown.get(seq)) {
      const page = await this.#api.messages(this.topic, { around: seq, limit: PAGE });
      const past = new Timeline();
      past.merge(page);
      this.#past = past;
      this.#extend(past, page);
      this.#changed([]);
    }
  }

  /** Goes back to the newest part. */
  showNewest() {
    if (this.#past) {
      this.#past = null;
      this.#changed([]);
    }
  }

  /**
   * @param {Timeline} past
   * @param {Message[]} page what follows it, or the part itself; empty at the end
   */
  #extend(past, page) {
    past.merge(page);
    const { timeline } = this;
    if (past === this.#past && timeline.opened && (page.length === 0 || past.newest >= timeline.oldest)) {
      timeline.merge(past.messages);
      this.#past = null;
    }
  }

  /** Forgets old messages once there are very many; only while nobody looks at them. */
  trim() {
    if (!this.#past && this.timeline.size > KEEP && this.#older !== 'loading') {
      this.timeline.keepNewest(KEEP / 2);
    }
  }

  /** @returns {Top} */
  get top() {
    if (!this.timeline.opened) {
      return this.#refused ? 'failed' : 'loading';
    }
    if (this.shown.startReached) {
      return 'start';
    }
    return this.#older === 'idle' ? 'more' : this.#older;
  }

  #leave() {
    clearTimeout(this.#timer);
    this.#unsubscribe();
    this.#unsubscribe = () => {};
  }

  #stands = () => {
    this.#refused = false;
    this.#backoff.reset();
    this.#resume.stand();
    this.#changed([]);
  };

  #wasRefused = () => {
    this.#refused = true;
    this.#timer = window.setTimeout(() => this.listen(), this.#backoff.next());
    this.#changed([]);
  };

  /** @param {() => boolean} step false if it takes a new subscription to go on */
  #goOn(step) {
    const before = this.timeline.opened ? this.timeline.newest : Infinity;
    if (!step()) {
      this.listen();
    }
    this.#changed(this.timeline.messages.filter(({ seq }) => seq > before));
  }

  /**
   * @param {Timeline} timeline the one that is shown now; if the server is set back meanwhile, there is another
   * @returns {Promise<'idle' | 'failed'>}
   */
  async #fetchOlder(timeline) {
    try {
      const page = await this.#api.messages(this.topic, { before: timeline.oldest, limit: PAGE });
      timeline.merge(page);
      // A page may be short of what was asked for: large messages fill it.
      if (page.length === 0) {
        timeline.reachStart();
      }
      return 'idle';
    } catch {
      return 'failed';
    }
  }

  /** @param {'idle' | 'loading' | 'failed'} older */
  #setOlder(older) {
    this.#older = older;
    this.#changed([]);
  }
}
