import { isTopicName, presentIn, suggestedName, Topics } from '/model/topics.js';

describe('Topics', () => {
  const lobby = { name: 'lobby', title: 'Lobby', head: 3 };
  const ops = { name: 'ops', title: 'Operations' };
  const books = { name: 'books', title: 'Books' };

  it('are listed with the lobby first, then by title', () => {
    const topics = new Topics();
    topics.replace([ops, lobby, books]);
    expect(topics.list).toEqual([lobby, books, ops]);
  });

  it('are replaced by what the server says', () => {
    const topics = new Topics();
    topics.replace([ops]);
    topics.replace([books]);
    expect([topics.get('ops'), topics.get('books')]).toEqual([undefined, books]);
  });

  it('are listed anew once one has come, has another title, or is gone', () => {
    const topics = new Topics();
    topics.replace([ops, lobby]);
    expect(topics.list).toBe(topics.list);
    topics.add(books);
    expect(topics.list).toEqual([lobby, books, ops]);
    topics.add({ name: 'ops', title: 'Alarms' });
    expect(topics.list.map(({ title }) => title)).toEqual(['Lobby', 'Alarms', 'Books']);
    topics.remove('books');
    expect(topics.list.map(({ name }) => name)).toEqual(['lobby', 'ops']);
  });

  it('are there once, however often they are announced', () => {
    const topics = new Topics();
    topics.add(lobby);
    topics.add({ name: 'lobby', title: 'Hall' });
    expect(topics.list).toEqual([{ name: 'lobby', title: 'Hall', head: 3 }]);
  });

  it('have words for the lobby until somebody has changed it', () => {
    const made = { name: 'lobby', title: 'Lobby', description: 'Where everybody meets' };
    const topics = new Topics();
    topics.replace([made, { ...made, name: 'ops' }]);
    expect([topics.get('lobby'), topics.get('ops').title]).toEqual([made, 'Lobby']);
    topics.add({ ...made, description: 'Tea at five' });
    expect(topics.get('lobby').description).toBe('Tea at five');
  });

  it('are apart from conversations, of which the latest comes first', () => {
    const [linus, olga, otto] = ['linus', 'olga', 'otto'].map(title => ({ name: `dm-${title}`, title, access: 'direct' }));
    const topics = new Topics();
    topics.replace([ops, lobby], [linus, olga]);
    topics.add(otto);
    topics.add({ ...olga, head: 3 });
    expect(topics.list).toEqual([lobby, ops]);
    expect(topics.conversations.map(({ title }) => title)).toEqual(['otto', 'linus', 'olga']);
    topics.touch('dm-olga');
    topics.touch('ops');
    topics.remove('dm-otto');
    expect(topics.conversations.map(({ title }) => title)).toEqual(['olga', 'linus']);
    expect(topics.get('dm-olga').head).toBe(3);
  });

  it('know who is still in a conversation', () => {
    expect(presentIn({ people: [{ name: 'ada' }, { name: 'linus', left: true }] })).toEqual(['ada']);
    expect(presentIn(ops)).toEqual([]);
  });

  for (const [name, good] of [['ops', true], ['a', true], ['4u', true], ['release-party', true], ['a'.repeat(64), true],
    ['a'.repeat(65), false], ['', false], ['-a', false], ['a-', false], ['Ops', false], ['a.b', false], ['a b', false], ['ä', false]]) {
    it(`${good ? 'may' : 'may not'} be named ${JSON.stringify(name)}`, () => {
      expect(isTopicName(name)).toBe(good);
    });
  }

  for (const [title, name] of [['Release party', 'release-party'], ['Café — Talk!', 'cafe-talk'], ['  R & D  ', 'r-d'], ['漢字', ''],
    ['a'.repeat(63) + ' b', 'a'.repeat(63)]]) {
    it(`titled ${title} are suggested to be named ${JSON.stringify(name)}`, () => {
      expect(suggestedName(title)).toBe(name);
    });
  }
});
