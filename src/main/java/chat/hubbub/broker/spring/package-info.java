/** All code that depends on Spring's messaging. */
@NullMarked
package chat.hubbub.broker.spring;

import org.jspecify.annotations.NullMarked;
