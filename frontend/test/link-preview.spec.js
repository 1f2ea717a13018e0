import { Timeline } from '/model/timeline.js';
import { linkPreview } from '/view/link-preview.js';
import { ada, deletion, edit } from './people.js';

const link = 'https://www.example.org/tea';
const picture = { url: '/files/tea/7/0/8.jpg', width: 320, height: 180 };

describe('The card of a link', () => {
  const card = preview => linkPreview({ url: link, ...preview })[0];

  it('is one link to its page, which learns nothing of this one', () => {
    const { href, target, rel, textContent } = card({ title: 'Tea', description: 'Hot' });
    expect([href, target, textContent]).toEqual([link, '_blank', 'example.orgTeaHot']);
    expect(rel.split(' ')).toEqual(jasmine.arrayContaining(['noopener', 'noreferrer']));
  });

  it('has its texts as texts', () => {
    expect(card({ title: '<img src=x onerror=alert(1)>' }).querySelector('img')).toBeNull();
  });

  it('has the picture of this server in a frame of known size', () => {
    const image = card({ title: 'Tea', picture }).querySelector('img');
    expect([image.getAttribute('src'), image.alt, image.width, image.height]).toEqual(['files/tea/7/0/8.jpg', '', 320, 180]);
  });

  it('shows a picture that is all there is in large', () => {
    expect(card({ picture }).className).toContain('preview--picture');
    expect(card({ title: 'Tea', picture }).className).not.toContain('preview--picture');
  });

  it('shows a host in which no letter looks like another one', () => {
    expect(linkPreview({ url: 'https://аpple.com/x', title: 'A' })[0].textContent).toBe('xn--pple-43d.comA');
  });

  for (const url of ['javascript:alert(1)', 'https://', 'tea', `${document.baseURI.replace(/#.*/, '')}#/tea/7`]) {
    it(`is not there for ${url}`, () => expect(linkPreview({ url, title: 'Tea' })).toEqual([]));
  }
});

describe('The preview of a message', () => {
  let timeline;
  const preview = { url: link, title: 'Tea' };
  const previewed = (seq, target, found) => ({ ...ada(seq, ''), type: 'previewed', target, preview: found });
  const shown = () => timeline.get(1).preview;

  beforeEach(() => {
    timeline = new Timeline();
    timeline.merge([ada(1), previewed(2, 1, preview)]);
  });

  it('comes with its event, whichever comes first', () => {
    expect(shown()).toEqual(preview);
    timeline = new Timeline();
    timeline.merge([previewed(2, 1, preview)]);
    timeline.merge([ada(1)]);
    expect(shown()).toEqual(preview);
  });

  it('goes with an edit that has none, and stays with one that has it', () => {
    timeline.merge([{ ...edit(3, 1, 'new'), preview }]);
    expect(shown()).toEqual(preview);
    timeline.merge([edit(4, 1, 'newer')]);
    expect(shown()).toBeUndefined();
  });

  it('is that of the newest event, in whatever order they come', () => {
    const other = { url: 'https://example.org', title: 'Other' };
    const events = [edit(3, 1, 'new'), previewed(4, 1, other)];
    for (const order of [events, [...events].reverse()]) {
      timeline = new Timeline();
      timeline.merge([previewed(2, 1, preview), ...order]);
      timeline.merge([ada(1)]);
      expect(shown()).toEqual(other);
    }
  });

  it('goes when it is removed, and when the message is deleted', () => {
    timeline.merge([previewed(3, 1)]);
    expect(shown()).toBeUndefined();
    timeline.merge([previewed(4, 1, preview), deletion(5, 1), previewed(6, 1, preview)]);
    expect(shown()).toBeUndefined();
  });
});
