package chat.hubbub.refusal;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A refused request, with a reason that its sender can understand. Each cause is a
 * subclass named after the fact. The code and the sentence contain no secrets; both are
 * sent to the client unchanged.
 */
@SuppressWarnings("serial")
public abstract class Refusal extends RuntimeException {

	private final Kind kind;

	private final String code;

	private final @Nullable Duration retryAfter;

	/**
	 * Creates a refusal.
	 * @param kind the kind of refusal
	 * @param code a stable code for programs, two words joined by a dot
	 * @param sentence one sentence for people
	 */
	protected Refusal(Kind kind, String code, String sentence) {
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
	protected Refusal(Kind kind, String code, String sentence, @Nullable Duration retryAfter) {
		super(sentence, null, false, false);
		this.kind = kind;
		this.code = code;
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
	 * The sentence for people.
	 * @return one sentence, never empty
	 */
	public String sentence() {
		return String.valueOf(getMessage());
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
