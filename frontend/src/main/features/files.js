import { plainName } from '../../model/file-name.js';
import { sizeLabel } from '../../model/file-size.js';
import { MOST_FILES } from '../../model/uploads.js';
import { UploadApi } from '../../net/upload-api.js';
import { say } from '../../words.js';
import { Attaching } from '../../view/attaching.js';
import { drawProgress } from '../../view/attachments.js';
import { FileSource } from '../../view/file-source.js';
import { Transfers } from '../transfers.js';
/** @import { Chat } from '../chat.js' */

/**
 * Lets users add files to a message. Each is uploaded at once, and stays in its topic until the message is sent.
 * @param {Chat} chat
 */
export function installFiles(chat) {
  const { composer, directory, fileRules, log, me, notice, place, uploads } = chat;
  const api = new UploadApi(document.baseURI);
  const source = new FileSource();
  const attaching = new Attaching();

  /** @param {Blob} file */
  function refusalOf({ size }) {
    return size > fileRules.largest ? say('attach.too-large', { size: sizeLabel(fileRules.largest) }) : size === 0 ? say('attach.empty') : '';
  }

  function mayAttach() {
    return fileRules.largest > 0 && (me.hasAccount || fileRules.guests) && directory.get(place.topic)?.mayPost !== false;
  }

  function offer() {
    source.offer(mayAttach(), say('attach.drop', { topic: directory.get(place.topic)?.title ?? place.topic }));
  }

  source.given.hear((files, folders) => {
    const room = MOST_FILES - uploads.of(place.topic).length;
    files.slice(0, room).forEach(file => uploads.add(place.topic, file, refusalOf(file)));
    if (files.length > room || folders) {
      notice.show(say(files.length > room ? 'attach.too-many' : 'attach.folder', { most: MOST_FILES }));
    }
    composer.focus();
  });
  attaching.retried.hear(key => uploads.retry(key));
  attaching.removed.hear(key => {
    const id = uploads.get(key)?.attachment?.id;
    uploads.remove(key);
    if (id) {
      // The server removes it by itself some time.
      api.remove(id).catch(() => {});
    }
  });
  composer.files = () => uploads.of(place.topic);
  composer.heldBack.hear(() => {
    attaching.showFailed();
    attaching.say(say('attach.held'));
  });
  log.acted.hear((name, { id }) => {
    if (name === 'discard') {
      uploads.ofMessage(id).forEach(({ key }) => uploads.remove(key));
    } else if (name === 'retry') {
      uploads.ofMessage(id).forEach(({ key }) => uploads.retry(key));
    }
  });
  uploads.progressed.hear(drawProgress);
  uploads.ended.hear(({ name, state, reason }) =>
    attaching.say(say(state === 'done' ? 'attach.uploaded' : 'attach.failed', { name: plainName(name), reason })));
  uploads.changed.hear(() => {
    composer.judge();
    chat.repaint();
  });
  chat.connected.hear(() => uploads.retryLost());
  chat.identified.hear(offer);
  chat.described.hear(offer);
  chat.painting.hear(() => attaching.draw(uploads.of(place.topic)));
  chat.forgotten.hear(() => uploads.clear());

  /** @param {BeforeUnloadEvent} event */
  function warn(event) {
    if (uploads.pending) {
      event.preventDefault();
    }
  }

  [source, attaching, new Transfers(uploads, api)].forEach(part => chat.add(part));
  chat.add({
    start: () => addEventListener('beforeunload', warn),
    stop: () => removeEventListener('beforeunload', warn),
  });
}
