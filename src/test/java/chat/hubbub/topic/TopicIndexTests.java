package chat.hubbub.topic;

import java.util.Map;

import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicIndexTests {

	private static final TopicName TEA = new TopicName("tea");

	private static final TopicName COFFEE = new TopicName("coffee");

	private static final User ADA = new User(new Username("ada"), "@1", Role.MEMBER, 1L);

	private static final User LINUS = new User(new Username("linus"), "@2", Role.MEMBER, 2L);

	private static final User OLGA = new User(new Username("olga"), "@3", Role.ADMIN, 3L);

	private static final User GRACE = User.guest(new Username("grace"), "grace");

	private final TopicIndex index = new TopicIndex();

	@Test
	void namesOnlyWhatAUserMayRead() {
		put(TEA, Access.PRIVATE, Map.of(1L, Standing.MEMBER));
		put(COFFEE, Access.MEMBERS, Map.of());
		assertThat(this.index.readable(ADA)).containsOnly(TEA, COFFEE);
		assertThat(this.index.readable(OLGA)).containsOnly(TEA, COFFEE);
		assertThat(this.index.readable(LINUS)).containsOnly(COFFEE);
		assertThat(this.index.readable(GRACE)).isEmpty();
	}

	@Test
	void followsInvitationsAndDismissals() {
		put(TEA, Access.PRIVATE, Map.of(1L, Standing.MEMBER));
		put(TEA, Access.PRIVATE, Map.of(2L, Standing.MODERATOR));
		assertThat(this.index.readable(ADA)).isEmpty();
		assertThat(this.index.readable(LINUS)).containsOnly(TEA);
		assertThat(this.index.invitations(1)).isEmpty();
		assertThat(this.index.invitations(2)).containsOnly(TEA);
	}

	@Test
	void followsAccess() {
		put(TEA, Access.OPEN, Map.of(1L, Standing.MEMBER));
		assertThat(this.index.readable(GRACE)).containsOnly(TEA);
		put(TEA, Access.PRIVATE, Map.of(1L, Standing.MEMBER));
		assertThat(this.index.readable(GRACE)).isEmpty();
		assertThat(this.index.readable(ADA)).containsOnly(TEA);
		put(TEA, Access.MEMBERS, Map.of());
		assertThat(this.index.readable(LINUS)).containsOnly(TEA);
	}

	private void put(TopicName name, Access access, Map<Long, Standing> people) {
		this.index.put(new Rights(new Topic(name, "", "", access, false), people));
	}

}
