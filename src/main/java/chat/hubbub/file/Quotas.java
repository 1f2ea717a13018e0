package chat.hubbub.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.unit.DataSize;

/** The bytes that each account and each address has uploaded today (UTC). Thread-safe. */
@Repository
class Quotas {

	private final JdbcClient jdbc;

	private final Clock clock;

	private final FileProperties settings;

	Quotas(JdbcClient jdbc, Clock clock, FileProperties settings) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.settings = settings;
	}

	/**
	 * Checks whether more bytes may be uploaded, without counting them.
	 * @throws FileRefused if they are too many for today
	 */
	void require(Payer payer, long more) {
		long used = this.jdbc.sql("select coalesce(sum(size), 0) from upload_day where day = ? and payer = ?")
			.params(today(), payer.key())
			.query(Long.class)
			.single();
		refuseIfMore(payer, used + more);
	}

	/**
	 * Counts bytes, in the transaction of the caller.
	 * @throws FileRefused if they are too many for today
	 */
	void count(Payer payer, long more) {
		long used = this.jdbc.sql("""
				insert into upload_day (day, payer, size) values (?, ?, ?)
				on conflict (day, payer) do update set size = upload_day.size + excluded.size returning size""")
			.params(today(), payer.key(), more)
			.query(Long.class)
			.single();
		refuseIfMore(payer, used);
	}

	private void refuseIfMore(Payer payer, long used) {
		DataSize greatest = payer.account() ? this.settings.accountDaily() : this.settings.addressDaily();
		if (greatest.toBytes() > 0 && used > greatest.toBytes()) {
			Instant now = this.clock.instant();
			throw FileRefused.quota(Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS)));
		}
	}

	/** Forgets earlier days. */
	void forget() {
		this.jdbc.sql("delete from upload_day where day < ?").param(today()).update();
	}

	private long today() {
		return Math.floorDiv(this.clock.millis(), Duration.ofDays(1).toMillis());
	}

}
