import { hashOf, topicIn } from '/model/route.js';

describe('An address', () => {
  for (const [hash, topic] of [['', 'lobby'], ['#', 'lobby'], ['#/', 'lobby'], ['#/ops', 'ops'], ['#ops', 'ops'],
    ['#/a%20b', 'a b'], ['#/%E0%A4%A', '%E0%A4%A'], ['#/a/b', 'a/b']]) {
    it(`${hash} names the topic ${topic}`, () => {
      expect(topicIn(hash)).toBe(topic);
    });
  }

  it('leads back to where it came from', () => {
    for (const topic of ['ops', 'release-party', 'a b', 'ä/ö', '<script>', '%']) {
      expect(topicIn(hashOf(topic))).toBe(topic);
    }
  });
});
