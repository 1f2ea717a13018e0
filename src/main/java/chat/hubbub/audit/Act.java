package chat.hubbub.audit;

import org.jspecify.annotations.Nullable;

/**
 * An act to record. It contains no secrets and no texts of messages. Publish it as an
 * event in the transaction that stores its effect: the effect and the row in the audit
 * log are then stored together or not at all.
 *
 * @param actor the name of the actor, {@code null} for the server itself
 * @param name the kind of act: a noun and a past participle, joined by a dot, as in
 * {@code message.deleted}
 * @param topic the name of the topic of the act, {@code null} for the whole server
 * @param subject the name of the person or thing acted on, {@code null} without one
 * @param detail further details, may be empty
 */
public record Act(@Nullable String actor, String name, @Nullable String topic, @Nullable String subject,
		String detail) {

	/**
	 * An act on the whole server.
	 * @param actor the name of the actor, {@code null} for the server itself
	 * @param name the kind of act
	 * @param subject the name of the person or thing acted on, {@code null} without one
	 * @param detail further details, may be empty
	 */
	public Act(@Nullable String actor, String name, @Nullable String subject, String detail) {
		this(actor, name, null, subject, detail);
	}
}
