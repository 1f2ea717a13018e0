package chat.hubbub.refusal;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import chat.hubbub.words.Language;
import chat.hubbub.words.Languages;
import chat.hubbub.words.Phrase;

/**
 * A refused request, with a reason that its sender can understand. Each cause is a
 * subclass named after the fact. The code and the sentence contain no secrets; the client
 * gets the code unchanged, and the sentence in its language.
 */
@SuppressWarnings("serial")
public abstract class Refusal extends RuntimeException {

	private final Kind kind;

	private final String code;

	private final transient Phrase sentence;

	private final @Nullable Duration retryAfter;

	/**
	 * Creates a refusal with a sentence that is the same in every language.
	 * @param kind the kind of refusal
	 * @param code a stable code for programs, two words joined by a dot
	 * @param sentence one sentence for people
	 */
	protected Refusal(Kind kind, String code, String sentence) {
		this(kind, code, Phrase.given(sentence), null);
	}

	/**
	 * Creates a refusal with the sentence that the message files have for its code.
	 * @param kind the kind of refusal
	 * @param code a stable code for programs, two words joined by a dot
	 */
	protected Refusal(Kind kind, String code) {
		this(kind, code, Phrase.of(code), null);
	}

	/**
	 * Creates a refusal.
	 * @param kind the kind of refusal
	 * @param code a stable code for programs, two words joined by a dot
	 * @param sentence one sentence for people
	 */
	protected Refusal(Kind kind, String code, Phrase sentence) {
		this(kind, code, sentence, null);
	}

	/**
	 * Creates a refusal of a request that may succeed later.
	 * @param kind the kind of refusal
	 * @param code a stable code for programs, two words joined by a dot
	 * @param sentence one sentence for people
	 * @param retryAfter how long to wait before the next attempt, or {@code null} if
	 * unknown
	 */
	protected Refusal(Kind kind, String code, Phrase sentence, @Nullable Duration retryAfter) {
		super(null, null, false, false);
		this.kind = kind;
		this.code = code;
		this.sentence = sentence;
		this.retryAfter = retryAfter;
	}

	/**
	 * The kind of this refusal.
	 * @return the kind, from which transports derive their own status
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * The stable code for programs.
	 * @return for example {@code topic.unknown}
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The sentence for people, before it is in a language.
	 * @return the sentence
	 */
	public Phrase phrase() {
		return this.sentence;
	}

	/**
	 * The sentence for people in a language.
	 * @param language the language of the reader
	 * @return one sentence, never empty
	 */
	public String sentence(Language language) {
		return this.sentence.in(language);
	}

	/**
	 * The sentence for people in English.
	 * @return one sentence, never empty
	 */
	public String sentence() {
		return sentence(Languages.ENGLISH);
	}

	/** The sentence in English, for the log. */
	@Override
	public String getMessage() {
		return sentence();
	}

	/**
	 * When to try again.
	 * @return whole seconds from now, 1 or more; empty if unknown
	 */
	public Optional<Long> retryAfter() {
		return Optional.ofNullable(this.retryAfter).map((wait) -> Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
	}

	/** The kinds of refusal, each with its HTTP status (RFC 9110, section 15). */
	public enum Kind {

		/** The request is malformed or exceeds a limit. */
		INVALID(400),

		/** The request needs a valid sign-in. */
		UNAUTHENTICATED(401),

		/** The request is not allowed. */
		FORBIDDEN(403),

		/** The request names something that does not exist. */
		NOT_FOUND(404),

		/** The request conflicts with the present state. */
		CONFLICT(409),

		/** The request has too many bytes. */
		TOO_LARGE(413),

		/** There were too many such requests recently, or there are too many at once. */
		TOO_MANY(429),

		/** The request cannot be served now but may succeed later. */
		UNAVAILABLE(503);

		private final int status;

		Kind(int status) {
			this.status = status;
		}

		/**
		 * The HTTP status of this kind.
		 * @return a status code from 400 to 599
		 */
		public int status() {
			return this.status;
		}

	}

}
