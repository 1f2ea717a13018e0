package chat.hubbub.broker.wire;

import java.util.UUID;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException;
import org.springframework.transaction.TransactionException;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Language;
import chat.hubbub.words.Phrase;

/**
 * The report of a refused frame.
 *
 * @param code a stable code for programs
 * @param sentence a sentence for people, never an exception's text
 * @param receipt the {@code receipt} header of the refused frame, or {@code null}
 * @param retryAfter the seconds until the client may try again, or {@code null}
 */
public record Fault(String code, Phrase sentence, @Nullable String receipt, @Nullable Long retryAfter) {

	private static final Logger logger = LoggerFactory.getLogger(Fault.class);

	/** Logs an unknown cause under an id and reports only that id to the client. */
	public static Fault of(Throwable cause, @Nullable String receipt) {
		Throwable root = cause;
		while (isWrapper(root) && root.getCause() != null) {
			root = root.getCause();
		}
		if (root instanceof Refusal refusal) {
			return new Fault(refusal.code(), refusal.phrase(), receipt, refusal.retryAfter().orElse(null));
		}
		if (root instanceof MessageConversionException || root instanceof MethodArgumentNotValidException) {
			return new Fault("body.malformed", Phrase.of("body.refused"), receipt, null);
		}
		if (isOfTheStore(root)) {
			logger.warn("The store failed during a frame of a client: {}", String.valueOf(root.getMessage()));
			return new Fault("store.unavailable", Phrase.of("store.unavailable"), receipt, null);
		}
		String id = UUID.randomUUID().toString();
		logger.error("A frame of a client failed: fault {}", id, root);
		return new Fault("internal", Phrase.of("internal").with("id", id), receipt, null);
	}

	/** The report for a client that reads a language. */
	public Told in(Language language) {
		return new Told(this.code, this.sentence.in(language), this.receipt, this.retryAfter);
	}

	/** The same exceptions as for requests over HTTP. */
	private static boolean isOfTheStore(Throwable cause) {
		return cause instanceof UncategorizedSQLException || cause instanceof TransientDataAccessException
				|| cause instanceof NonTransientDataAccessResourceException || cause instanceof TransactionException;
	}

	private static boolean isWrapper(Throwable cause) {
		return cause instanceof CompletionException
				|| (cause instanceof MessagingException && !(cause instanceof MessageConversionException));
	}

	/**
	 * The report in a language: the body of a message on {@code /user/queue/errors}.
	 *
	 * @param code a stable code for programs
	 * @param message a sentence for people
	 * @param receipt the {@code receipt} header of the refused frame, or {@code null}
	 * @param retryAfter the seconds until the client may try again, or {@code null}
	 */
	public record Told(String code, String message, @Nullable String receipt,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long retryAfter) {
	}

}
