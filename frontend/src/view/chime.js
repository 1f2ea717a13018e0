/** Two short tones, the second one higher. */
const TONES = [[660, 0], [880, 0.12]];
const LENGTH = 0.35;
const VOLUME = 0.12;

/** A sound that the browser makes itself. It stays silent before the first input of the user, as browsers demand. */
export class Chime {
  /** @type {AudioContext | null} */
  #context = null;

  async play() {
    if (!navigator.userActivation?.hasBeenActive) {
      return;
    }
    this.#context ??= new AudioContext();
    const context = this.#context;
    await context.resume();
    TONES.forEach(([pitch, after]) => sound(context, pitch, context.currentTime + after));
  }

  stop() {
    this.#context?.close().catch(() => {});
    this.#context = null;
  }
}

/**
 * A tone that begins at once and fades away.
 * @param {AudioContext} context
 * @param {number} pitch in hertz
 * @param {number} at in seconds
 */
function sound(context, pitch, at) {
  const tone = new OscillatorNode(context, { frequency: pitch });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(VOLUME, at + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.001, at + LENGTH);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + LENGTH);
}
