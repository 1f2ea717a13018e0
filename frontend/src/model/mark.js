/**
 * How far one has come in a topic's log, and in which epoch of the server's store. A number says nothing without its
 * epoch: a store that was set back gives the same numbers to other messages.
 */
export class Mark {
  epoch = '';
  seq = 0;

  /**
   * States that what is here up to `seq` is the log's, in this epoch.
   * @param {string} epoch
   * @param {number} seq
   */
  set(epoch, seq) {
    this.epoch = epoch;
    this.seq = seq;
  }

  /**
   * Moves on, unless the epoch is another and nobody has compared the two yet.
   * @param {string} epoch
   * @param {number} seq
   */
  advance(epoch, seq) {
    if (epoch === this.epoch) {
      this.seq = seq;
    }
  }
}
