/** The benchmark: Hubbub beside stock Spring and a bare NIO broadcaster. */
@NullMarked
package chat.bench;

import org.jspecify.annotations.NullMarked;
