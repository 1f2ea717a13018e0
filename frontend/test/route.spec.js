import { hashOf, isHere, messageIn, topicIn } from '/model/route.js';

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

  for (const [hash, topic, seq] of [['#/films/123', 'films', 123], ['#films/7', 'films', 7], ['#/films', 'films', 0], ['#/123', '123', 0],
    ['#/123/4', '123', 4], ['#/films/0', 'films/0', 0], ['#/films/-1', 'films/-1', 0], ['#/films/1x', 'films/1x', 0],
    ['#/films/12345678901234567890', 'films/12345678901234567890', 0], ['', 'lobby', 0]]) {
    it(`${hash} names message ${seq} of ${topic}`, () => {
      expect([topicIn(hash), messageIn(hash)]).toEqual([topic, seq]);
    });
  }

  it('of a message leads back to it', () => {
    for (const topic of ['ops', 'a b', 'x/12', '%']) {
      const hash = hashOf(topic, 5);
      expect([topicIn(hash), messageIn(hash)]).toEqual([topic, 5]);
    }
  });

  it('is in this page if it is this server\'s, and its other parts are the same', () => {
    const base = 'https://chat.example/hub/#/ops';
    const here = href => isHere(href, base);
    expect(['https://chat.example/hub/#/films/1', 'https://CHAT.example:443/hub/#/films'].map(here)).toEqual([true, true]);
    expect(['https://chat.example/hub/', 'https://chat.example/#/films', 'https://chat.example/hub/?x#/films', 'http://chat.example/hub/#/films',
      'https://chat.example.org/hub/#/films', 'https://chat.example/hub/#films'].filter(here)).toEqual([]);
  });
});
