package chat.hubbub.outgoing;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a request of the server.
 *
 * @param status the status code
 * @param address the address that gave it, after redirects
 * @param type its content type, or {@code null}
 * @param body the start of its body, limited in bytes
 */
public record Answer(int status, URI address, @Nullable String type, byte[] body) {

	/** Whether the request succeeded. */
	public boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

}
