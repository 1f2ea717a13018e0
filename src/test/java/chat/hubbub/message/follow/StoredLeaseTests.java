package chat.hubbub.message.follow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import chat.hubbub.fixture.PostgreSql;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two nodes that want to run one follower. */
class StoredLeaseTests {

	private JdbcTemplate jdbc;

	private TransactionTemplate transaction;

	private StoredLease here;

	private StoredLease there;

	private long now;

	@BeforeEach
	void open(@TempDir Path folder) {
		DriverManagerDataSource source = new DriverManagerDataSource(PostgreSql.url(folder), "postgres", "postgres");
		this.jdbc = new JdbcTemplate(source);
		this.jdbc
			.execute("create table follower_lease (follower text primary key, node text, fence bigint, until bigint)");
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
		LeaseStore store = new LeaseStore(this.jdbc);
		this.here = new StoredLease(store, "index", "here", () -> this.now);
		this.there = new StoredLease(store, "index", "there", () -> this.now);
	}

	@Test
	void isHeldByOneNode() {
		assertThat(this.here.hold()).isEqualTo(1);
		assertThat(this.there.hold()).isZero();
		assertThat(this.here.hold()).isEqualTo(1);
		this.here.check();
		assertThatExceptionOfType(LeaseLost.class).isThrownBy(this.there::check);
	}

	@Test
	void goesToAnotherNodeWhenItsHolderIsSilent() {
		this.here.hold();
		expire();
		assertThat(this.there.hold()).isEqualTo(2);
		assertThatExceptionOfType(LeaseLost.class).isThrownBy(this.here::check);
		assertThat(this.here.hold()).isZero();
		this.there.check();
	}

	/** As a process does that was stopped and goes on. */
	@Test
	void isAskedForAgainByAHolderThatStoodStill() {
		this.here.hold();
		expire();
		this.there.hold();
		assertThat(this.here.hold()).isEqualTo(1);
		this.now += Duration.ofSeconds(11).toNanos();
		assertThat(this.here.hold()).isZero();
	}

	@Test
	void staysWhileItIsRenewed() {
		this.here.hold();
		expire();
		this.here.renew();
		assertThat(this.there.hold()).isZero();
		assertThat(this.here.hold()).isEqualTo(1);
	}

	@Test
	void isFreeAtOnceAfterAnOrderlyEnd() {
		this.here.hold();
		this.here.release();
		assertThat(this.there.hold()).isEqualTo(2);
		this.here.release();
		this.there.check();
	}

	/** Otherwise a former holder could still move the cursors. */
	@Test
	void isNotTakenDuringATransactionThatChecksIt() {
		this.here.hold();
		expire();
		CompletableFuture<Long> taken = this.transaction.execute((status) -> {
			this.here.check();
			CompletableFuture<Long> other = CompletableFuture.supplyAsync(this.there::hold);
			Awaitility.await().until(() -> waiting() == 1);
			assertThat(other).isNotDone();
			return other;
		});
		assertThat(taken.join()).isEqualTo(2);
	}

	private long waiting() {
		return this.jdbc.queryForObject("""
				select count(*) from pg_stat_activity
				where wait_event_type = 'Lock' and query like 'insert into follower_lease%'""", Long.class);
	}

	private void expire() {
		this.jdbc.update("update follower_lease set until = 0");
	}

}
