/**
 * Outgoing webhooks, which tell programs of the events of a topic, or of the mentions of
 * an account.
 */
@NullMarked
package chat.hubbub.webhook.outgoing;

import org.jspecify.annotations.NullMarked;
