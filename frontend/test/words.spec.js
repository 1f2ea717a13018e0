import { Speech } from '/words.js';

/** The patterns are in the form in which the server sends them. */
const speech = patterns => new Speech({ locale: 'en-GB', patterns });

describe('Words', () => {
  it('are found by their key', () => {
    expect(speech({ 'reply.act': 'Reply' }).say('reply.act')).toBe('Reply');
  });

  it('show the key if there is no such sentence', () => {
    expect(speech({}).say('reply.act')).toBe('reply.act');
  });

  it('contain values', () => {
    const { say } = { say: (...all) => speech({ 'reply.to': ['Reply to ', ['sender'], '!'] }).say(...all) };
    expect(say('reply.to', { sender: 'ada' })).toBe('Reply to ada!');
  });

  it('write numbers as people do', () => {
    expect(speech({ head: [['count'], ' online'] }).say('head', { count: 12_000 })).toBe('12,000 online');
  });

  it('choose a plural', () => {
    const replies = speech({
      replies: [['count', 'plural', { '=0': 'no reply', 'one': [['count', 'number'], ' reply'], 'other': [['count', 'number'], ' replies'] }]],
    });
    expect([0, 1, 2, 1_000].map(count => replies.say('replies', { count }))).toEqual(['no reply', '1 reply', '2 replies', '1,000 replies']);
  });

  it('choose a case', () => {
    const place = speech({ place: ['in ', ['where', 'select', { topic: [['name']], other: 'Hubbub' }]] });
    expect(place.say('place', { where: 'topic', name: 'tea' })).toBe('in tea');
    expect(place.say('place', { where: 'server', name: 'tea' })).toBe('in Hubbub');
  });

  it('leave elements as they are', () => {
    const element = { tag: 'bdi' };
    expect(speech({ start: ['This is ', ['topic'], '.'] }).parts('start', { topic: element })).toEqual(['This is ', element, '.']);
  });

  it('list names', () => {
    expect(speech({}).list(['ada', 'grace', 'linus'])).toBe('ada, grace and linus');
  });
});
