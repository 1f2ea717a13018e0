import { Directory } from '/main/directory.js';

describe('The directory', () => {
  const lobby = { name: 'lobby', title: 'Hall', head: 3 };
  const tea = { name: 'tea', title: 'Tea', head: 5 };
  const [linus, olga] = ['linus', 'olga'].map(title => ({ name: `dm-${title}`, title, access: 'direct' }));

  /** @type {Record<string, ((answer: unknown) => void)[]>} the answers that are awaited */
  let answers;
  let directory;

  const asked = name => () => new Promise(answer => {
    (answers[name] ??= []).push(answer);
  });

  beforeEach(() => {
    answers = {};
    const api = Object.fromEntries(['topics', 'conversations', 'topic', 'createTopic', 'changeTopic'].map(name => [name, asked(name)]));
    directory = new Directory(api, { hasAccount: true });
  });

  function answer(at, topics, conversations = []) {
    answers.topics[at](topics);
    answers.conversations[at](conversations);
  }

  const titles = () => directory.list.map(({ title }) => title);

  it('keeps the news that come before the answer to an earlier question', async () => {
    const loaded = directory.load();
    directory.add({ name: 'tea', title: 'Green tea', head: 4 });
    directory.add({ name: 'books', title: 'Books', head: 0 });
    directory.add({ name: 'ops', title: 'Operations', head: 1 });
    directory.remove('ops');
    answer(0, [lobby, tea, { name: 'ops', title: 'Operations', head: 1 }]);
    await loaded;
    expect(titles()).toEqual(['Hall', 'Books', 'Green tea']);
    expect(directory.get('tea').head).withContext('the answer knows of later events').toBe(5);
  });

  it('keeps the order of conversations with news', async () => {
    const loaded = directory.load();
    answer(0, [lobby], [linus, olga]);
    await loaded;
    const again = directory.load();
    directory.touch('dm-olga');
    answer(1, [lobby], [linus, olga]);
    await again;
    expect(directory.conversations.map(({ title }) => title)).toEqual(['olga', 'linus']);
  });

  it('is as the server says of what was heard before the question', async () => {
    directory.add({ name: 'tea', title: 'Green tea' });
    const loaded = directory.load();
    answer(0, [lobby, tea]);
    await loaded;
    expect(titles()).toEqual(['Hall', 'Tea']);
  });

  it('takes no answer to an earlier question after one to a later question', async () => {
    const first = directory.load();
    const second = directory.load();
    answer(1, [lobby, tea]);
    await second;
    answer(0, [lobby]);
    await first;
    expect(titles()).toEqual(['Hall', 'Tea']);
  });

  it('keeps later news of a topic that the page has changed', async () => {
    const loaded = directory.load();
    const changed = directory.change('tea', { title: 'Mine' });
    directory.add({ ...tea, title: 'Mine' });
    directory.add({ ...tea, title: 'Theirs' });
    answers.changeTopic[0]({ ...tea, title: 'Mine' });
    expect((await changed).title).toBe('Theirs');
    answer(0, [lobby, tea]);
    await loaded;
    expect(titles()).toEqual(['Hall', 'Theirs']);
    const again = directory.change('tea', { title: 'Mine' });
    directory.remove('tea');
    answers.changeTopic[1]({ ...tea, title: 'Mine' });
    expect(await again).toBeUndefined();
  });
});
