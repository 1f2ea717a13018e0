/** Outgoing webhooks, which tell programs of the events of a topic. */
@NullMarked
package chat.hubbub.webhook.outgoing;

import org.jspecify.annotations.NullMarked;
