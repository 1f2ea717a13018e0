import { hearFrom, sendTo } from '/model/destinations.js';

describe('A destination', () => {
  it('of the lobby has no suffix', () => {
    expect([sendTo('lobby'), hearFrom('lobby')]).toEqual(['/app/chat', '/topic/chat']);
  });

  it('of another topic ends with its name', () => {
    expect([sendTo('ops'), hearFrom('ops')]).toEqual(['/app/chat.ops', '/topic/chat.ops']);
  });
});
