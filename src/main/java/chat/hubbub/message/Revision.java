package chat.hubbub.message;

/**
 * A new content for a message.
 *
 * @param target the number of the message
 * @param content the content, by the rules of a {@link Draft}
 */
public record Revision(long target, Content content) {

	/**
	 * Checks a revision.
	 * @throws IllFormedDraft if the text breaks the rules
	 */
	public Revision {
		content.check();
	}

}
