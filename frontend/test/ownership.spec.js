import { Ownership } from '/model/ownership.js';
import { Shelf } from '/model/shelf.js';
import { FakeStorage, ada, grace } from './people.js';

describe('The ownership of messages', () => {
  let storage;

  const of = me => new Ownership(me, new Shelf(storage, 'own'));
  const guest = () => of({ name: 'ada', hasAccount: false });

  beforeEach(() => {
    storage = new FakeStorage();
  });

  it('goes by the name for an account', () => {
    const own = of({ name: 'ada', hasAccount: true });
    own.add('id-2');
    expect([own.of(ada(1)), own.of(grace(2))]).toEqual([true, false]);
  });

  it('goes by what the browser sent for a guest, and outlives a reload and another name', () => {
    guest().add('id-1');
    const later = of({ name: 'grace', hasAccount: false });
    expect([later.of(ada(1)), later.of(ada(2)), later.of({ ...ada(3), id: null })]).toEqual([true, false, false]);
  });

  it('knows what another tab sent, once it sends itself', () => {
    const own = guest();
    guest().add('id-1');
    own.add('id-2');
    expect([own.of(ada(1)), own.of(ada(2))]).toEqual([true, true]);
  });

  it('is over when the guest leaves', () => {
    guest().add('id-1');
    guest().clear();
    expect(guest().of(ada(1))).toBe(false);
  });

  it('stays small', () => {
    const own = guest();
    for (let i = 1; i <= 1_001; i++) {
      own.add(`id-${i}`);
    }
    expect([own.of(ada(1)), own.of(ada(2)), own.of(ada(1_001))]).toEqual([false, true, true]);
  });
});
