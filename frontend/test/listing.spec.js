import { Listing } from '/model/listing.js';

describe('A listing', () => {
  const items = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => ({ id: from + i }));

  it('is being loaded at first, and from the start', () => {
    const listing = new Listing('Nothing.', 2);
    expect([listing.foot, listing.cursor]).toEqual([{ text: 'Loading…', button: '' }, undefined]);
  });

  it('goes on from the last entry while pages are full', () => {
    const listing = new Listing('Nothing.', 2);
    listing.take(items(1, 2));
    expect([listing.cursor, listing.foot.button]).toEqual([2, 'more']);
    listing.begin();
    expect(listing.foot).toEqual({ text: 'Loading…', button: '' });
    listing.take(items(3, 3));
    expect([listing.items, listing.foot]).toEqual([items(1, 3), { text: '', button: '' }]);
  });

  it('has an entry once, however often it is told', () => {
    const listing = new Listing('Nothing.', Infinity);
    listing.take(items(1, 2));
    listing.take(items(2, 3));
    expect(listing.items).toEqual(items(1, 3));
  });

  it('says that there is nothing, also once the last has gone', () => {
    const listing = new Listing('Nothing.', Infinity);
    listing.take(items(1, 1));
    expect(listing.foot.text).toBe('');
    listing.remove(1);
    expect(listing.foot).toEqual({ text: 'Nothing.', button: '' });
  });

  it('keeps the place of an entry that changes', () => {
    const listing = new Listing('Nothing.', Infinity);
    listing.take(items(1, 2));
    listing.put({ id: 1, role: 'admin' });
    expect(listing.items).toEqual([{ id: 1, role: 'admin' }, { id: 2 }]);
  });

  it('can be asked again after a failure, and keeps what it has', () => {
    const listing = new Listing('Nothing.', 1);
    listing.take(items(1, 1));
    listing.fail({ status: 503, message: 'Full.' });
    expect([listing.foot, listing.items]).toEqual([{ text: 'This could not be loaded. Full.', button: 'again' }, items(1, 1)]);
    listing.fail({ message: 'Unreachable.' });
    expect([listing.foot.button, listing.offered]).toEqual(['again', true]);
  });

  it('says if the server has no such list', () => {
    const listing = new Listing('Nothing.', 1);
    listing.fail({ status: 404, message: 'There is nothing at this address.' });
    expect([listing.foot, listing.offered]).toEqual([{ text: 'This server does not offer this.', button: '' }, false]);
  });
});
