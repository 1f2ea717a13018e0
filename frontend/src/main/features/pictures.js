import { keyOfPicture, picturesOf } from '../../model/pictures.js';
import { isDirect } from '../../model/topics.js';
import { Viewer } from '../../view/viewer.js';
/** @import { Chat } from '../chat.js' */

/**
 * Shows the pictures of the open topic in large.
 * @param {Chat} chat
 */
export function installPictures({ add, blocked, directory, entered, log, painting, place }) {
  let opened = 0;
  const viewer = new Viewer(() => {
    // The button may have been drawn anew, or have gone with its message.
    if (document.activeElement === document.body) {
      (log.button(opened, 'picture') ?? log).focus();
    }
  });

  /** In a conversation one does not see blocked people's, except what one has asked for. */
  function pictures() {
    const topic = directory.get(place.topic);
    const direct = topic && isDirect(topic);
    return picturesOf((place.room?.shown.messages ?? []).filter(({ seq, sender }) => !direct || seq === opened || !blocked.has(sender)));
  }

  log.acted.hear((name, { seq }, button) => {
    if (name === 'picture') {
      opened = seq;
      viewer.open(pictures(), keyOfPicture(seq, Number(button.dataset.file)));
    }
  });
  painting.hear(() => {
    if (viewer.isOpen) {
      viewer.draw(pictures());
    }
  });
  entered.hear(viewer.close);
  add(viewer);
}
