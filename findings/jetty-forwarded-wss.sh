#!/usr/bin/env bash
# Traefik sends "X-Forwarded-Proto: wss" with the handshake of a WebSocket that came to it by TLS. Jetty's
# ForwardedRequestCustomizer uses "wss" as the scheme of an insecure request: it has the port of TLS, isSecure() is false,
# and its address differs from that of any page, so that a comparison with the Origin of the server's own page fails.
# Seen with Jetty 12.1.14. Needs a JDK and Maven.
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

cat > Forwarded.java <<'JAVA'
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.*;
import org.eclipse.jetty.util.Callback;

class Forwarded {

	static String proto(Request request) {
		return request.getHeaders().get("X-Forwarded-Proto");
	}

	public static void main(String[] args) throws Exception {
		Server server = new Server();
		HttpConfiguration settings = new HttpConfiguration();
		settings.addCustomizer(new ForwardedRequestCustomizer());
		ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(settings));
		server.addConnector(connector);
		server.setHandler(new Handler.Abstract() {

			@Override
			public boolean handle(Request request, Response response, Callback callback) {
				Content.Sink.write(response, true, proto(request) + ": " + request.getHttpURI() + " secure: " + request.isSecure()
						+ " port: " + Request.getServerPort(request), callback);
				return true;
			}

		});
		server.start();
		for (String proto : new String[] { "https", "wss" }) {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + connector.getLocalPort() + "/ws"))
				.header("X-Forwarded-Proto", proto)
				.header("X-Forwarded-Host", "chat.example")
				.build();
			System.out.println(HttpClient.newHttpClient().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8)).body());
		}
		server.stop();
	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath.txt
java -cp "$(cat classpath.txt)" Forwarded.java 2> /dev/null | tee seen.txt
cat > expected.txt <<'TEXT'
https: https://chat.example/ws secure: true port: 443
wss: wss://chat.example/ws secure: false port: 443
TEXT
diff expected.txt seen.txt && echo "As it was seen: Jetty 12.1.14, $(java -version 2>&1 | head -1)"
