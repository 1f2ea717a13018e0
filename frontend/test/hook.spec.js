import { incomingEntry, outgoingEntry, wantedIncoming, wantedOutgoing } from '/model/hook.js';

describe('A webhook', () => {
  const builds = { id: 3, name: 'builds [bot]', by: 'ada', createdAt: '2026-01-02T12:00:00Z' };
  const events = { id: 4, url: 'https://example.org/events', by: 'ada', createdAt: '2026-01-02T12:00:00Z', state: 'on' };
  const acts = ({ offers }) => offers.map(({ act }) => act);

  it('that posts is listed by the sender of its messages', () => {
    const { title, tag, facts, offers } = incomingEntry(builds);
    expect([title, tag]).toEqual(['builds [bot]', '']);
    expect(facts[0]).toMatch(/^Made by ada, 2 Jan 2026/);
    expect(offers[0].question.title).toBe('Revoke “builds [bot]”?');
  });

  it('that tells is listed by its address', () => {
    const entry = outgoingEntry(events);
    expect([entry.title, entry.tag, entry.facts.length]).toEqual(['https://example.org/events', '', 1]);
    expect(acts(entry)).toEqual(['revoke']);
  });

  it('says why it fails, and for how long', () => {
    const { tag, facts } = outgoingEntry({ ...events, state: 'failing', fault: 'status 500', since: '2026-01-03T12:00:00Z' });
    expect(tag).toBe('Fails');
    expect(facts[0]).toMatch(/^Fails since 3 Jan 2026.*: status 500$/);
  });

  it('can be turned on again after it was turned off', () => {
    const entry = outgoingEntry({ ...events, state: 'off', fault: 'no answer', since: '2026-01-03T12:00:00Z' });
    expect(entry.tag).toBe('Off');
    expect(entry.facts[0]).toMatch(/^Off since 3 Jan 2026.*: no answer$/);
    expect(acts(entry)).toEqual(['resume', 'revoke']);
  });

  it('names the account whose mentions it tells', () => {
    expect(outgoingEntry({ ...events, mention: 'helper' }).facts[0]).toBe('Only mentions of helper');
  });

  it('is made with a name or an address', () => {
    expect(wantedIncoming({ name: ' builds ' })).toEqual({ name: 'builds' });
    expect(wantedOutgoing({ url: ' https://example.org ', mention: ' ' })).toEqual({ url: 'https://example.org' });
    expect(wantedOutgoing({ url: 'https://example.org' })).toEqual({ url: 'https://example.org' });
    expect(wantedOutgoing({ url: 'https://example.org', mention: '@helper' }).mention).toBe('helper');
    expect(() => wantedIncoming({ name: ' ' })).toThrow(jasmine.objectContaining({ code: 'name.empty' }));
    expect(() => wantedOutgoing({ url: '', mention: '' })).toThrow(jasmine.objectContaining({ code: 'url.empty' }));
  });
});
