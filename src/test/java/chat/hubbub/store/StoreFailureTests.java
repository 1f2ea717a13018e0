package chat.hubbub.store;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The refusals of a PostgreSQL that the tests do not have. */
class StoreFailureTests {

	@ParameterizedTest
	@CsvSource({ "28P01, refuses the password", "08004, needs a password", "42501, does not allow its user",
			"53300, has too many connections", "57P03, is starting or stopping", "08001, cannot be reached" })
	void saysWhatToDoInOneSentence(String state, String reason) {
		SQLException fault = new SQLException("password=secret", state);
		assertThat(StoreFailure.explain(new IllegalStateException(fault), "postgresql://db/hubbub")).hasValueSatisfying(
				(sentence) -> assertThat(sentence).startsWith("The database postgresql://db/hubbub " + reason)
					.endsWith(".")
					.doesNotContain("secret"));
	}

	@Test
	void doesNotBlameTheStoreForOtherFaults() {
		assertThat(StoreFailure.explain(new IllegalStateException("port in use"), "x")).isEmpty();
	}

	@Test
	void needsAServerThatIsNewEnough() throws SQLException {
		assertThatExceptionOfType(StoreUnusable.class).isThrownBy(() -> PostgreSqlStart.checkServer(server(140_019)))
			.withMessage("Hubbub needs PostgreSQL 15 or newer, but the database is PostgreSQL 14: upgrade it.");
		PostgreSqlStart.checkServer(server(150_000));
	}

	/** A connection to a server that answers each query with its version. */
	private static Connection server(int version) {
		ResultSet rows = fake(ResultSet.class, version);
		return fake(Connection.class, fake(Statement.class, rows));
	}

	private static <T> T fake(Class<T> type, Object answer) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "next" -> true;
					case "close" -> null;
					default -> answer;
				}));
	}

}
