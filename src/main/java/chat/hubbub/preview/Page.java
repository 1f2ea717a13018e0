package chat.hubbub.preview;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * The facts of a page that a preview shows.
 *
 * @param title its title, or {@code null}
 * @param description its description, or {@code null}
 * @param picture the address of its picture, or {@code null}
 */
record Page(@Nullable String title, @Nullable String description, @Nullable URI picture) {

}
