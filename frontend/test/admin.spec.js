import { auditEntry } from '/model/admin/audit-entry.js';
import { inviteEntry } from '/model/admin/invite-entry.js';
import { panelIn, panelTitle } from '/model/admin/panels.js';
import { restricted, restrictionEntry, wantedRestriction } from '/model/admin/restriction.js';
import { userEntry } from '/model/admin/user-entry.js';

const acts = ({ offers }) => offers.map(({ act }) => act);

describe('The parts of the admin page', () => {
  for (const [hash, panel] of [['', 'users'], ['#bans', 'bans'], ['#nowhere', 'users'], ['#toString', 'users']]) {
    it(`begin with ${panel} at ${JSON.stringify(hash)}`, () => {
      expect(panelIn(hash)).toBe(panel);
    });
  }

  it('have titles', () => {
    expect(panelTitle('audit')).toBe('Audit log');
  });
});

describe('A user', () => {
  const ada = { id: 1, username: 'ada', role: 'member', createdAt: '2026-03-04T12:00:00Z' };

  it('can become an admin, and an admin a member', () => {
    expect([userEntry(ada, 'olga').tag, acts(userEntry(ada, 'olga'))]).toEqual(['', ['promote']]);
    const admin = userEntry({ ...ada, role: 'admin' }, 'olga');
    expect([admin.tag, acts(admin), admin.offers[0].question.title]).toEqual(['Admin', ['demote'], 'Make ada a member?']);
  });

  it('is told what it means to stop being one oneself', () => {
    const oneself = userEntry({ ...ada, role: 'admin' }, 'ada');
    expect([oneself.facts[0], oneself.offers[0].question.title]).toEqual(['This is you', 'Stop being an admin?']);
  });
});

describe('An invitation', () => {
  const made = { id: 3, createdBy: 'olga', createdAt: '2026-03-01T12:00:00Z', expiresAt: '2026-03-08T12:00:00Z', usedBy: null };
  const expiry = Date.parse(made.expiresAt);

  it('can be revoked while it is good', () => {
    const entry = inviteEntry(made, expiry - 1);
    expect([entry.tag, acts(entry), entry.offers[0].label]).toEqual(['', ['revoke'], 'Revoke']);
    expect(entry.facts[0]).toMatch(/^Good until 8 Mar 2026/);
  });

  it('can be removed once it has expired', () => {
    const entry = inviteEntry(made, expiry);
    expect([entry.tag, entry.offers[0].label]).toEqual(['Expired', 'Remove']);
  });

  it('stays, with whom it made, once it is used', () => {
    const entry = inviteEntry({ ...made, usedBy: 'ada' }, expiry);
    expect([entry.tag, entry.facts[0], acts(entry)]).toEqual(['Used', 'Used by ada', []]);
  });
});

describe('A ban', () => {
  const typed = { kind: 'ban', name: ' troll ', amount: '', unit: 'minutes', reason: ' ' };

  it('is for good without a time', () => {
    expect(wantedRestriction(typed)).toEqual({ kind: 'ban', username: 'troll' });
    expect(restricted(wantedRestriction(typed))).toBe('troll is banned for good.');
  });

  for (const [amount, unit, minutes] of [['1', 'minutes', 1], ['2', 'hours', 120], ['365', 'days', 525_600], ['0.5', 'hours', 30]]) {
    it(`lasts ${minutes} minutes if it is for ${amount} ${unit}`, () => {
      expect(wantedRestriction({ ...typed, amount, unit, reason: 'spam' }))
        .toEqual({ kind: 'ban', username: 'troll', minutes, reason: 'spam' });
    });
  }

  for (const [amount, unit] of [['0', 'minutes'], ['-1', 'days'], ['366', 'days'], ['0.1', 'minutes'], ['long', 'hours']]) {
    it(`does not last ${amount} ${unit}`, () => {
      expect(() => wantedRestriction({ ...typed, amount, unit })).toThrow(jasmine.objectContaining({ code: 'amount.ill-formed' }));
    });
  }

  it('is somebody\'s', () => {
    expect(() => wantedRestriction({ ...typed, name: ' ' })).toThrow(jasmine.objectContaining({ code: 'name.ill-formed' }));
  });

  it('tells the address that it counts for, and why', () => {
    const { facts } = restrictionEntry('ban', { id: 1, username: 'troll', address: '192.0.2.7', reason: 'spam', by: 'olga' });
    expect(facts).toEqual(['For good', '“spam”', 'With the address 192.0.2.7', 'By olga']);
  });
});

