package chat.hubbub.cluster;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import chat.hubbub.broker.Guard;
import chat.hubbub.bus.AnythingChanged;
import chat.hubbub.bus.Fact;
import chat.hubbub.bus.Receivers;
import chat.hubbub.bus.StoredFact;
import chat.hubbub.fixture.PostgreSql;
import chat.hubbub.store.StoreUnavailable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Two nodes on one database, without a bus. */
class ChangesTests {

	private static String url;

	private DriverManagerDataSource source;

	private TransactionTemplate transaction;

	private End here;

	private End there;

	@BeforeEach
	void open(@TempDir Path folder) {
		url = PostgreSql.url(folder);
		this.source = new DriverManagerDataSource(url, "postgres", "postgres");
		JdbcTemplate jdbc = new JdbcTemplate(this.source);
		jdbc.execute("create table change (id bigint primary key, kind text, key text, at bigint)");
		jdbc.execute("create table change_counter (number bigint)");
		jdbc.execute("insert into change_counter values (0)");
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(this.source));
		this.here = new End(this.source);
		this.there = new End(this.source);
	}

	@Test
	void reachTheOtherNodeInTheOrderOfTheirNumbers() {
		change(this.here, 1, 2);
		change(this.there, 3);
		this.there.changes.look();
		this.here.changes.look();
		assertThat(this.there.facts).containsExactly(new Told(1), new Told(2));
		assertThat(this.here.facts).containsExactly(new Told(3));
		assertThat(this.there.changes.applied()).isEqualTo(3).isEqualTo(this.here.changes.applied());
	}

	@Test
	void areNotToldIfTheirTransactionIsRolledBack() {
		this.transaction.executeWithoutResult((status) -> {
			this.here.announce(new Told(1));
			status.setRollbackOnly();
		});
		change(this.here, 2);
		this.there.changes.look();
		assertThat(this.there.facts).containsExactly(new Told(2));
	}

	@Test
	void areAnnouncedInATransactionOnly() {
		assertThatIllegalStateException().isThrownBy(() -> this.here.announce(new Told(1)));
	}

	/** A smaller number never becomes visible after a greater one. */
	@Test
	void waitForATransactionThatHasANumber() throws SQLException {
		try (Connection open = this.source.getConnection()) {
			open.setAutoCommit(false);
			open.createStatement().execute("update change_counter set number = number + 1");
			open.createStatement()
				.execute("insert into change values (1, '" + Told.class.getName() + "', '{\"id\":1}', 0)");
			CompletableFuture<Void> later = CompletableFuture.runAsync(() -> change(this.here, 2));
			Awaitility.await().until(() -> waiting() == 1);
			this.there.changes.look();
			assertThat(this.there.facts).isEmpty();
			assertThat(later).isNotDone();
			open.commit();
			later.join();
		}
		this.there.changes.look();
		assertThat(this.there.facts).containsExactly(new Told(1), new Told(2));
	}

	private long waiting() {
		return new JdbcTemplate(this.source).queryForObject("""
				select count(*) from pg_stat_activity
				where wait_event_type = 'Lock' and query like 'update change_counter%'""", Long.class);
	}

	@Test
	void areAllReadAgainAfterAGap() {
		change(this.here, 1, 2);
		new JdbcTemplate(this.source).update("delete from change where id = 1");
		this.there.changes.look();
		assertThat(this.there.facts).containsExactly(new AnythingChanged());
		change(this.here, 3);
		this.there.changes.look();
		assertThat(this.there.facts).containsExactly(new AnythingChanged(), new Told(3));
	}

	@Test
	void areAllReadAgainAfterPruning() {
		change(this.here, 1, 2);
		this.here.store.prune(Duration.ofMinutes(1));
		assertThat(this.here.store.after(0)).hasSize(2);
		this.here.store.prune(Duration.ofMillis(-1000));
		assertThat(this.here.store.after(0)).isEmpty();
		this.there.changes.applyUpTo(2);
		assertThat(this.there.facts).containsExactly(new AnythingChanged());
		assertThat(this.there.changes.applied()).isEqualTo(2);
	}

	@Test
	void areAppliedUpToANumberBeforeTheCallerGoesOn() {
		change(this.here, 1);
		change(this.here, 2);
		long newest = this.there.changes.newest();
		assertThat(newest).isEqualTo(2);
		this.there.changes.applyUpTo(newest);
		assertThat(this.there.facts).containsExactly(new Told(1), new Told(2));
	}

	/** Nothing later may be seen while the memory is not up to date. */
	@Test
	void waitForAReceiverThatFails() {
		this.there.broken = true;
		change(this.here, 1);
		this.there.changes.look();
		assertThat(this.there.changes.applied()).isZero();
		this.there.broken = false;
		this.there.changes.look();
		assertThat(this.there.changes.applied()).isEqualTo(1);
		assertThat(this.there.facts).containsExactly(new Told(1));
	}

	/** Then the node grants nothing by what it remembers. */
	@Test
	void areStaleAfterFiveSecondsWithoutTheStore() {
		Guard open = (user, command, destination) -> destination;
		Guard guard = new CutOffGuard(open, this.there.changes::areStale);
		JdbcTemplate jdbc = new JdbcTemplate(this.source);
		jdbc.execute("alter table change_counter rename to away");
		this.there.now += Duration.ofSeconds(5).toNanos();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(this.there.changes::look);
		assertThat(guard.check(null, StompCommand.SUBSCRIBE, "/topic/chat")).isEqualTo("/topic/chat");
		this.there.now++;
		assertThatExceptionOfType(StoreUnavailable.class)
			.isThrownBy(() -> guard.check(null, StompCommand.SUBSCRIBE, "/topic/chat"));
		assertThat(guard.check(null, StompCommand.SEND, "/app/chat")).isEqualTo("/app/chat");
		jdbc.execute("alter table away rename to change_counter");
		this.there.changes.look();
		assertThat(this.there.changes.areStale()).isFalse();
	}

	/** It is not asked to know the later changes, which would never end. */
	@Test
	void areAppliedByReceiversThatReadThePast() {
		this.there.receivers.add(Told.class, (fact) -> this.there.changes.applyUpTo(this.there.changes.newest()));
		change(this.here, 1, 2);
		this.there.changes.look();
		assertThat(this.there.facts).containsExactly(new Told(1), new Told(2));
		assertThat(this.there.changes.applied()).isEqualTo(2);
	}

	/** A right that was withdrawn is withdrawn here before anything else happens. */
	@Test
	void areTriedUntilTheirReceiverSucceeds() {
		this.there.broken = true;
		change(this.here, 1);
		this.there.now += Duration.ofSeconds(6).toNanos();
		lookOften();
		assertThat(this.there.changes.applied()).isZero();
		assertThat(this.there.changes.areStale()).isTrue();
		this.there.broken = false;
		this.there.changes.look();
		assertThat(this.there.changes.applied()).isEqualTo(1);
		assertThat(this.there.changes.areStale()).isFalse();
		assertThat(this.there.facts).containsExactly(new Told(1));
	}

	/** One change that cannot be applied does not stop the node for ever. */
	@Test
	void areAllReadAgainAfterOneThatKeepsFailing() {
		this.there.receivers.add(Told.class, (fact) -> {
			throw new IllegalStateException("Broken");
		});
		change(this.here, 1);
		lookOften();
		assertThat(this.there.changes.applied()).isEqualTo(1);
		assertThat(this.there.facts).contains(new AnythingChanged());
	}

	private void lookOften() {
		for (int attempt = 0; attempt < 60; attempt++) {
			this.there.changes.look();
		}
	}

	private void change(End node, int... ids) {
		this.transaction.executeWithoutResult((status) -> {
			for (int id : ids) {
				node.announce(new Told(id));
				node.announce(new Told(id));
			}
		});
	}

	record Told(int id) implements StoredFact {

	}

	/** One node. */
	private static final class End {

		private final Receivers receivers = new Receivers();

		private final List<Fact> facts = Collections.synchronizedList(new ArrayList<>());

		private final ChangeStore store;

		private final Changes changes;

		private boolean broken;

		private long now;

		End(DriverManagerDataSource source) {
			this.store = new ChangeStore(new JdbcTemplate(source));
			this.changes = new Changes(this.store, this.receivers, new JsonMapper(), () -> this.now);
			this.changes.know(Told.class);
			this.receivers.add(Told.class, this::hear);
			this.receivers.add(AnythingChanged.class, this::hear);
		}

		void announce(StoredFact fact) {
			Announcements.add(fact, this.changes, () -> {
			});
		}

		private void hear(Fact fact) {
			if (this.broken) {
				throw new IllegalStateException("Broken");
			}
			this.facts.add(fact);
		}

	}

}
