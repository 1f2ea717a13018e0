import { canLeave, descriptionOf, leaveLabel, leavingQuestion, marksOf, readOnlyReason } from '/model/topic-marks.js';

describe('The marks of a topic', () => {
  const signs = topic => marksOf(topic).map(({ sign }) => sign);

  it('are none where everybody reads and posts', () => {
    expect([signs({}), signs({ access: 'open', announcements: false })]).toEqual([[], []]);
  });

  it('say who reads it, and that only moderators post', () => {
    expect(signs({ access: 'private' })).toEqual(['private']);
    expect(signs({ access: 'members' })).toEqual(['members']);
    expect(signs({ access: 'members', announcements: true })).toEqual(['members', 'announcements']);
  });

  it('are none of a way to read it that this page does not know', () => {
    expect([signs({ access: 'constructor' }), signs({ access: 'later' })]).toEqual([[], []]);
  });

  it('go with words', () => {
    expect(marksOf({ access: 'private' })[0].words).toBe('Private');
  });
});

describe('Leaving a topic', () => {
  it('is for who was invited to a private one', () => {
    expect(canLeave({ access: 'private', member: true })).toBe(true);
    expect(canLeave({ access: 'private', member: false })).toBe(false);
    expect(canLeave({ access: 'private' })).toBe(false);
    expect(canLeave({ access: 'open', member: true })).toBe(false);
  });

  it('has other words for a conversation', () => {
    expect(canLeave({ access: 'direct', member: true })).toBe(true);
    expect(leaveLabel({ access: 'direct' })).toBe('Leave conversation');
    expect(leaveLabel({ access: 'private' })).toBe('Leave topic');
    expect(leavingQuestion({ access: 'direct', title: 'linus' }).title).toBe('Leave this conversation?');
  });

  it('is told to those who stay', () => {
    expect(descriptionOf({ access: 'direct', people: [{ name: 'ada' }, { name: 'linus', left: true }] })).toBe('Left: linus');
    expect(descriptionOf({ access: 'direct', people: [{ name: 'ada' }] })).toBe('');
    expect(descriptionOf({ access: 'open', description: 'Tea' })).toBe('Tea');
  });

  it('is asked about, also what moderators give up', () => {
    expect(leavingQuestion({ title: 'Plans' }).title).toBe('Leave Plans?');
    expect(leavingQuestion({ title: 'Plans' }).text).not.toContain('moderate');
    expect(leavingQuestion({ title: 'Plans', mayModerate: true }).text).toContain('moderate');
  });
});

describe('Who may not post', () => {
  it('is told why', () => {
    expect([readOnlyReason({}), readOnlyReason({ access: 'direct', mayPost: true })]).toEqual(['', '']);
    expect(readOnlyReason({ access: 'open', mayPost: false })).toBe('Only moderators post here.');
    expect(readOnlyReason({ access: 'direct', mayPost: true }, 'eve')).toBe('You have blocked eve.');
    expect(readOnlyReason({ access: 'direct', mayPost: false })).toBe('Everybody else has left this conversation.');
  });
});