describe('A mute', () => {
  const typed = { kind: 'mute', name: 'troll', amount: '', unit: 'minutes', reason: '' };

  it('ends some time', () => {
    expect(() => wantedRestriction(typed)).toThrow(jasmine.objectContaining({ code: 'amount.ill-formed' }));
    expect(wantedRestriction({ ...typed, amount: '5' })).toEqual({ kind: 'mute', username: 'troll', minutes: 5 });
  });

  it('can be lifted', () => {
    const entry = restrictionEntry('mute', { id: 1, username: 'troll', topic: 'tea', until: '2026-03-04T12:00:00Z' });
    expect([entry.tag, acts(entry), entry.offers[0].label]).toEqual(['In tea', ['lift'], 'Lift mute']);
    expect(entry.facts[0]).toMatch(/^Until 4 Mar 2026/);
  });
});

describe('An act in the audit log', () => {
  const act = { id: 1, at: '2026-03-04T12:00:00Z', actor: 'olga', act: 'user.banned', topic: null, subject: 'troll', detail: 'spam' };

  it('says who did what to whom', () => {
    const { title, tag, facts } = auditEntry(act);
    expect([title, tag, facts.slice(1)]).toEqual(['User banned: troll', '', ['By olga', 'spam']]);
  });

  for (const [code, words] of [['ROLE_CHANGED', 'Role changed'], ['InviteCreated', 'Invite created'], ['delete', 'Delete']]) {
    it(`can be read as ${words}, written ${code}`, () => {
      expect(auditEntry({ id: 1, at: act.at, act: code }).title).toBe(words);
    });
  }

  for (const [detail, facts] of [
    ['member', ['member']], ['from outside to moderator', ['from outside to moderator']],
    ['for private, announcements', ['Private', 'Only moderators post']], ['for open', ['Open to everybody']],
    ['access from open to members', ['from Open to everybody to Members only']],
    ['title from Tea to Coffee', ['Title from Tea to Coffee']], ['title from to to to to to', ['title from to to to to to']],
    ['title from Tea to Coffee, access from open to members', ['title from Tea to Coffee, access from open to members']],
    ['for good', ['For good']], ['for good: spam, from here', ['For good', '“spam, from here”']],
    ['for good, from [10.0.0.1, 10.0.0.2]: spam', ['For good', 'With the address 10.0.0.1, 10.0.0.2', '“spam”']],
    ['invitation 7', ['Invitation 7']], ['message 3', ['Message 3']], ['deleted-7', ['deleted-7']], ['a word of an extension', ['a word of an extension']],
  ]) {
    it(`has details in words: ${detail}`, () => {
      expect(auditEntry({ ...act, detail }).facts.slice(2)).toEqual(facts);
    });
  }

  it('has times as the reader writes them', () => {
    const { facts } = auditEntry({ ...act, detail: 'token 5 until 2026-03-04T12:00:00Z: kettle' });
    expect([facts[2], facts[4]]).toEqual(['Token 5', '“kettle”']);
    expect(facts[3]).toMatch(/^Until 4 Mar 2026/);
    expect(auditEntry({ ...act, detail: 'until 2026-03-04T12:00:00.123Z: rude' }).facts.slice(3)).toEqual(['“rude”']);
  });

  it('may be the server\'s own', () => {
    expect(auditEntry({ ...act, actor: null, topic: 'tea' }).facts[1]).toBe('By the server');
    expect(auditEntry({ ...act, topic: 'tea' }).tag).toBe('In tea');
  });
});
