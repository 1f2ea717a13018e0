import { PAGE } from '../model/resume.js';
import { Span } from '../model/span.js';
import { Timeline } from '../model/timeline.js';
/** @import { Message } from '../model/message.js' */
/** @import { Api } from '../net/api.js' */

/** How many messages stay here while the reader follows the newest one; once there are twice as many, the others go. */
const FOLLOWED = 500;
/** How many messages may be here while the reader looks at others, and how many then stay on each side of the rows. */
const MOST = 4_000;
const BESIDE = 1_000;

/** The part of a topic that the user looks at. Older and newer pages come from the history. */
export class Pages {
  #topic;
  #api;
  #newest;
  #changed;
  /** The messages of it that have rows. */
  #span = new Span();
  /** @type {'idle' | 'loading' | 'failed'} */
  #older = 'idle';
  /** @type {Timeline | null} an older part of the topic that the user looks at, until it reaches the newest one */
  #past = null;
  #newer = false;
  #asked = 0;

  /**
   * @param {string} topic
   * @param {Api} api
   * @param {() => Timeline} newest the newest part of the topic; another one after the server was set back
   * @param {() => void} changed
   */
  constructor(topic, api, newest, changed) {
    this.#topic = topic;
    this.#api = api;
    this.#newest = newest;
    this.#changed = changed;
  }

  /** The messages that are here, around those that the user looks at. */
  get shown() {
    return this.#past ?? this.#newest();
  }

  get inPast() {
    return this.#past !== null;
  }

  /** The state above the rows. */
  get older() {
    return this.#older === 'idle' ? 'more' : this.#older;
  }

  /** Whether the rows begin with the first message here. */
  get atStart() {
    return this.#span.atStart;
  }

  /** Whether the rows end with the last message here. */
  get atEnd() {
    return this.#span.atEnd;
  }

  /**
   * The messages that get rows, as `transcript` takes them.
   * @param {boolean} following
   * @returns {(messages: Message[], underWay: number) => {start: number, end: number}}
   */
  part(following) {
    return (messages, underWay) => this.#span.over(messages, underWay, following);
  }

  /** Makes the changes of an event that has just come. */
  change = (/** @type {Message} */ event) => this.#past?.change(event);

  /** The rows go further up. */
  async goUp() {
    const { shown } = this;
    if (this.#span.older(shown.messages)) {
      this.#changed();
    } else if (this.#older !== 'loading' && !shown.startReached) {
      this.#setOlder('loading');
      this.#setOlder(await this.#loadOlder(shown));
    }
  }

  /** The rows go further down. */
  async goDown() {
    const past = this.#past;
    if (this.#span.newer(this.shown.messages)) {
      this.#changed();
    } else if (past && !this.#newer) {
      this.#newer = true;
      try {
        this.#extend(past, await this.#ask({ after: past.newest, limit: PAGE }));
        this.#span.newer(this.shown.messages);
      } catch {
        // The user scrolls again.
      }
      this.#newer = false;
      this.#changed();
    }
  }

  /**
   * Goes to a message.
   * @param {number} seq
   * @returns {Promise<boolean>} false if there is none with this number
   */
  async show(seq) {
    return this.#open(this.shown.get(seq) ? [] : await this.#ask({ around: seq, limit: PAGE }), seq);
  }

  /**
   * Goes to the first message at or after a time, or else to the newest.
   * @param {number} time ms since 1970
   * @returns {Promise<number>} its number; 0 if there are no messages
   */
  async showTime(time) {
    const page = await this.#ask({ at: new Date(time).toISOString(), limit: PAGE });
    const { seq = 0 } = page.find(({ sentAt }) => Date.parse(sentAt) >= time) ?? page.at(-1) ?? {};
    this.#open(page, seq);
    return seq;
  }

  /** Goes to the newest message. */
  showNewest() {
    this.#past = null;
    this.#span.follow();
    this.#changed();
  }

  /** Nobody looks at the topic any more. */
  leave() {
    this.#past = null;
    this.#span.follow();
    this.#newest().keepNewest(PAGE);
  }

  /**
   * Forgets what is far from the rows once there is very much. A page that is on its way may still be about it.
   * @param {boolean} following
   */
  tidy(following) {
    if (this.#asked === 0) {
      const newest = this.#newest();
      if ((following || this.#past) && newest.messages.length > 2 * FOLLOWED) {
        newest.keepNewest(FOLLOWED);
      }
      if (this.shown.messages.length > MOST) {
        this.#shorten();
      }
      newest.settle();
      this.#past?.settle();
    }
  }

  /** Keeps what is around the rows. The newest messages go on without it. */
  #shorten() {
    const { messages, startReached } = this.shown;
    const { start, end } = this.#span.over(messages, 0, false);
    const from = Math.max(0, start - BESIDE);
    const to = messages[end + BESIDE];
    if (to && !this.#past) {
      this.#past = new Timeline();
      this.#past.merge(messages);
      this.#past.settle();
      if (startReached) {
        this.#past.reachStart();
      }
    }
    this.shown.keep(messages[from].seq, to?.seq);
  }

  /**
   * @param {Message[]} page around the message, unless that is here
   * @param {number} seq
   */
  #open(page, seq) {
    if (!this.shown.get(seq) && page.some(message => message.seq === seq)) {
      const past = new Timeline();
      this.#past = past;
      this.#extend(past, page);
    }
    const found = this.shown.get(seq)?.type === 'posted';
    if (found) {
      this.#span.around(this.shown.messages, seq);
      this.#changed();
    }
    return found;
  }

  /**
   * @param {Timeline} past
   * @param {Message[]} page what follows it, or the part itself; empty at the end
   */
  #extend(past, page) {
    const newest = this.#newest();
    past.merge(page);
    past.hearFrom(newest);
    if (past === this.#past && newest.opened && (page.length === 0 || past.newest >= newest.oldest)) {
      newest.merge(past.messages);
      this.#past = null;
    }
  }

  /**
   * @param {Timeline} timeline the one that is shown now; if the server is set back meanwhile, there is another
   * @returns {Promise<'idle' | 'failed'>}
   */
  async #loadOlder(timeline) {
    const { oldest } = timeline;
    try {
      const page = await this.#ask({ before: oldest, limit: PAGE });
      // If the timeline was shortened meanwhile, there would be a gap.
      if (timeline.oldest === oldest) {
        timeline.merge(page);
        // A page may be short of what was asked for: large messages fill it.
        if (page.length === 0) {
          timeline.reachStart();
        }
        this.#span.older(this.shown.messages);
      }
      return 'idle';
    } catch {
      return 'failed';
    }
  }

  /** @param {{before?: number, after?: number, around?: number, at?: string, limit: number}} page */
  async #ask(page) {
    this.#asked++;
    try {
      return await this.#api.messages(this.#topic, page);
    } finally {
      this.#asked--;
    }
  }

  /** @param {'idle' | 'loading' | 'failed'} older */
  #setOlder(older) {
    this.#older = older;
    this.#changed();
  }
}
