import { Scroll } from '/view/scroll.js';

describe('The place in the message list', () => {
  let box, scroll;

  const draw = () => box.firstChild.style.height = `${box.firstChild.offsetHeight + 100}px`;
  const toGo = () => box.scrollHeight - box.clientHeight - box.scrollTop;

  beforeEach(() => {
    box = document.createElement('div');
    box.style.cssText = 'height: 200px; overflow: auto';
    box.append(document.createElement('div'));
    box.firstChild.style.height = '1000px';
    document.body.append(box);
    scroll = new Scroll(box, { entries: [], node: () => null });
    scroll.follow();
  });

  afterEach(() => box.remove());

  it('stays at the end where the reader follows', () => {
    scroll.holding(draw);
    expect([toGo(), scroll.following]).toEqual([0, true]);
  });

  it('goes up where a draw comes before the scroll event', () => {
    box.scrollTop -= 300;
    scroll.holding(draw);
    expect([toGo(), scroll.following]).toEqual([400, false]);
  });
});
