/** Fixtures: people who write in the lobby. */

export function from(sender, seq, text = `${sender} ${seq}`, sentAt = `2026-03-01T12:00:${String(seq % 60).padStart(2, '0')}Z`) {
  return { type: 'posted', topic: 'lobby', seq, id: `id-${seq}`, sender, text, sentAt };
}

export const ada = (seq, text, sentAt) => from('ada', seq, text, sentAt);
export const grace = (seq, text, sentAt) => from('grace', seq, text, sentAt);

/** Ada deletes a message. */
export const deletion = (seq, target) => ({ ...from('ada', seq, ''), type: 'deleted', target });

/** A storage that works, as the browser's does. */
export class FakeStorage {
  items = new Map();

  getItem(key) {
    return this.items.get(key) ?? null;
  }

  setItem(key, value) {
    this.items.set(key, String(value));
  }
}
