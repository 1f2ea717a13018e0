package chat.hubbub.file;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of an upload, or of the address of a file. */
@SuppressWarnings("serial")
final class FileRefused extends Refusal {

	private static final Duration SOON = Duration.ofSeconds(5);

	private FileRefused(Kind kind, String code, Phrase sentence, @Nullable Duration retryAfter) {
		super(kind, code, sentence, retryAfter);
	}

	private FileRefused(Kind kind, String code) {
		this(kind, code, Phrase.of(code), null);
	}

	static FileRefused guests() {
		return new FileRefused(Kind.FORBIDDEN, "files.guests");
	}

	static FileRefused empty() {
		return new FileRefused(Kind.INVALID, "files.empty", Phrase.of("attachment.empty"), null);
	}

	static FileRefused tooLarge(DataSize greatest) {
		return new FileRefused(Kind.TOO_LARGE, "files.too-large",
				Phrase.of("attachment.too-large").with("size", exactly(greatest)), null);
	}

	/** A size in the largest unit that divides it. */
	private static String exactly(DataSize size) {
		if (size.equals(DataSize.ofMegabytes(size.toMegabytes()))) {
			return size.toMegabytes() + " MB";
		}
		boolean kilobytes = size.equals(DataSize.ofKilobytes(size.toKilobytes()));
		return kilobytes ? size.toKilobytes() + " KB" : size.toBytes() + " B";
	}

	static FileRefused brokenOff() {
		return new FileRefused(Kind.INVALID, "files.broken-off");
	}

	static FileRefused slow() {
		return new FileRefused(Kind.INVALID, "files.slow");
	}

	/** A picture of which it is not known what else the file says. */
	static FileRefused damaged() {
		return new FileRefused(Kind.INVALID, "files.damaged");
	}

	static FileRefused full() {
		return new FileRefused(Kind.UNAVAILABLE, "files.full");
	}

	static FileRefused quota(Duration wait) {
		return new FileRefused(Kind.TOO_MANY, "files.quota", Phrase.of("files.quota"), wait);
	}

	static FileRefused busy() {
		return new FileRefused(Kind.UNAVAILABLE, "files.busy", Phrase.of("files.busy"), SOON);
	}

	static FileRefused unknown() {
		return new FileRefused(Kind.NOT_FOUND, "files.unknown");
	}

	/** The bytes are away, such as those in another store. */
	static FileRefused unavailable() {
		return new FileRefused(Kind.UNAVAILABLE, "files.unavailable", Phrase.of("files.unavailable"), SOON);
	}

}
