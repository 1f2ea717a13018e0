import { isOfConnection } from '/net/fault.js';

describe('A fault', () => {
  it('is of the connection, which the page makes anew', () => {
    for (const code of ['server.stopping', 'heart-beat.missing', 'reader.slow', 'budget.connection', 'subscription.ended']) {
      expect(isOfConnection(code)).toBe(true);
    }
  });

  it('is for people otherwise', () => {
    for (const code of ['banned', 'muted', 'rate.limited', 'store.unavailable', 'frame.too-large', '']) {
      expect(isOfConnection(code)).toBe(false);
    }
  });
});
