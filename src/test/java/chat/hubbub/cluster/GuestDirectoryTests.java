package chat.hubbub.cluster;

import java.util.Set;
import java.util.concurrent.TimeUnit;

import chat.hubbub.account.Username;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of all guests on a node, and their age. */
class GuestDirectoryTests extends GuestNodes {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	@Test
	void readsTheNamesOnceASecond() {
		GuestDirectory directory = new GuestDirectory(this.store, () -> this.now, 10);
		Set<String> looks = enter("rosa");
		assertThat(directory.named(looks)).containsExactly("rosa");
		this.jdbc.update("delete from guest_name");
		this.now += SECOND - 1;
		assertThat(directory.named(looks)).containsExactly("rosa");
		this.now++;
		assertThat(directory.named(looks)).isEmpty();
		assertThat(enter("rosa")).isEqualTo(looks);
		assertThat(directory.named(looks)).isEmpty();
		this.now += SECOND;
		assertThat(directory.named(looks)).containsExactly("rosa");
	}

	@Test
	void asksIfThereAreTooManyToKeep() {
		Set<String> rosa = enter("rosa");
		GuestDirectory directory = new GuestDirectory(this.store, () -> this.now, rosa.size());
		assertThat(directory.named(rosa)).containsExactly("rosa");
		enter("tim");
		this.now += SECOND;
		assertThat(directory.named(rosa)).containsExactly("rosa");
		this.jdbc.update("delete from guest_name");
		assertThat(directory.named(rosa)).isEmpty();
		enter("rosa");
		this.now += TimeUnit.MINUTES.toNanos(1);
		assertThat(directory.named(rosa)).containsExactly("rosa");
		this.jdbc.update("delete from guest_name");
		assertThat(directory.named(rosa)).containsExactly("rosa");
	}

	/** Gives a name to a guest of the other node, and returns all skeletons. */
	private Set<String> enter(String name) {
		this.there = new End("there");
		this.there.guests.enter(new Username(name), "a connection of " + name);
		return looks();
	}

}
