#!/usr/bin/env bash
# A controller of Spring MVC may return a Resource, and Spring then sends the ranges that the request asks for. It does so in
# two other ways than RFC 9110 says and Spring's own handler of static files does in part:
# - After a range behind the end (416), the whole file follows as the body. The handler of static files sends none.
# - If-Range is passed over: a download that is resumed after the file has changed gets the rest of another file (206),
#   where the RFC says that the range MUST be ignored. The handler of static files does the same.
# Seen with spring-webmvc 7.0.10. Needs a JDK and Maven.
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
		<dependency><groupId>org.springframework</groupId><artifactId>spring-webmvc</artifactId><version>7.0.10</version></dependency>
		<dependency><groupId>org.springframework</groupId><artifactId>spring-test</artifactId><version>7.0.10</version></dependency>
		<dependency><groupId>jakarta.servlet</groupId><artifactId>jakarta.servlet-api</artifactId><version>6.1.0</version></dependency>
	</dependencies>
</project>
POM

cat > Ranges.java <<'JAVA'
import java.util.List;
import org.springframework.core.io.*;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.*;
import org.springframework.test.web.servlet.*;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

class Ranges {

	static final Resource FILE = new ByteArrayResource("Earl Grey".getBytes());

	@RestController
	static class Files {

		@GetMapping("/file")
		ResponseEntity<Resource> file() {
			return ResponseEntity.ok().eTag("\"second\"").body(FILE);
		}

	}

	public static void main(String[] args) throws Exception {
		MockMvc controller = MockMvcBuilders.standaloneSetup(new Files()).build();
		for (String[] headers : new String[][] { { "bytes=9-", "\"second\"" }, { "bytes=5-", "\"second\"" }, { "bytes=5-", "\"first\"" } }) {
			System.out.println(headers[0] + ", If-Range: " + headers[1]);
			print("controller", controller
				.perform(MockMvcRequestBuilders.get("/file").header("Range", headers[0]).header("If-Range", headers[1]))
				.andReturn()
				.getResponse());
			print("static files", handled(headers[0], headers[1]));
		}
	}

	static MockHttpServletResponse handled(String range, String condition) throws Exception {
		ResourceHttpRequestHandler handler = new ResourceHttpRequestHandler() {

			@Override
			protected Resource getResource(jakarta.servlet.http.HttpServletRequest request) {
				return FILE;
			}

		};
		handler.setEtagGenerator((file) -> "\"second\"");
		handler.setUseLastModified(false);
		handler.setLocations(List.of(new ByteArrayResource(new byte[0])));
		handler.setServletContext(new MockServletContext());
		handler.afterPropertiesSet();
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/file");
		request.addHeader("Range", range);
		request.addHeader("If-Range", condition);
		MockHttpServletResponse response = new MockHttpServletResponse();
		handler.handleRequest(request, response);
		return response;
	}

	static void print(String name, MockHttpServletResponse response) throws Exception {
		System.out.println("  " + name + ": " + response.getStatus() + ", " + response.getHeader("Content-Range") + ", body '"
				+ response.getContentAsString() + "'");
	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath.txt
java -cp "$(cat classpath.txt)" Ranges.java 2> errors.txt | tee seen.txt || cat errors.txt
cat > expected.txt <<'TEXT'
bytes=9-, If-Range: "second"
  controller: 416, bytes */9, body 'Earl Grey'
  static files: 416, bytes */9, body ''
bytes=5-, If-Range: "second"
  controller: 206, bytes 5-8/9, body 'Grey'
  static files: 206, bytes 5-8/9, body 'Grey'
bytes=5-, If-Range: "first"
  controller: 206, bytes 5-8/9, body 'Grey'
  static files: 206, bytes 5-8/9, body 'Grey'
TEXT
diff expected.txt seen.txt && echo "As it was seen: spring-webmvc 7.0.10, $(java -version 2>&1 | head -1)"
