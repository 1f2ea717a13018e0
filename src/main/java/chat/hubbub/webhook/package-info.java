/** Webhooks: what those for incoming and for outgoing messages share. */
@NullMarked
package chat.hubbub.webhook;

import org.jspecify.annotations.NullMarked;
