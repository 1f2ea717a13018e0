import { SERVER } from '../../model/destinations.js';
import { drawServerIcon, drawServerName } from '../../view/server.js';
/** @import { Chat } from '../chat.js' */
/** @import { ServerFace } from '../../view/server.js' */

/**
 * Shows the name and the icon of the server as soon as an admin changes them, also if that was while the page had no connection.
 * @param {Chat} chat
 */
export function installServer({ connected, connection, me, repaint }) {
  /** @param {ServerFace} face */
  function draw({ name, icon = '' }) {
    drawServerName(name);
    drawServerIcon(icon);
    repaint();
  }

  connected.hear(() => {
    connection.subscribe(SERVER, { take: draw });
    if (me.server) {
      draw(me.server);
    }
  });
}
