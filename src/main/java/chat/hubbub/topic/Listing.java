package chat.hubbub.topic;

import chat.hubbub.account.User;

/**
 * A topic as one user sees it.
 *
 * @param name its name
 * @param title its title
 * @param description its purpose
 * @param head the {@code seq} of its newest event, 0 without events
 * @param access the users that may read it, in lower case
 * @param announcements whether only its moderators may post
 * @param mayPost whether this user may post
 * @param mayModerate whether this user may change it
 * @param member whether this user was invited to it and can therefore leave it
 */
record Listing(String name, String title, String description, long head, String access, boolean announcements,
		boolean mayPost, boolean mayModerate, boolean member) {

	static Listing of(Rights rights, User reader, long head) {
		Topic topic = rights.topic();
		return new Listing(topic.name().value(), topic.title(), topic.description(), head, topic.access().toString(),
				topic.announcements(), rights.mayPost(reader), rights.mayModerate(reader), rights.isMember(reader));
	}

}
