package chat.hubbub.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something that was done. It holds no secret, and nothing that people said to each
 * other. Published as an event in the transaction that stores what was done, it gets a
 * row in the audit log: both are stored, or neither is.
 *
 * @param actor the name of whoever did it, {@code null} for the server itself
 * @param name what was done: a noun and what became of it, joined by a dot, as in
 * {@code message.deleted}
 * @param topic the name of the topic it was done in, {@code null} for the whole server
 * @param subject the name of whom, or of what, it was done to; {@code null} for nobody
 * @param detail what else there is to say, may be empty
 */
public record Act(@Nullable String actor, String name, @Nullable String topic, @Nullable String subject,
		String detail) {

	/**
	 * An act on the whole server.
	 * @param actor the name of whoever did it, {@code null} for the server itself
	 * @param name what was done
	 * @param subject the name of whom, or of what, it was done to; {@code null} for
	 * nobody
	 * @param detail what else there is to say, may be empty
	 */
	public Act(@Nullable String actor, String name, @Nullable String subject, String detail) {
		this(actor, name, null, subject, detail);
	}
}
