package chat.hubbub.topic;

import org.jspecify.annotations.Nullable;

/**
 * What a client wants to be different in a topic; what is {@code null} stays.
 *
 * @param title the new title
 * @param description what it is for now
 * @param access who may read it from now on, in lower case
 * @param announcements whether only its moderators post from now on
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
