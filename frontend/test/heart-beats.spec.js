import { HeartBeats } from '/net/heart-beats.js';

describe('Heart-beats', () => {
  let now = 0;
  const heartBeats = () => new HeartBeats(10_000, () => now);

  it('are due before anything was sent', () => {
    expect(heartBeats().due).toBe(true);
  });

  it('are not due while one writes', () => {
    const beats = heartBeats();
    beats.sent();
    now += 4_999;
    expect(beats.due).toBe(false);
  });

  it('answer what comes once little was sent', () => {
    const beats = heartBeats();
    beats.sent();
    now += 5_000;
    expect(beats.due).toBe(true);
    beats.sent();
    expect(beats.due).toBe(false);
  });

  it('keep a page alive whose timers never run', () => {
    const beats = heartBeats();
    let silence = 0;
    let last = now;
    beats.sent();
    // The server's heart-beats come a little before they are due.
    for (let beat = 0; beat < 100; beat++) {
      now += 9_400;
      if (beats.due) {
        silence = Math.max(silence, now - last);
        last = now;
        beats.sent();
      }
    }
    expect(silence).toBe(9_400);
  });
});
