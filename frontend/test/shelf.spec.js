import { Shelf } from '/model/shelf.js';
import { FakeStorage } from './people.js';

describe('A shelf', () => {
  it('gives back what was put on it', () => {
    const shelf = new Shelf(new FakeStorage(), 'x');
    shelf.save([1, { two: '3' }]);
    expect(shelf.load()).toEqual([1, { two: '3' }]);
  });

  it('is empty at first', () => {
    expect(new Shelf(new FakeStorage(), 'x').load()).toBeNull();
  });

  it('is empty if what lies there cannot be read', () => {
    const storage = new FakeStorage();
    storage.setItem('x', '{broken');
    expect(new Shelf(storage, 'x').load()).toBeNull();
  });

  it('goes on in memory when storage is full', () => {
    const full = { getItem: () => null, setItem() { throw new DOMException('full', 'QuotaExceededError'); } };
    const shelf = new Shelf(full, 'x');
    shelf.save('first');
    shelf.save('second');
    expect(shelf.load()).toBe('second');
  });

  it('goes on without storage that may not be read', () => {
    const forbidden = { getItem() { throw new DOMException('no', 'SecurityError'); }, setItem() {} };
    expect(new Shelf(forbidden, 'x').load()).toBeNull();
  });
});
