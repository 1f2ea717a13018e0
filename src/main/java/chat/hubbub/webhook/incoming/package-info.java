/** Incoming webhooks, with which programs post to a topic. */
@NullMarked
package chat.hubbub.webhook.incoming;

import org.jspecify.annotations.NullMarked;
