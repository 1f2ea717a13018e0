import { Archive } from '/net/archive.js';
import { bounded, surplus } from '/model/kept.js';
import { Resume } from '/model/resume.js';
import { ada, deletion } from './people.js';

const topic = (name, messages, at = 1) => ({ name, messages, head: 9, epoch: 'a', at });
const many = count => Array.from({ length: count }, (_, i) => ada(i + 1));

describe('What is kept of a topic', () => {
  it('is its newest 200 messages', () => {
    const { messages } = bounded(topic('films', many(250)));
    expect([messages.length, messages[0].seq, messages.at(-1).seq]).toEqual([200, 51, 250]);
  });

  it('is less if they are long', () => {
    const long = many(10).map(message => ({ ...message, text: 'x'.repeat(100_000) }));
    expect(bounded(topic('films', long)).messages.map(({ seq }) => seq)).toEqual([9, 10]);
  });

  it('makes room for other topics, the oldest first', () => {
    const topics = Array.from({ length: 52 }, (_, i) => ({ name: `t${i}`, at: i }));
    expect(surplus(topics)).toEqual(['t1', 't0']);
    expect(surplus(topics.slice(2))).toEqual([]);
  });

  it('is shown at once, and goes on from there', () => {
    const resume = new Resume(topic('films', many(3)));
    expect([resume.timeline.opened, resume.timeline.messages.length]).toEqual([true, 3]);
    expect(resume.begin(5)).toEqual({ since: '3', epoch: 'a' });
    expect(resume.take(deletion(4, 2), 'a')).toBe(true);
    expect(resume.timeline.get(2).text).toBe('');
  });

  it('is nothing of a topic without messages', () => {
    expect(new Resume(topic('films', [])).begin(5)).toEqual({ last: '50' });
  });
});

describe('An archive', () => {
  let archive;
  let path = 0;
  const user = name => ({ name, role: 'member', topics: [], conversations: [] });

  beforeEach(() => {
    archive = new Archive(`/spec-${Date.now()}-${path++}/`, all => all.length > 2 ? [all[0].name] : []);
  });

  it('gives back what it has', async () => {
    expect(await archive.load()).toBeUndefined();
    await archive.keepUser(user('ada'));
    await archive.keepTopic('ada', topic('films', many(1)));
    const { user: kept, topics } = await archive.load();
    expect([kept.name, topics.map(({ name, messages }) => [name, messages.length])]).toEqual(['ada', [['films', 1]]]);
  });

  it('belongs to one user', async () => {
    await archive.keepUser(user('ada'));
    await archive.keepTopic('ada', topic('films', many(1)));
    await archive.keepUser(user('grace'));
    await archive.keepTopic('ada', topic('ops', many(1)));
    expect((await archive.load()).topics).toEqual([]);
  });

  it('keeps nothing after the user has left', async () => {
    await archive.keepUser(user('ada'));
    await archive.keepTopic('ada', topic('films', many(1)));
    await archive.clear();
    await archive.keepTopic('ada', topic('films', many(1)));
    expect([await archive.load(), await archive.topics()]).toEqual([undefined, []]);
  });

  it('keeps the later of two states, unless a clock was wrong', async () => {
    const count = async () => (await archive.topics())[0].messages.length;
    await archive.keepUser(user('ada'));
    await archive.keepTopic('ada', topic('films', many(2), 5));
    await archive.keepTopic('ada', topic('films', many(1), 4));
    expect(await count()).toBe(2);
    await archive.keepTopic('ada', topic('films', many(3), Date.now() + 1_000_000));
    await archive.keepTopic('ada', topic('films', many(4), 6));
    expect(await count()).toBe(4);
  });

  it('makes room', async () => {
    await archive.keepUser(user('ada'));
    for (const name of ['a', 'b', 'c']) {
      await archive.keepTopic('ada', topic(name, []));
    }
    expect((await archive.topics()).map(({ name }) => name)).toEqual(['b', 'c']);
    await archive.drop('b');
    expect((await archive.topics()).map(({ name }) => name)).toEqual(['c']);
  });
});
