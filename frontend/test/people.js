/** Fixtures: people who write in the lobby. */

export function from(sender, seq, text = `${sender} ${seq}`, sentAt = `2026-03-01T12:00:${String(seq % 60).padStart(2, '0')}Z`) {
  return { type: 'posted', topic: 'lobby', seq, id: `id-${seq}`, sender, text, sentAt };
}

export const ada = (seq, text, sentAt) => from('ada', seq, text, sentAt);
export const grace = (seq, text, sentAt) => from('grace', seq, text, sentAt);

/** Ada deletes a message. */
export const deletion = (seq, target) => ({ ...from('ada', seq, ''), type: 'deleted', target });

/** Ada edits a message. */
export const edit = (seq, target, text) => {
  const event = from('ada', seq, text);
  return { ...event, type: 'edited', target, editedAt: event.sentAt };
};

/** People react, or take it back. */
export const reaction = (seq, target, added, removed = {}, counts = {}) =>
  ({ ...from('ada', seq, ''), type: 'reacted', target, added, removed, counts });

/** Grace replies to a message of Ada's. */
export const reply = (seq, original, line, replies = 1) =>
  ({ ...from('grace', seq), reply: { seq: original, sender: 'ada', text: line, replies } });

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
