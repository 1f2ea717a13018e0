package chat.hubbub.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import chat.hubbub.fixture.Inbox;
import org.awaitility.Awaitility;

/** An answer that does not end, read as it comes. */
final class LiveStream {

	private final StringBuffer heard = new StringBuffer();

	private final CompletableFuture<Void> end;

	LiveStream(InputStream in) {
		this.end = CompletableFuture.runAsync(() -> read(in));
	}

	void await(String text) {
		Awaitility.await(text).atMost(Inbox.PATIENCE).until(() -> this.heard.indexOf(text) >= 0 || this.end.isDone());
		if (this.heard.indexOf(text) < 0) {
			throw new AssertionError("It has ended after " + this.heard);
		}
	}

	private void read(InputStream in) {
		byte[] buffer = new byte[4096];
		try (in) {
			for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
				this.heard.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			this.heard.append(ex);
		}
	}

}
