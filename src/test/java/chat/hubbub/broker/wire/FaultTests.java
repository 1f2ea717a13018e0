package chat.hubbub.broker.wire;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

import static org.assertj.core.api.Assertions.assertThat;

class FaultTests {

	@Test
	void aStoreThatIsAwayIsNoFaultOfTheServer() {
		List<Exception> faults = List.of(new CannotGetJdbcConnectionException("away"),
				new DataAccessResourceFailureException("away"), new QueryTimeoutException("slow"),
				new CannotCreateTransactionException("away"),
				new UncategorizedSQLException("insert", null, new SQLException("full")));
		assertThat(faults).extracting((fault) -> Fault.of(fault, "r-1").code()).containsOnly("store.unavailable");
	}

	@Test
	void aBrokenRuleOfTheStoreIs() {
		assertThat(Fault.of(new DuplicateKeyException("twice"), null).code()).isEqualTo("internal");
	}

}
