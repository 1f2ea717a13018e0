package chat.hubbub.topic;

/**
 * A topic has been created, on this node or another.
 *
 * @param rights the new topic and its rights
 */
public record TopicCreated(Rights rights) {

	/**
	 * The new topic.
	 * @return the topic
	 */
	public Topic topic() {
		return this.rights.topic();
	}

}
