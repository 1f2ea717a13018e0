package chat.hubbub.preview;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import chat.hubbub.outgoing.Answer;
import chat.hubbub.picture.DamagedPicture;
import chat.hubbub.picture.Encoded;
import chat.hubbub.picture.Thumbnails;
import chat.hubbub.refusal.Refusal;

/**
 * Reads the page behind a link with its picture, or a picture. Thread-safe; blocks.
 */
final class Fetcher {

	/** The maximum bytes of a page or a picture. Of a longer page the start is read. */
	static final int MAX_BYTES = 1024 * 1024;

	/** The maximum time of a request with its redirects. */
	private static final Duration WITHIN = Duration.ofSeconds(5);

	/** The greatest side of a picture: twice of what the page shows. */
	private static final int SIDE = 320;

	/** A smaller picture says nothing, such as one that only counts visitors. */
	private static final int LEAST_SIDE = 16;

	private static final String PICTURES = "image/jpeg,image/png,image/gif,image/webp";

	private static final String PAGES = "text/html,application/xhtml+xml," + PICTURES;

	private final Web web;

	/** Decoding takes memory, so one picture is decoded at a time. */
	private final ReentrantLock decoding = new ReentrantLock();

	Fetcher(Web web) {
		this.web = web;
	}

	/**
	 * Reads a link.
	 * @return empty if there is nothing to show
	 * @throws Refusal if requests may not reach it
	 * @throws IOException if there is no answer in time
	 */
	Optional<Found> fetch(String link) throws IOException {
		URI address = Addresses.of(link).orElse(null);
		if (address == null) {
			return Optional.empty();
		}
		Answer answer = get(address, PAGES);
		DeclaredType type = DeclaredType.of(answer.type());
		if (!answer.isSuccess()) {
			return Optional.empty();
		}
		if (type.isHtml()) {
			return page(answer, type.charset());
		}
		return type.isPicture() ? something(new Found(null, null, small(answer))) : Optional.empty();
	}

	private Optional<Found> page(Answer answer, @Nullable String charset) throws IOException {
		byte[] html = answer.body();
		Page page = PageReader.read((html.length > MAX_BYTES) ? Arrays.copyOf(html, MAX_BYTES) : html, charset,
				answer.address());
		return something(new Found(page.title(), page.description(), picture(page.picture())));
	}

	private static Optional<Found> something(Found found) {
		return Optional.of(found).filter(Found::isSomething);
	}

	/** A page without its picture is better than none. */
	private @Nullable Encoded picture(@Nullable URI address) {
		if (address == null) {
			return null;
		}
		try {
			Answer answer = get(address, PICTURES);
			return answer.isSuccess() ? small(answer) : null;
		}
		catch (IOException | Refusal ex) {
			return null;
		}
	}

	private @Nullable Encoded small(Answer answer) {
		if (answer.body().length > MAX_BYTES) {
			return null;
		}
		this.decoding.lock();
		try {
			Encoded small = Thumbnails.of(answer.body(), SIDE);
			return (Math.min(small.width(), small.height()) >= LEAST_SIDE) ? small : null;
		}
		catch (DamagedPicture ex) {
			return null;
		}
		finally {
			this.decoding.unlock();
		}
	}

	private Answer get(URI address, String accept) throws IOException {
		return this.web.get(address, accept, MAX_BYTES + 1, WITHIN);
	}

	/** Sends requests. */
	@FunctionalInterface
	interface Web {

		/** See {@link chat.hubbub.outgoing.OutgoingRequests#get}. */
		Answer get(URI address, String accept, int maxBytes, Duration within) throws IOException;

	}

}
