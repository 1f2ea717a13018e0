import { Entrance } from '/model/entrance.js';

describe('The entrance', () => {
  const open = { guests: true, signUp: 'open', invite: '' };

  it('lets guests in first', () => {
    expect(new Entrance(open).first).toBe('guest');
  });

  it('offers the other ways', () => {
    expect(new Entrance(open).others('guest')).toEqual(['sign-in', 'sign-up']);
    expect(new Entrance(open).others('sign-in')).toEqual(['guest', 'sign-up']);
  });

  it('asks for an account where guests may not come in', () => {
    const entrance = new Entrance({ ...open, guests: false });
    expect(entrance.first).toBe('sign-in');
    expect(entrance.others('sign-in')).toEqual(['sign-up']);
  });

  for (const signUp of ['invite', 'closed']) {
    it(`offers no account where sign-up is ${signUp}`, () => {
      expect(new Entrance({ ...open, signUp }).others('guest')).toEqual(['sign-in']);
    });
  }

  it('begins with the account of whoever is invited', () => {
    const entrance = new Entrance({ guests: true, signUp: 'invite', invite: 'secret' });
    expect(entrance.first).toBe('sign-up');
    expect(entrance.others('sign-up')).toEqual(['guest', 'sign-in']);
  });

  it('asks for a password but not of guests', () => {
    const entrance = new Entrance(open);
    expect([entrance.words('guest'), entrance.words('sign-in'), entrance.words('sign-up')].map(({ passwordIs }) => passwordIs))
      .toEqual(['', 'current-password', 'new-password']);
  });

  it('knows another name of the server', () => {
    const entrance = new Entrance(open);
    entrance.rename('Tea house');
    expect(entrance.words('guest').title).toBe('Welcome to Tea house');
  });

  it('goes on without an invitation that is not good', () => {
    const entrance = new Entrance({ guests: true, signUp: 'invite', invite: 'used' });
    entrance.loseInvite();
    expect(entrance.first).toBe('guest');
    expect(entrance.others('guest')).toEqual(['sign-in']);
  });
});
