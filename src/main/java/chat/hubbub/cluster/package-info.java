/** Several nodes that are one Hubbub: what they tell each other, and in which order. */
@NullMarked
package chat.hubbub.cluster;

import org.jspecify.annotations.NullMarked;
