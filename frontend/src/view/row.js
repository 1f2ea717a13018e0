import { unmarked } from '../model/formatted.js';
import { inLocalTime } from '../model/moment.js';
import { said, say } from '../words.js';
import { attachmentsElement } from './attachments.js';
import { avatar, tinted } from './avatar.js';
import { element } from './element.js';
import { linkPreview } from './link-preview.js';
import { setReachable } from './message-keys.js';
import { reactionsElement } from './reactions.js';
import { textNodes } from './text.js';
import { editedElement, narrowTimeElement, timeElement } from './time.js';
/** @import { DayRow, MessageRow, Row } from '../model/transcript.js' */

/**
 * A row's element. A row that changes is made anew.
 * @param {Row} row
 */
export function rowElement(row) {
  switch (row.kind) {
    case 'day': return dayElement(row);
    case 'new': return newElement();
    default: return messageElement(row);
  }
}

/** @param {DayRow} row */
function dayElement({ label, date }) {
  return element('div', { 'class': 'day' }, element('button', {
    'class': 'day__date', 'type': 'button', 'tabindex': '-1', 'data-action': 'date', 'data-date': date, 'title': say('day.title'),
    'aria-label': say('day.label', { day: label }), 'aria-haspopup': 'dialog',
  }, label));
}

/** The line above the new messages. */
function newElement() {
  return element('div', { 'class': 'day day--new', 'role': 'separator' }, element('span', {}, say('unread.line')));
}

/** @param {MessageRow} row */
function messageElement(row) {
  const made = element('div', { 'class': 'message', 'data-state': row.state, 'data-id': row.id, 'data-seq': `${row.seq}`, 'tabindex': '-1' });
  made.toggleAttribute('data-for-me', !row.deleted && row.mentions.some(({ me }) => me));
  if (row.first) {
    made.dataset.first = '';
    made.append(picture(row), element('div', {}, head(row), ...body(row)));
  } else {
    const gutter = element('span', { 'class': 'message__gutter' }, narrowTimeElement(row.at));
    made.append(gutter, element('div', {}, unseenSender(row), ...body(row)));
  }
  if (row.acts.length) {
    made.append(element('div', { 'class': 'message__acts' }, ...row.acts.map(actButton)));
  }
  setReachable(made, false);
  return made;
}

/** @param {MessageRow} row */
function body(row) {
  return [...quote(row), ...text(row), ...preview(row), ...files(row), ...reactions(row), ...foot(row), ...stateOf(row)];
}

/**
 * A line of the message that this one replies to.
 * @param {MessageRow} row
 */
function quote({ reply }) {
  if (!reply) {
    return [];
  }
  const { sender, text: line, deleted } = reply;
  return [element('button', { 'class': 'message__quote', 'type': 'button', 'data-action': 'jump', 'title': say('quote.jump') },
    element('span', { 'class': 'unseen' }, `${say('quote.reply')} `), tinted(element('bdi', { 'class': 'message__quoted' }, sender), sender),
    element('span', deleted ? { 'class': 'message__text--deleted' } : { dir: 'auto' }, deleted ? say('tombstone') : unmarked(line ?? '')))];
}

/** @param {MessageRow} row */
function preview({ preview }) {
  return preview ? linkPreview(preview) : [];
}

/** @param {MessageRow} row */
function files({ attachments }) {
  return attachments.length > 0 ? [attachmentsElement(attachments)] : [];
}

/** @param {MessageRow} row */
function reactions({ reactions }) {
  return reactions.length > 0 ? [reactionsElement(reactions)] : [];
}

/** @param {MessageRow} row */
function foot({ editedAt, replies }) {
  const facts = [...editedAt ? [editedElement(editedAt)] : [],
    ...replies ? [element('span', {}, say('replies', { count: replies }))] : []];
  return facts.length ? [element('p', { 'class': 'message__foot' }, ...facts)] : [];
}

/** @param {MessageRow} row */
function head({ sender, mine, at }) {
  const name = mine ? sender : element('button', { 'class': 'message__person', 'type': 'button', ...menuOf(sender), 'aria-haspopup': 'menu' }, sender);
  return element('div', { 'class': 'message__head' }, tinted(element('bdi', { 'class': 'message__sender' }, name), sender), timeElement(at));
}

/**
 * Other people have a menu, at their name and at their picture.
 * @param {MessageRow} row
 */
function picture({ sender, mine }) {
  const made = avatar(sender);
  Object.entries(mine ? {} : menuOf(sender)).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

/** @param {string} name */
function menuOf(name) {
  return { 'data-action': 'person', 'data-name': name };
}

/**
 * A listener does not see the group.
 * @param {MessageRow} row
 */
function unseenSender({ sender }) {
  return element('bdi', { 'class': 'unseen' }, `${sender}:`);
}

/** @param {MessageRow} row */
function text(row) {
  if (row.deleted) {
    return [element('div', { 'class': 'message__tombstone' },
      element('p', { 'class': 'message__text message__text--deleted' }, say('tombstone')),
      ...row.deletedBy ? [element('p', {}, ...said('tombstone.by', { name: element('bdi', {}, row.deletedBy) }))] : [])];
  }
  if (row.hidden) {
    return [element('div', { 'class': 'message__tombstone' },
      element('p', { 'class': 'message__text message__text--deleted' }, say('block.hidden')), action('unhide', say('block.show')))];
  }
  return row.text || row.attachments.length === 0
    ? [element('div', { 'class': 'message__text', 'dir': 'auto' }, ...textNodes(row.text, row.mentions))] : [];
}

/** @param {MessageRow} row */
function stateOf({ id, edit, state, reason }) {
  if (state === 'sending') {
    return [element('p', { 'class': 'message__state' }, say(edit ? 'state.saving' : 'state.sending'))];
  }
  if (state === 'uploading') {
    return [element('p', { 'class': 'message__state' }, element('span', {}, say('state.uploading')), action('discard', say('attach.cancel-message')))];
  }
  if (state === 'failed') {
    return [element('p', { 'class': 'message__state', 'data-id': edit || id },
      element('span', {}, say(edit ? 'state.not-saved' : 'state.not-sent', { reason: inLocalTime(reason ?? '') })),
      action('retry', say('retry')), action('discard', say('discard')))];
  }
  return [];
}

/**
 * It is visible under the pointer, with the focus, and after a tap on the message.
 * @param {MessageRow['acts'][number]} act
 */
function actButton({ name, title, label }) {
  return element('button', { 'class': `message__act message__${name}`, 'type': 'button', 'data-action': name, 'aria-label': label, 'title': title });
}

/**
 * @param {string} name
 * @param {string} label
 */
function action(name, label) {
  return element('button', { 'class': 'text-button', 'type': 'button', 'data-action': name }, label);
}
