package chat.hubbub.outgoing;

import java.io.IOException;
import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * The answer of one exchange.
 *
 * @param status the status code
 * @param location where a redirect leads, otherwise {@code null}
 * @param type the content type, or {@code null}
 * @param retryAfter when to try again, or {@code null}
 * @param body the start of the body
 */
record Exchanged(int status, @Nullable String location, @Nullable String type, @Nullable String retryAfter,
		byte[] body) {

	/** Where the redirect of an address leads. */
	URI redirect(URI from) throws IOException {
		try {
			return from.resolve(String.valueOf(this.location));
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("The redirect leads to no address", ex);
		}
	}

}
