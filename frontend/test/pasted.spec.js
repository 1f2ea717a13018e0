import { isOfFiles } from '/model/pasted.js';

describe('A paste', () => {
  const photo = { name: 'photo.jpg' };
  const notes = { name: 'notes.txt' };

  it('is of files if it has no text', () => {
    expect(isOfFiles([photo], '')).toBe(true);
  });

  it('is of files if its text is only their names or paths', () => {
    expect(isOfFiles([photo], 'photo.jpg')).toBe(true);
    expect(isOfFiles([photo, notes], '/home/ada/photo.jpg\n/home/ada/notes.txt\n')).toBe(true);
  });

  it('is of text if a program adds a picture of it', () => {
    expect(isOfFiles([{ name: 'image.png' }], 'A1\tB1')).toBe(false);
  });

  it('is of text if there are no files', () => {
    expect(isOfFiles([], '')).toBe(false);
    expect(isOfFiles([], 'photo.jpg')).toBe(false);
  });
});
