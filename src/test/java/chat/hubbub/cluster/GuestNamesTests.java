package chat.hubbub.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import chat.hubbub.account.Guests;
import chat.hubbub.account.NameTaken;
import chat.hubbub.account.Names;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.PostgreSql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The guests of two nodes. */
class GuestNamesTests {

	private JdbcTemplate jdbc;

	private GuestNameStore store;

	private final FakeClock clock = new FakeClock();

	private long now;

	private End here;

	private End there;

	@BeforeEach
	void open(@TempDir Path folder) {
		DriverManagerDataSource source = new DriverManagerDataSource(PostgreSql.url(folder), "postgres", "postgres");
		this.jdbc = new JdbcTemplate(source);
		this.jdbc.execute("create table cluster_node (id text primary key, seen_at bigint)");
		this.jdbc.execute("create table guest_name (look text primary key, holder text, node text)");
		this.jdbc.execute("create table guest_number as select 0::bigint as last");
		this.store = new GuestNameStore(this.jdbc, new TransactionTemplate(new JdbcTransactionManager(source)));
		this.here = new End("here");
		this.there = new End("there");
	}

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

	@Test
	void aNameIsFreeWhenItsGuestHasLeft() {
		this.here.guests.enter(new Username("rosa"), "1");
		this.here.guests.disconnect("1");
		keep();
		this.now += Duration.ofSeconds(6).toNanos();
		keep();
		assertThat(this.there.guests.enter(new Username("rosa"), "2").getName()).isEqualTo("rosa");
	}

	@Test
	void theNamesOfANodeThatIsSilentAreFree() {
		this.here.guests.enter(new Username("rosa"), "1");
		this.jdbc.update("update cluster_node set seen_at = seen_at - 31000 where id = 'here'");
		assertThat(this.there.guests.enter(new Username("rosa"), "2").getName()).isEqualTo("rosa");
		// The silent node comes back.
		Set<String> lost = this.here.names.keep(this.here.guests.looks());
		assertThat(lost).containsExactly("1");
		assertThat(this.here.guests.lose(lost)).hasSize(1);
		assertThat(this.here.guests.looks()).isEmpty();
		assertThat(this.there.names.keep(this.there.guests.looks())).isEmpty();
	}

	@Test
	void theNamesOfANodeThatEndsAreFree() {
		this.here.guests.enter(new Username("rosa"), "1");
		this.here.names.leave();
		assertThat(this.there.guests.enter(new Username("rosa"), "2").getName()).isEqualTo("rosa");
	}

	private void keep() {
		this.here.names.keep(this.here.guests.looks());
		this.there.names.keep(this.there.guests.looks());
	}

	/** One node. */
	private final class End {

		private final SharedGuestNames names;

		private final Guests guests;

		End(String node) {
			this.names = new SharedGuestNames(GuestNamesTests.this.store, node, () -> GuestNamesTests.this.now);
			this.guests = new Guests(new Names(), GuestNamesTests.this.clock, this.names);
		}

	}

}
