import { DraftSaver } from '/main/draft-saver.js';
import { Drafts } from '/model/drafts.js';
import { Shelf } from '/model/shelf.js';
import { FakeStorage } from './people.js';

describe('The saver of drafts', () => {
  /** @type {((texts: {topic: string, text: string}[]) => void)[]} */
  let answers;
  let drafts;
  let saver;

  beforeEach(() => {
    answers = [];
    drafts = new Drafts(new Shelf(new FakeStorage(), 'drafts'));
    saver = new DraftSaver(drafts, {
      drafts: () => new Promise(answer => {
        answers.push(answer);
      }),
      keepDraft: () => Promise.resolve(),
    }, () => {});
  });

  /** Until the server has been asked so often. */
  async function asked(count) {
    while (answers.length < count) {
      await Promise.resolve();
    }
  }

  it('keeps what has come and what was saved while the server was slow to answer', async () => {
    const loaded = saver.load();
    await asked(1);
    saver.hear({ topic: 'ops', text: 'theirs' });
    drafts.keep('tea', 'mine');
    await saver.save();
    answers[0]([{ topic: 'ops', text: 'before' }, { topic: 'tea', text: 'before' }]);
    await loaded;
    expect([drafts.of('ops'), drafts.of('tea'), drafts.unsaved]).toEqual(['theirs', 'mine', []]);
  });

  it('takes no answer to an earlier question after one to a later question', async () => {
    const first = saver.load();
    await asked(1);
    const second = saver.load();
    await asked(2);
    answers[1]([{ topic: 'ops', text: 'new' }]);
    await second;
    answers[0]([{ topic: 'ops', text: 'old' }]);
    await first;
    expect(drafts.of('ops')).toBe('new');
  });
});
