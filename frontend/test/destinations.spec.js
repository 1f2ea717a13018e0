import { hearFrom, presenceFrom, sendTo, typingFrom, typingIn } from '/model/destinations.js';

describe('A destination', () => {
  it('of the lobby has no suffix', () => {
    expect([sendTo('lobby'), hearFrom('lobby')]).toEqual(['/app/chat', '/topic/chat']);
  });

  it('of people and of typing is named in the same way', () => {
    expect([presenceFrom('lobby'), typingFrom('lobby'), typingIn('lobby')]).toEqual(['/topic/presence', '/topic/typing', '/app/typing']);
    expect([presenceFrom('ops'), typingFrom('ops'), typingIn('ops')])
      .toEqual(['/topic/presence.ops', '/topic/typing.ops', '/app/typing.ops']);
  });

  it('of another topic ends with its name', () => {
    expect([sendTo('ops'), hearFrom('ops')]).toEqual(['/app/chat.ops', '/topic/chat.ops']);
  });
});
