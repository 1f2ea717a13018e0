/**
 * Bundles the page's many modules and style sheets into the few files that the jar
 * serves. Maven runs this package; it is not in the jar.
 */
@NullMarked
package chat.hubbub.bundle;

import org.jspecify.annotations.NullMarked;
