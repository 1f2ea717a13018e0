import { shortcutOf } from '/model/shortcut.js';

describe('A key press', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
  const press = (key, held = {}, inText = false) => shortcutOf({ ...plain, key, ...held }, inText);

  it('opens the switcher with Ctrl or Command, also from a text', () => {
    expect([press('k', { ctrlKey: true }), press('K', { metaKey: true }, true)]).toEqual(['switcher', 'switcher']);
  });

  it('explains the keys by a question mark, but not in a text', () => {
    expect([press('?'), press('?', {}, true), press('/', { ctrlKey: true }, true)]).toEqual(['keys', null, 'keys']);
  });

  it('searches by a slash, but not in a text', () => {
    expect([press('/'), press('/', {}, true), press('/', { altKey: true })]).toEqual(['search', null, null]);
  });

  it('goes through the topics with Alt and an arrow', () => {
    expect([press('ArrowUp', { altKey: true }, true), press('ArrowDown', { altKey: true })]).toEqual(['previous', 'next']);
  });

  it('marks the topic as read by Escape', () => {
    expect([press('Escape'), press('Escape', {}, true), press('Escape', { altKey: true })]).toEqual(['read', 'read', null]);
  });

  it('means nothing else', () => {
    expect([press('k'), press('ArrowUp'), press('k', { ctrlKey: true, altKey: true }), press('k', { ctrlKey: true, isComposing: true })])
      .toEqual([null, null, null, null]);
  });
});
