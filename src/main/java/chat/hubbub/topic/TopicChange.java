package chat.hubbub.topic;

import org.jspecify.annotations.Nullable;

/**
 * The changes that a client requests in a topic; values that are {@code null} stay
 * unchanged.
 *
 * @param title the new title
 * @param description the new description
 * @param access the new access, in lower case
 * @param announcements whether only its moderators may post from now on
 */
record TopicChange(@Nullable String title, @Nullable String description, @Nullable String access,
		@Nullable Boolean announcements) {

	Topic apply(Topic topic) {
		return new Topic(topic.name(), (this.title != null) ? this.title : topic.title(),
				(this.description != null) ? this.description : topic.description(),
				(this.access != null) ? Access.of(this.access) : topic.access(),
				(this.announcements != null) ? this.announcements : topic.announcements());
	}

}
