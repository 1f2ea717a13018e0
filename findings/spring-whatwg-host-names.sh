#!/usr/bin/env bash
# Spring's parser of the WHATWG URL standard (UriComponentsBuilder.ParserType.WHAT_WG) turns names into ASCII by IDNA 2003,
# not by UTS 46 without transitional processing, as that standard and all browsers do. So "ß" becomes "ss", which is
# another host, and letters that came after Unicode 3.2 are refused. Node.js, which follows the standard, differs.
# Seen with spring-web 7.0.10. Needs a JDK, Maven and Node.js.
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
		<dependency><groupId>org.springframework</groupId><artifactId>spring-web</artifactId><version>7.0.10</version></dependency>
	</dependencies>
</project>
POM

cat > Names.java <<'JAVA'
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

class Names {

	public static void main(String[] args) {
		// The last has a letter of Unicode 4.1.
		for (String name : new String[] { "b\u00fccher", "stra\u00dfe", "\u2d00" }) {
			String address = "https://" + name + ".example/";
			String host;
			try {
				host = UriComponentsBuilder.fromUriString(address, ParserType.WHAT_WG).build().getHost();
			}
			catch (RuntimeException ex) {
				host = "refused: " + ex.getCause().getMessage().replaceAll("[^ -~]", "?");
			}
			System.out.println("spring " + host);
		}
	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath.txt
{
  java -cp "$(cat classpath.txt)" Names.java 2> /dev/null
  node -e 'for (const name of ["b\u00fccher", "stra\u00dfe", "\u2d00"]) console.log("node", new URL(`https://${name}.example/`).hostname)'
} | tee seen.txt
cat > expected.txt <<'TEXT'
spring xn--bcher-kva.example
spring strasse.example
spring refused: java.text.ParseException: An unassigned code point was found in the input ?
node xn--bcher-kva.example
node xn--strae-oqa.example
node xn--rkj.example
TEXT
diff expected.txt seen.txt && echo "As it was seen: spring-web 7.0.10, node $(node --version), $(java -version 2>&1 | head -1)"
