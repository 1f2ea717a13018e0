#!/usr/bin/env bash
# Jetty's StatisticsHandler counts an upgrade as an ended request as soon as 101 is written, before the connection that takes
# over has been opened. Spring Boot's graceful shutdown waits until this count is 0, and stops the server then: a WebSocket whose
# client has its 101 already may find it gone before its first frame.
# Seen with jetty-server 12.1.14 (the count is that of Spring Boot 4.1.2, JettyWebServer): 0 active requests while onOpen runs.
# Needs Maven, and a JDK 17 or newer in JAVA_HOME.
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
		<dependency><groupId>org.eclipse.jetty</groupId><artifactId>jetty-server</artifactId><version>12.1.14</version></dependency>
		<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
	</dependencies>
</project>
POM

cat > Upgrade.java <<'JAVA'
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.Callback;

public class Upgrade {

	static final CountDownLatch opening = new CountDownLatch(1);

	static final CountDownLatch seen = new CountDownLatch(1);

	public static void main(String[] args) throws Exception {
		Server server = new Server();
		ServerConnector connector = new ServerConnector(server);
		server.addConnector(connector);
		StatisticsHandler statistics = new StatisticsHandler();
		statistics.setHandler(new Handler.Abstract() {
			@Override
			public boolean handle(Request request, Response response, Callback callback) {
				EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
				request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, new Echo(endPoint, request.getComponents().getExecutor()));
				response.setStatus(101);
				response.getHeaders().put(HttpHeader.UPGRADE, "echo");
				response.getHeaders().put(HttpHeader.CONNECTION, "Upgrade");
				callback.succeeded();
				return true;
			}
		});
		server.setHandler(statistics);
		server.start();
		try (Socket client = new Socket("localhost", connector.getLocalPort())) {
			client.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: echo\r\nConnection: Upgrade\r\n\r\n".getBytes());
			String status = new BufferedReader(new InputStreamReader(client.getInputStream())).readLine();
			opening.await();
			System.out.println(status + "; active requests while the connection opens: " + statistics.getRequestsActive());
			seen.countDown();
		}
		server.stop();
	}

	static class Echo extends AbstractConnection implements Connection.UpgradeTo {

		Echo(EndPoint endPoint, java.util.concurrent.Executor executor) {
			super(endPoint, executor);
		}

		@Override
		public void onUpgradeTo(ByteBuffer early) {
		}

		@Override
		public void onOpen() {
			opening.countDown();
			try {
				seen.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			super.onOpen();
			fillInterested();
		}

		@Override
		public void onFillable() {
			getEndPoint().close();
		}

	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath.txt 2> maven.txt || { cat maven.txt; exit 1; }
"$JAVA_HOME/bin/javac" -cp "$(cat classpath.txt)" Upgrade.java
timeout 60 "$JAVA_HOME/bin/java" -cp "$(cat classpath.txt):." Upgrade | tee seen.txt
grep -qx 'HTTP/1.1 101 Switching Protocols; active requests while the connection opens: 0' seen.txt && echo "As it was seen: jetty-server 12.1.14"
