import { addressOf, kindOf, nameOf, shownSize } from '/model/attachment.js';
import { keyOfPicture, pictureAt, picturesOf } from '/model/pictures.js';
import { ada } from './people.js';

describe('A file of a message', () => {
  const stored = { name: 'a', size: 9, url: 'files/a' };

  it('is shown as what it is', () => {
    const kinds = { 'image/jpeg': 'picture', 'image/svg+xml': 'file', 'text/html': 'file', 'audio/mpeg': 'sound', 'video/mp4': 'film', 'application/pdf': 'file' };
    for (const [type, kind] of Object.entries(kinds)) {
      expect(kindOf({ ...stored, type, width: 40, height: 30 })).toBe(kind);
    }
  });

  it('is a plain file without a size, and until it is stored', () => {
    expect(kindOf({ ...stored, type: 'image/png' })).toBe('file');
    expect(kindOf({ ...stored, type: 'image/png', width: 4, height: 3, url: undefined })).toBe('file');
  });

  it('is a plain file if it has more pixels than a page should load', () => {
    const bomb = { ...stored, type: 'image/png', width: 20_000, height: 20_000 };
    expect([kindOf(bomb), kindOf({ ...bomb, thumbnail: 'small' })]).toEqual(['file', 'picture']);
  });

  it('is shown as a picture in any form of which there is a small one', () => {
    expect(kindOf({ ...stored, type: 'image/tiff', width: 4, height: 3, thumbnail: 'files/small' })).toBe('picture');
  });

  it('takes limited room, in its own shape', () => {
    expect(shownSize({ width: 4000, height: 3000 })).toEqual({ width: 384, height: 288 });
    expect(shownSize({ width: 100, height: 80 })).toEqual({ width: 100, height: 80 });
    expect(shownSize({ width: 300, height: 9000 })).toEqual({ width: 48, height: 288 });
  });

  it('stands for a text by its name', () => {
    expect(nameOf([{ name: 'a\u202Eb.txt' }, { name: 'photo.jpg' }])).toBe('ab.txt');
    expect(nameOf(undefined)).toBe('');
  });

  it('is asked for where the page is', () => {
    expect(addressOf('/files/tea/7/1/a.png')).toBe('files/tea/7/1/a.png');
    expect(addressOf('//evil.example/a.png')).toBe('evil.example/a.png');
  });
});

describe('The pictures of a topic', () => {
  const picture = name => ({ name, type: 'image/png', size: 1, width: 4, height: 3, url: name });
  const messages = [{ ...ada(1), attachments: [picture('a'), { name: 'n', type: 'text/plain', size: 1, url: 'n' }, picture('b')] }, ada(2), { ...ada(3), attachments: [picture('c')] }];
  const pictures = picturesOf(messages);

  it('are those of all its messages, in order', () => {
    expect(pictures.map(({ name, key, sender }) => `${name} ${key} ${sender}`)).toEqual(['a 1/0 ada', 'b 1/2 ada', 'c 3/0 ada']);
  });

  it('follow each other, and end', () => {
    const at = (key, distance) => pictureAt(pictures, pictures, key, distance).name;
    expect(at(keyOfPicture(1, 2))).toBe('b');
    expect([at('1/2', -1), at('1/2', 1), at('3/0', 1), at('1/0', -1), at('1/0', Infinity), at('3/0', -Infinity)]).toEqual(['a', 'c', 'c', 'a', 'c', 'a']);
  });

  it('close up when one goes', () => {
    expect(pictureAt([pictures[0], pictures[2]], pictures, '1/2').name).toBe('c');
    expect(pictureAt(pictures.slice(0, 2), pictures, '3/0').name).toBe('b');
    expect(pictureAt([], pictures, '1/2')).toBeUndefined();
  });
});
