package chat.hubbub.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import chat.hubbub.picture.Darkroom;
import chat.hubbub.picture.Encoded;
import chat.hubbub.picture.Thumbnails;

/** Makes the small forms of pictures, one at a time. Thread-safe. */
@Component
class Shrinking implements DisposableBean {

	/** As many as there are uploads, each of which waits for its own. */
	private final Darkroom darkroom = new Darkroom("thumbnails", Slots.ALL, FileRefused::busy);

	/** The small form of a file, if it is a picture that has one. */
	Optional<Encoded> thumbnail(Incoming incoming, Inspected what) {
		if (what.picture() == null || what.facts() == null) {
			return Optional.empty();
		}
		try {
			return this.darkroom.inTurn(() -> make(incoming, what)).join();
		}
		catch (CompletionException ex) {
			// Such as an OutOfMemoryError: the picture is kept without it.
			return Optional.empty();
		}
	}

	private static Optional<Encoded> make(Incoming incoming, Inspected what) {
		if (what.picture() == null || what.facts() == null) {
			return Optional.empty();
		}
		try {
			return Thumbnails.of(incoming.file(), what.picture(), what.facts());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void destroy() {
		this.darkroom.close();
	}

}
