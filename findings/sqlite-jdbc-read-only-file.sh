#!/usr/bin/env bash
# If the file of a database is not writable, SQLite opens it read-only without an error. sqlite-jdbc's connection reports
# that it is writable, BEGIN IMMEDIATE succeeds, and HikariCP finds the connection valid: only the first statement that
# writes fails. The connection stays read-only when the file is writable again, and the pool continues to lend it.
# Seen with sqlite-jdbc 3.53.4.0 and HikariCP 7.0.2. Needs a JDK and Maven; as root, also setpriv.
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

cat > ReadOnlyFile.java <<'JAVA'
import java.io.File;
import java.sql.*;
import com.zaxxer.hikari.HikariDataSource;

class ReadOnlyFile {

	public static void main(String[] args) throws SQLException {
		File file = new File("finding.db");
		String url = "jdbc:sqlite:finding.db?transaction_mode=IMMEDIATE";
		try (Connection first = DriverManager.getConnection(url)) {
			first.createStatement().execute("create table t (x)");
		}
		file.setWritable(false);
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setJdbcUrl(url);
			pool.setMaximumPoolSize(1);
			try (Connection lent = pool.getConnection()) {
				System.out.println("read-only: " + lent.isReadOnly() + ", valid: " + lent.isValid(1));
				lent.setAutoCommit(false);
				attempt("begin", lent, "select count(*) from t");
				attempt("insert", lent, "insert into t values (1)");
				lent.rollback();
			}
			file.setWritable(true);
			try (Connection lent = pool.getConnection()) {
				attempt("insert once the file is writable again", lent, "insert into t values (1)");
			}
			try (Connection fresh = DriverManager.getConnection(url)) {
				attempt("insert over a new connection", fresh, "insert into t values (1)");
			}
		}
	}

	private static void attempt(String name, Connection connection, String sql) {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
			System.out.println(name + ": done");
		}
		catch (SQLException ex) {
			System.out.println(name + ": " + ex.getMessage().replaceAll("[\\r\\n]+", " "));
		}
	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
javac -cp "lib/*" ReadOnlyFile.java
run=()
if [ "$(id -u)" = 0 ]; then
  # Root can write to any file.
  chown -R 65534:65534 "$folder"
  run=(setpriv --reuid=65534 --regid=65534 --clear-groups)
fi
"${run[@]}" java -Djava.io.tmpdir="$folder" -cp "lib/*:." ReadOnlyFile 2> /dev/null | tee seen.txt
cat > expected.txt <<'TEXT'
read-only: false, valid: true
begin: done
insert: [SQLITE_READONLY] Attempt to write a readonly database (attempt to write a readonly database)
insert once the file is writable again: [SQLITE_READONLY] Attempt to write a readonly database (attempt to write a readonly database)
insert over a new connection: done
TEXT
diff expected.txt seen.txt && echo "As it was seen: sqlite-jdbc 3.53.4.0, HikariCP 7.0.2, $(java -version 2>&1 | head -1)"
