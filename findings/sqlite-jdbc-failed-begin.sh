#!/usr/bin/env bash
# A transaction that SQLite refuses to begin leaves sqlite-jdbc's connection without auto-commit and without a
# transaction. HikariCP does not notice and lends it again: its statements are then stored one by one, and its commit
# fails. A client is told that the changes were not stored, although they were.
# Seen with sqlite-jdbc 3.53.4.0 and HikariCP 7.0.2. Needs a JDK and Maven.
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
		<dependency><groupId>org.xerial</groupId><artifactId>sqlite-jdbc</artifactId><version>3.53.4.0</version></dependency>
		<dependency><groupId>com.zaxxer</groupId><artifactId>HikariCP</artifactId><version>7.0.2</version></dependency>
		<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
	</dependencies>
</project>
POM

cat > FailedBegin.java <<'JAVA'
import java.sql.*;
import com.zaxxer.hikari.HikariDataSource;

class FailedBegin {

	public static void main(String[] args) throws SQLException {
		String url = "jdbc:sqlite:finding.db?journal_mode=WAL&busy_timeout=100&transaction_mode=IMMEDIATE";
		try (HikariDataSource pool = new HikariDataSource(); Connection other = DriverManager.getConnection(url)) {
			pool.setJdbcUrl(url);
			pool.setMaximumPoolSize(1);
			other.createStatement().execute("create table t (x)");
			other.setAutoCommit(false);
			try (Connection lent = pool.getConnection()) {
				attempt("begin", () -> lent.setAutoCommit(false));
				System.out.println("auto-commit after it: " + lent.getAutoCommit());
			}
			other.commit();
			other.setAutoCommit(true);
			try (Connection lent = pool.getConnection()) {
				System.out.println("auto-commit when lent again: " + lent.getAutoCommit());
				attempt("begin", () -> lent.setAutoCommit(false));
				lent.createStatement().execute("insert into t values (1)");
				ResultSet rows = other.createStatement().executeQuery("select count(*) from t");
				System.out.println("rows that others see before commit: " + rows.getInt(1));
				attempt("commit", lent::commit);
			}
			catch (SQLException ex) {
				System.out.println("close: " + ex.getMessage());
			}
		}
	}

	interface Act {

		void run() throws SQLException;

	}

	static void attempt(String name, Act act) {
		try {
			act.run();
			System.out.println(name + ": done");
		}
		catch (SQLException ex) {
			System.out.println(name + ": " + ex.getMessage());
		}
	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath.txt
java -cp "$(cat classpath.txt)" FailedBegin.java 2> /dev/null | tee seen.txt
cat > expected.txt <<'TEXT'
begin: [SQLITE_BUSY] The database file is locked (database is locked)
auto-commit after it: false
auto-commit when lent again: false
begin: done
rows that others see before commit: 1
commit: [SQLITE_ERROR] SQL error or missing database (cannot commit - no transaction is active)
close: [SQLITE_ERROR] SQL error or missing database (cannot rollback - no transaction is active)
TEXT
diff expected.txt seen.txt && echo "As it was seen: sqlite-jdbc 3.53.4.0, HikariCP 7.0.2, $(java -version 2>&1 | head -1)"
