import { joined, react, reactionsOf } from '../model/reactions.js';
import { Timeline } from '../model/timeline.js';
import { ada, deletion, reaction } from './people.js';

describe('Reactions', () => {
  const reacted = (message, ...events) => events.reduce(react, message);

  it('adds people and takes them back', () => {
    const message = reacted(ada(1), reaction(2, 1, { '👍': ['ada', 'grace'] }, {}, { '👍': 2 }),
      reaction(3, 1, { '🎉': ['joan'] }, { '👍': ['ada'] }, { '👍': 1, '🎉': 1 }));
    expect(message.reactions).toEqual({ '👍': ['grace'], '🎉': ['joan'] });
    expect(reacted(message, reaction(4, 1, {}, { '👍': ['grace'] }, { '👍': 0 })).reactions).toEqual({ '🎉': ['joan'] });
  });

  it('is the same when an event comes again, or an earlier one after a message that has it', () => {
    const events = [reaction(2, 1, { '👍': ['ada'] }, {}, { '👍': 1 }), reaction(3, 1, { '👍': ['grace'] }, {}, { '👍': 2 }),
      reaction(4, 1, {}, { '👍': ['ada'] }, { '👍': 1 })];
    const message = reacted(ada(1), ...events);
    expect(reacted(message, ...events).reactions).toEqual(message.reactions);
    expect(reacted(message, ...events).reactionCounts).toEqual(message.reactionCounts);
  });

  it('counts people who are not named', () => {
    const message = { ...ada(1), reactions: { '👍': ['ada'] }, reactionCounts: { '👍': 500 } };
    const later = reacted(message, reaction(2, 1, {}, { '👍': ['mary'] }, { '👍': 499 }));
    expect(reactionsOf(later, 'ada')).toEqual([{ emoji: '👍', count: 499, mine: true, names: 'ada and 498 others' }]);
  });

  it('lists names', () => {
    const of = (...names) => reactionsOf({ ...ada(1), reactions: { '👍': names } }, 'grace')[0].names;
    expect(of('ada')).toBe('ada');
    expect(of('ada', 'grace')).toBe('ada and grace');
    expect(of('ada', 'grace', 'joan')).toBe('ada, grace and joan');
    expect(of(...Array.from({ length: 21 }, (_, i) => `p${i}`))).toMatch(/^p0, .*, p19 and 1 other$/);
  });

  it('joins two events', () => {
    const both = joined(reaction(2, 1, { '👍': ['ada', 'joan'] }, { '🎉': ['mary'] }, { '👍': 2, '🎉': 0 }),
      reaction(3, 1, { '🎉': ['mary'] }, { '👍': ['ada'] }, { '👍': 1, '🎉': 1 }));
    expect(both).toEqual(jasmine.objectContaining({ seq: 3, added: { '👍': ['joan'], '🎉': ['mary'] },
      removed: { '👍': ['ada'], '🎉': [] }, counts: { '👍': 1, '🎉': 1 } }));
  });

  it('reach a message in the timeline, whatever comes first', () => {
    const timeline = new Timeline();
    timeline.merge([reaction(2, 1, { '👍': ['ada'] }, {}, { '👍': 1 }), reaction(3, 1, { '👍': ['grace'] }, {}, { '👍': 2 }), ada(1)]);
    expect(timeline.messages[0].reactions).toEqual({ '👍': ['ada', 'grace'] });
    timeline.merge([reaction(4, 1, {}, { '👍': ['ada'] }, { '👍': 1 })]);
    expect(timeline.messages[0].reactions).toEqual({ '👍': ['grace'] });
  });

  it('go with a message that is deleted', () => {
    const timeline = new Timeline();
    timeline.merge([ada(1), reaction(2, 1, { '👍': ['ada'] }, {}, { '👍': 1 }), deletion(3, 1), reaction(2, 1, { '👍': ['ada'] }, {}, { '👍': 1 })]);
    expect(reactionsOf(timeline.messages[0], 'ada')).toEqual([]);
  });
});
