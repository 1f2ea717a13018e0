package chat.hubbub.cluster;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import chat.hubbub.account.GuestName;
import chat.hubbub.account.Guests;
import chat.hubbub.account.Names;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.PostgreSql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes with guests, and the table of their names. */
abstract class GuestNodes {

	/** As in operation: a batch of inserts becomes one statement. */
	private static final Properties BATCHES = new Properties();

	static {
		BATCHES.setProperty("reWriteBatchedInserts", "true");
	}

	JdbcTemplate jdbc;

	GuestNameStore store;

	final FakeClock clock = new FakeClock();

	long now;

	Runnable whileReleasing;

	int claims;

	End here;

	End there;

	@BeforeEach
	void open(@TempDir Path folder) {
		DriverManagerDataSource source = new DriverManagerDataSource(PostgreSql.url(folder), "postgres", "postgres");
		source.setConnectionProperties(BATCHES);
		this.jdbc = new JdbcTemplate(source);
		this.jdbc.execute("create table cluster_node (id text primary key, seen_at bigint)");
		this.jdbc.execute("create table guest_name (look text primary key, holder text, node text, name text)");
		this.jdbc.execute("create table guest_number as select 0::bigint as last");
		this.store = new GuestNameStore(new JdbcTemplate(source) {

			@Override
			public <T> int[][] batchUpdate(String sql, Collection<T> arguments, int size,
					ParameterizedPreparedStatementSetter<T> setter) {
				Runnable act = GuestNodes.this.whileReleasing;
				GuestNodes.this.whileReleasing = null;
				if (act != null) {
					act.run();
				}
				return super.batchUpdate(sql, arguments, size, setter);
			}

			@Override
			public int update(String sql, Object... arguments) {
				GuestNodes.this.claims++;
				return super.update(sql, arguments);
			}

		}, new TransactionTemplate(new JdbcTransactionManager(source)));
		this.here = new End("here");
		this.there = new End("there");
	}

	/** The skeletons that a guest has. */
	Set<String> looks() {
		return Set.copyOf(this.jdbc.queryForList("select look from guest_name", String.class));
	}

	void keep() {
		this.here.keep();
		this.there.keep();
	}

	/** One node. */
	final class End {

		final SharedGuestNames names;

		final Guests guests;

		End(String node) {
			this.names = new SharedGuestNames(GuestNodes.this.store, node, () -> GuestNodes.this.now);
			this.guests = new Guests(new Names(), GuestNodes.this.clock, this.names);
		}

		Map<String, GuestName> keep() {
			return this.names.keep(this.guests.looks(), this.guests.away());
		}

	}

}
