import { Drafts } from '/model/drafts.js';
import { Shelf } from '/model/shelf.js';
import { FakeStorage } from './people.js';

describe('Drafts', () => {
  const storage = new FakeStorage();
  const opened = () => new Drafts(new Shelf(storage, 'drafts'));

  beforeEach(() => storage.items.clear());

  it('are empty at first', () => {
    expect(opened().of('lobby')).toBe('');
  });

  it('are kept for each topic', () => {
    const drafts = opened();
    drafts.keep('lobby', 'half a');
    drafts.keep('ops', 'sentence');
    expect([drafts.of('lobby'), drafts.of('ops')]).toEqual(['half a', 'sentence']);
  });

  it('survive a reload', () => {
    opened().keep('lobby', 'half a');
    expect(opened().of('lobby')).toBe('half a');
  });

  it('are gone once sent', () => {
    const drafts = opened();
    drafts.keep('lobby', 'half a');
    drafts.keep('lobby', '');
    expect([drafts.of('lobby'), opened().of('lobby')]).toEqual(['', '']);
  });

  it('are gone once cleared', () => {
    const drafts = opened();
    drafts.keep('lobby', 'half a');
    drafts.clear();
    expect([drafts.of('lobby'), opened().of('lobby')]).toEqual(['', '']);
  });
});
