/** Everything that meets Spring's messaging as its broker. */
@NullMarked
package chat.hubbub.broker.spring;

import org.jspecify.annotations.NullMarked;
