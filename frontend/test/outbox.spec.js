import { Outbox } from '/model/outbox.js';
import { Shelf } from '/model/shelf.js';
import { FakeStorage } from './people.js';

describe('An outbox', () => {
  let storage;
  let outbox;
  let ids;

  const opened = () => new Outbox(new Shelf(storage, 'outbox'), () => `id-${++ids}`, () => 1000);
  const texts = entries => entries.map(({ text }) => text);

  beforeEach(() => {
    storage = new FakeStorage();
    ids = 0;
    outbox = opened();
  });

  it('holds what was written as sending', () => {
    expect(outbox.add('lobby', 'hi')).toEqual({ id: 'id-1', topic: 'lobby', text: 'hi', writtenAt: 1000, state: 'sending' });
    expect(texts(outbox.unsent)).toEqual(['hi']);
  });

  it('lets a message wait for its files, and no other one for it', () => {
    const part = (key, id) => ({ key, name: key, type: 'text/plain', size: 1, ...id && { id } });
    outbox.add('lobby', 'with files', { attachments: [part('a', 'u1'), part('b'), part('c')] });
    outbox.add('lobby', 'later');
    expect(texts(outbox.unsent)).toEqual(['later']);
    outbox.attach('id-1', part('c', 'u3'));
    expect(outbox.get('id-1').state).toBe('uploading');
    outbox.attach('id-1', part('b', 'u2'));
    expect(texts(outbox.unsent)).toEqual(['with files', 'later']);
    expect(outbox.get('id-1').attachments.map(({ id }) => id)).toEqual(['u1', 'u2', 'u3']);
  });

  it('waits again for a file that failed', () => {
    outbox.add('lobby', 'hi', { attachments: [{ key: 'a', name: 'a', type: '', size: 1 }] });
    outbox.refuse('id-1', 'a: The disk is full.');
    expect(outbox.retry('id-1').state).toBe('uploading');
    outbox.attach('id-1', { key: 'a', id: 'u1', name: 'a', type: '', size: 1 });
    expect(outbox.get('id-1').state).toBe('sending');
  });

  it('says after a reload that files are gone with the page', () => {
    const [there, lost] = [{ key: 'a', id: 'u1', name: 'a', type: '', size: 1 }, { key: 'b', name: 'b', type: '', size: 1 }];
    outbox.add('lobby', 'hi', { attachments: [there, lost] });
    outbox.add('lobby', '', { attachments: [lost] });
    outbox.add('lobby', '', { attachments: [there] });
    const after = opened();
    expect(after.of('lobby').map(({ id, state }) => `${id} ${state}`)).toEqual(['id-1 failed', 'id-3 sending']);
    expect(after.retry('id-1')).toEqual(jasmine.objectContaining({ state: 'sending', attachments: [there] }));
  });

  it('sends again in the order written', () => {
    ['one', 'two', 'three'].forEach(text => outbox.add('lobby', text));
    outbox.refuse('id-1', 'too fast');
    outbox.retry('id-1');
    expect(texts(outbox.unsent)).toEqual(['one', 'two', 'three']);
  });

  it('does not send again what the server has', () => {
    outbox.add('lobby', 'hi');
    outbox.accept('id-1');
    expect(outbox.unsent).toEqual([]);
    expect(outbox.get('id-1').state).toBe('sent');
  });

  it('does not send again what the server refused', () => {
    outbox.add('lobby', 'hi');
    outbox.refuse('id-1', 'too fast');
    expect(outbox.unsent).toEqual([]);
    expect(outbox.get('id-1')).toEqual(jasmine.objectContaining({ state: 'failed', reason: 'too fast' }));
  });

  it('retries under the same id, without the old reason', () => {
    outbox.add('lobby', 'hi');
    outbox.refuse('id-1', 'too fast');
    expect(outbox.retry('id-1')).toEqual(jasmine.objectContaining({ id: 'id-1', state: 'sending', reason: undefined }));
  });

  it('forgets what came back', () => {
    outbox.add('lobby', 'hi');
    outbox.remove('id-1');
    expect(outbox.of('lobby')).toEqual([]);
  });

  it('takes an acknowledgement of something it does not know calmly', () => {
    outbox.accept('else');
    outbox.refuse('else', 'no');
    outbox.remove('else');
    expect(outbox.retry('else')).toBeUndefined();
    expect(outbox.unsent).toEqual([]);
  });

  it('tells topics apart', () => {
    outbox.add('lobby', 'here');
    outbox.add('ops', 'there');
    expect([texts(outbox.of('lobby')), texts(outbox.of('ops'))]).toEqual([['here'], ['there']]);
  });

  it('drops what was sent elsewhere, and only that', () => {
    ['ops', 'ops', 'ops', 'lobby'].forEach((topic, i) => outbox.add(topic, `${i}`));
    outbox.accept('id-1');
    outbox.refuse('id-2', 'no');
    outbox.accept('id-4');
    outbox.forgetSentElsewhere('lobby');
    expect([texts(outbox.of('ops')), texts(outbox.of('lobby'))]).toEqual([['1', '2'], ['3']]);
  });

  it('survives a reload', () => {
    outbox.add('lobby', 'hi');
    outbox.add('lobby', 'refused');
    outbox.refuse('id-2', 'no');
    const reloaded = opened();
    expect(texts(reloaded.unsent)).toEqual(['hi']);
    expect(reloaded.get('id-2').state).toBe('failed');
  });

  it('stays empty after a reload once cleared', () => {
    outbox.add('lobby', 'hi');
    outbox.clear();
    expect(opened().of('lobby')).toEqual([]);
  });

  it('keeps what a text is about', () => {
    const reply = { seq: 7, sender: 'grace', text: 'tea?' };
    outbox.add('lobby', 'yes', { reply });
    outbox.add('lobby', 'new', { target: 8 });
    expect(opened().of('lobby').map(({ reply: to, target }) => [to, target])).toEqual([[reply, undefined], [undefined, 8]]);
  });

  it('is done with an edit once the server has it', () => {
    outbox.add('lobby', 'new', { target: 8 });
    outbox.accept('id-1');
    expect(outbox.of('lobby')).toEqual([]);
  });

  it('forgets an edit that was refused when there is a new one', () => {
    outbox.add('lobby', 'one', { target: 8 });
    outbox.add('lobby', 'other', { target: 9 });
    outbox.refuse('id-1', 'no');
    outbox.refuse('id-2', 'no');
    outbox.add('lobby', 'two', { target: 8 });
    expect(texts(outbox.of('lobby'))).toEqual(['other', 'two']);
  });
});
