package chat.hubbub.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log, also as JSON.
 *
 * @param id its number; later rows have greater numbers
 * @param at the time of the act, to the millisecond
 * @param actor the name of the actor, {@code null} for the server itself
 * @param act the kind of act
 * @param topic its topic, {@code null} for the whole server
 * @param subject the person or thing acted on, or {@code null}
 * @param detail further details, may be empty
 */
record AuditRow(long id, Instant at, @Nullable String actor, String act, @Nullable String topic,
		@Nullable String subject, String detail) {

}
