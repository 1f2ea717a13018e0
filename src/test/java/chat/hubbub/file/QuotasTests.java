package chat.hubbub.file;

import java.nio.file.Path;
import java.time.Duration;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class QuotasTests {

	private static final Payer ADA = new Payer("ada", true);

	private static final Payer GUESTS = new Payer("127.0.0.1", false);

	@TempDir
	Path folder;

	private final FakeClock clock = new FakeClock();

	private Database database;

	@BeforeEach
	void open() {
		this.database = new Database(this.folder);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@ParameterizedTest
	@CsvSource({ "true, 500", "false, 50" })
	void aDayHasSoManyMegabytes(boolean account, int megabytes) {
		Quotas quotas = quotas();
		Payer payer = account ? ADA : GUESTS;
		long greatest = DataSize.ofMegabytes(megabytes).toBytes();
		quotas.require(payer, greatest);
		refuses(() -> quotas.require(payer, greatest + 1));
		count(quotas, payer, greatest - 10);
		count(quotas, payer, 7);
		quotas.require(payer, 3);
		refuses(() -> quotas.require(payer, 4));
		count(quotas, account ? GUESTS : ADA, 1);
		count(quotas, new Payer("linus", account), greatest);
	}

	@Test
	void refusedBytesDoNotCount() {
		Quotas quotas = quotas("account-daily=100B");
		count(quotas, ADA, 60);
		refuses(() -> count(quotas, ADA, 41));
		count(quotas, ADA, 40);
	}

	@Test
	void theNextDayBeginsAnew() {
		Quotas quotas = quotas("account-daily=100B");
		count(quotas, ADA, 100);
		// The clock says 03:04:05.678.
		assertThat(catchThrowableOfType(FileRefused.class, () -> quotas.require(ADA, 1)).retryAfter())
			.contains(Duration.ofHours(21).minusSeconds(4 * 60 + 5).toSeconds());
		this.clock.advance(Duration.ofHours(20));
		refuses(() -> quotas.require(ADA, 1));
		this.clock.advance(Duration.ofHours(1));
		count(quotas, ADA, 100);
		quotas.forget();
		assertThat(this.database.template().queryForList("select size from upload_day", Long.class))
			.containsExactly(100L);
		refuses(() -> quotas.require(ADA, 1));
	}

	@Test
	void zeroIsNoLimit() {
		Quotas quotas = quotas("account-daily=0", "address-daily=0");
		count(quotas, ADA, 1L << 40);
		quotas.require(ADA, 1L << 40);
		count(quotas, GUESTS, 1L << 40);
	}

	private Quotas quotas(String... settings) {
		return new Quotas(this.database.client(), this.clock, FileSettings.of(settings));
	}

	private void count(Quotas quotas, Payer payer, long bytes) {
		this.database.transactions().executeWithoutResult((status) -> quotas.count(payer, bytes));
	}

	private static void refuses(Runnable act) {
		assertThatExceptionOfType(FileRefused.class).isThrownBy(act::run)
			.extracting(FileRefused::code)
			.isEqualTo("files.quota");
	}

}
