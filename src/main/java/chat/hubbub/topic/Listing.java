package chat.hubbub.topic;

import java.util.List;

import chat.hubbub.account.User;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

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
 * @param people the people of a conversation by name, also those who have left;
 * {@code null} for a topic
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Listing(String name, String title, String description, long head, String access, boolean announcements,
		boolean mayPost, boolean mayModerate, boolean member, @Nullable List<Participant> people) {

	Listing(String name, String title, String description, long head, String access, boolean announcements,
			boolean mayPost, boolean mayModerate, boolean member) {
		this(name, title, description, head, access, announcements, mayPost, mayModerate, member, null);
	}

	static Listing of(Rights rights, User reader, long head) {
		Topic topic = rights.topic();
		return new Listing(topic.name().value(), topic.title(), topic.description(), head, topic.access().toString(),
				topic.announcements(), rights.mayPost(reader), rights.mayModerate(reader), rights.isMember(reader));
	}

	/** A conversation, whose title depends on its reader. */
	Listing between(List<Participant> participants, String others) {
		return new Listing(this.name, others, this.description, this.head, this.access, this.announcements,
				this.mayPost, this.mayModerate, this.member, participants);
	}

	/**
	 * A person in a conversation.
	 *
	 * @param name the name
	 * @param left {@code true} for a person who has left it, otherwise {@code null}
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Participant(String name, @Nullable Boolean left) {

	}

}
