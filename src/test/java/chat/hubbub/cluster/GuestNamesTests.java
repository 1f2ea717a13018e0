package chat.hubbub.cluster;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import chat.hubbub.account.GuestName;
import chat.hubbub.account.NameTaken;
import chat.hubbub.account.Username;
import chat.hubbub.broker.Clients;
import chat.hubbub.broker.Selection;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The guests of two nodes. */
class GuestNamesTests extends GuestNodes {

	@Test
	void aNameIsThatOfOneGuest() {
		this.here.guests.claim(new Username("Rosa"), "a browser");
		assertThatExceptionOfType(NameTaken.class)
			.isThrownBy(() -> this.there.guests.claim(new Username("ROSA"), "another browser"));
		assertThat(this.there.guests.enter(new Username("rosa"), "a connection").getName()).isNotEqualTo("rosa");
		assertThat(this.there.guests.mayBe(new Username("rosa"), "another browser")).isFalse();
	}

	@Test
	void aBrowserHasItsNameOnBoth() {
		this.here.guests.claim(new Username("rosa"), "a browser");
		assertThat(this.there.guests.mayBe(new Username("rosa"), "a browser")).isTrue();
		assertThat(this.there.guests.join(new Username("rosa"), "a browser", "there 1").getName()).isEqualTo("rosa");
		keep();
		assertThat(this.here.guests.isHere("a browser")).isTrue();
		assertThat(this.there.guests.isHere("a browser")).isTrue();
	}

	@Test
	void ofTwoThatComeAtOnceOneGetsTheName() {
		long winners = IntStream.range(0, 50).mapToObj((number) -> {
			Username name = new Username("rival-" + number + "x");
			CompletableFuture<String> one = CompletableFuture
				.supplyAsync(() -> this.here.guests.enter(name, "here " + number).getName());
			String other = this.there.guests.enter(name, "there " + number).getName();
			return Set.of(one.join(), other);
		}).filter((names) -> names.size() == 2).count();
		assertThat(winners).isEqualTo(50);
	}

	@Test
	void guestsWithoutANameHaveDifferentNumbers() {
		assertThat(this.here.guests.enter(null, "1").getName()).isEqualTo("guest-1");
		assertThat(this.there.guests.enter(null, "2").getName()).isEqualTo("guest-2");
	}

	/** Each attempt asks the database. */
	@Test
	void aNameThatVeryManyHaveCostsFewAttempts() {
		for (int number = 1; number <= 30; number++) {
			this.here.guests.enter(new Username("rosa"), "here " + number);
		}
		this.claims = 0;
		assertThat(this.there.guests.enter(new Username("rosa"), "there 1").getName()).startsWith("rosa-");
		assertThat(this.claims).isLessThan(10);
	}

	@Test
	void connectionsOfGuestsEndBeforeOthersHaveTheirNames() {
		List<String> ended = new ArrayList<>();
		Selection all = (Selection) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { Selection.class }, (proxy, method, arguments) -> ended.add(method.getName()));
		Clients clients = (Clients) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { Clients.class }, (proxy, method, arguments) -> all);
		GuestClock watched = new GuestClock(this.here.names, this.here.guests, clients, () -> this.now);
		this.jdbc.execute("alter table cluster_node rename to away");
		this.now += Duration.ofSeconds(21).toNanos();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(watched::tick);
		watched.watch();
		watched.watch();
		assertThat(ended).containsExactly("close");
		this.jdbc.execute("alter table away rename to cluster_node");
		watched.tick();
		this.now += Duration.ofSeconds(21).toNanos();
		watched.watch();
		assertThat(ended).hasSize(2);
	}

	@Test
	void theNamesOfANodeThatIsSilentAreFree() {
		this.here.guests.enter(new Username("rosa"), "1");
		this.jdbc.update("update cluster_node set seen_at = seen_at - 31000 where id = 'here'");
		assertThat(this.there.guests.enter(new Username("rosa"), "2").getName()).isEqualTo("rosa");
		// The silent node comes back.
		Map<String, GuestName> lost = this.here.keep();
		assertThat(lost.values()).containsExactly(new GuestName("rosa", "1"));
		assertThat(this.here.guests.lose(lost)).hasSize(1);
		assertThat(this.here.guests.looks()).isEmpty();
		assertThat(this.there.keep()).isEmpty();
	}

	/** The counts of a batch that became one statement do not tell which rows it left. */
	@Test
	void aNodeNoticesTheLossOfOneNameAmongSeveral() {
		this.here.guests.enter(new Username("rosa"), "1");
		this.here.guests.enter(new Username("otto"), "2");
		this.here.guests.enter(new Username("nina"), "3");
		this.jdbc.update("update cluster_node set seen_at = seen_at - 31000 where id = 'here'");
		this.there.guests.enter(new Username("nina"), "4");
		assertThat(this.here.keep().values()).containsExactly(new GuestName("nina", "3"));
		assertThat(this.there.keep()).isEmpty();
	}

	@Test
	void areKnownOnBothAsTheyAreSpelled() {
		this.here.guests.claim(new Username("Rosa"), "a browser");
		assertThat(this.there.names.named(Set.of("rosa", "otto"))).containsExactly("Rosa");
		this.here.guests.claim(new Username("rosa"), "a browser");
		this.now += TimeUnit.SECONDS.toNanos(1);
		assertThat(this.there.names.named(Set.of("rosa", "otto"))).containsExactly("rosa");
		this.jdbc.update("update cluster_node set seen_at = seen_at - 31000 where id = 'here'");
		this.now += TimeUnit.SECONDS.toNanos(1);
		assertThat(this.there.names.named(Set.of("rosa", "otto"))).isEmpty();
	}

	/** Very many guests are on a node, and each keeps its name for hours. */
	@Test
	void areNotWrittenAgain() {
		this.here.guests.enter(new Username("rosa"), "1");
		this.here.guests.enter(new Username("otto"), "2");
		List<String> written = versions();
		keep();
		keep();
		assertThat(versions()).isEqualTo(written);
		this.jdbc.update("delete from guest_name where name = 'otto'");
		keep();
		assertThat(this.there.names.named(Set.of("rosa", "otto"))).containsExactlyInAnyOrder("rosa", "otto");
	}

	private List<String> versions() {
		return this.jdbc.queryForList("select look || ' ' || xmin::text from guest_name order by look", String.class);
	}

	@Test
	void theNamesOfANodeThatEndsAreFree() {
		this.here.guests.enter(new Username("rosa"), "1");
		this.here.names.leave();
		assertThat(this.there.guests.enter(new Username("rosa"), "2").getName()).isEqualTo("rosa");
	}

}
