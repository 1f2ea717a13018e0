package chat.hubbub.store.move;

import java.util.Arrays;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

import chat.hubbub.store.StoreUnusable;

/** The tables of this version of Hubbub in a database. */
final class Migrations {

	private final Flyway flyway;

	/**
	 * The migrations of a database.
	 * @param url its JDBC address
	 * @param login its user; {@code null} for SQLite
	 */
	Migrations(String url, @Nullable Login login) {
		String vendor = url.startsWith("jdbc:sqlite:") ? "sqlite" : "postgresql";
		this.flyway = Flyway.configure()
			.dataSource(url, (login != null) ? login.user() : null, (login != null) ? login.password() : null)
			.locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
			.load();
	}

	/** Creates the tables. */
	void apply() {
		this.flyway.migrate();
	}

	/**
	 * Checks that a database has exactly the tables of this version.
	 * @param name the name of the database
	 * @throws StoreUnusable if it has others
	 */
	void requireAll(String name) {
		if (this.flyway.info().current() == null) {
			throw new StoreUnusable("The database " + name + " is not one of Hubbub: correct --from.");
		}
		if (this.flyway.info().pending().length > 0) {
			throw new StoreUnusable("The database " + name + " is of an older Hubbub: start this one on it once.");
		}
		if (Arrays.stream(this.flyway.info().all())
			.map(MigrationInfo::getState)
			.anyMatch((state) -> !state.isResolved())) {
			throw new StoreUnusable("The database " + name + " is of a newer Hubbub: move it with that one.");
		}
	}

}
