package chat.hubbub.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log, also as JSON.
 *
 * @param id its number; a later row has a greater one
 * @param at when it was done, to the millisecond
 * @param actor the name of whoever did it, {@code null} for the server itself
 * @param act what was done
 * @param topic where, {@code null} for the whole server
 * @param subject whom or what it was done to, or {@code null}
 * @param detail what else there is to say, may be empty
 */
record AuditRow(long id, Instant at, @Nullable String actor, String act, @Nullable String topic,
		@Nullable String subject, String detail) {

}
