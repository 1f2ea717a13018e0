import { SideList } from '/view/side-list.js';

describe('A list of the side bar', () => {
  let box;
  let list;
  let made;

  beforeEach(() => {
    box = document.createElement('ul');
    document.body.append(box);
    list = new SideList(box);
    made = 0;
  });

  afterEach(() => box.remove());

  function line(name, ...shows) {
    return {
      name, shows, make: () => {
        made++;
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = `#${name}`;
        link.textContent = [name, ...shows].join(' ');
        item.append(link);
        return item;
      },
    };
  }

  const texts = () => [...box.children].map(({ textContent }) => textContent);

  it('makes a line anew only if it shows something else', () => {
    box.append(document.createElement('li'));
    list.draw(Array.from({ length: 1_000 }, (_, i) => line(`t${i}`)));
    list.draw(Array.from({ length: 1_000 }, (_, i) => line(`t${i}`, ...i === 500 ? ['new'] : [])));
    expect([made, box.children.length, texts()[500]]).toEqual([1_001, 1_000, 't500 new']);
  });

  it('keeps its lines in order', () => {
    list.draw([line('a'), line('b'), line('c')]);
    list.draw([line('c'), line('a'), line('d'), line('b', 'new')]);
    expect([texts(), made]).toEqual([['c', 'a', 'd', 'b new'], 5]);
    list.draw([line('d')]);
    list.draw([line('a'), line('d')]);
    expect([texts(), made]).toEqual([['a', 'd'], 6]);
  });

  it('keeps the focus in a line that is made anew or goes elsewhere', () => {
    list.draw([line('a'), line('b')]);
    box.querySelector('[href="#b"]').focus();
    list.draw([line('b', 'new'), line('a')]);
    expect(document.activeElement.textContent).toBe('b new');
    list.draw([line('c'), line('a'), line('b', 'new')]);
    expect(document.activeElement.textContent).toBe('b new');
  });
});
