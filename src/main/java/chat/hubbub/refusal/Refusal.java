package chat.hubbub.refusal;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A request that is refused for a reason its sender can understand. Each cause is a
 * subclass named for the fact. Neither the code nor the sentence holds secrets, and both
 * go to the client as they are.
 */
@SuppressWarnings("serial")
public abstract class Refusal extends RuntimeException {

	private final Kind kind;

	private final String code;

	private final @Nullable Duration retryAfter;

	/**
	 * Creates a refusal.
	 * @param kind what sort of refusal it is
	 * @param code a stable code for programs, two words joined by a dot
	 * @param sentence one sentence for people
	 */
	protected Refusal(Kind kind, String code, String sentence) {
		this(kind, code, sentence, null);
	}

	/**
	 * Creates a refusal of what may be taken later.
	 * @param kind what sort of refusal it is
	 * @param code a stable code for programs, two words joined by a dot
	 * @param sentence one sentence for people
	 * @param retryAfter how long to wait before the next try, or {@code null} if there is
	 * no telling
	 */
	protected Refusal(Kind kind, String code, String sentence, @Nullable Duration retryAfter) {
		super(sentence, null, false, false);
		this.kind = kind;
		this.code = code;
		this.retryAfter = retryAfter;
	}

	/**
	 * What sort of refusal this is.
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
	 * @return whole seconds from now, 1 or more; empty if there is no telling
	 */
	public Optional<Long> retryAfter() {
		return Optional.ofNullable(this.retryAfter).map((wait) -> Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
	}

	/** The sorts of refusal, each with its HTTP status (RFC 9110, section 15). */
	public enum Kind {

		/** The request cannot be understood or is out of bounds. */
		INVALID(400),

		/** Nobody who may do this has signed in. */
		UNAUTHENTICATED(401),

		/** The request is understood and not allowed. */
		FORBIDDEN(403),

		/** What the request names is not there. */
		NOT_FOUND(404),

		/** The request clashes with what is there already. */
		CONFLICT(409),

		/** There were too many such requests of late, or there are too many now. */
		TOO_MANY(429),

		/** The request cannot be served now and may be later. */
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
