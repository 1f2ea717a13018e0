package chat.hubbub.report;

import java.time.Instant;

/**
 * A reported message as admins see it. It does not say where the message is.
 *
 * @param id its number; later reports have greater numbers
 * @param sender the present name of the message's sender
 * @param text the text at the time of the report
 * @param sentAt the time of the message
 * @param reporter the present name of the user who reported it
 * @param reason the reason, may be empty
 * @param reportedAt the time of the report
 */
record Report(long id, String sender, String text, Instant sentAt, String reporter, String reason, Instant reportedAt) {

}
