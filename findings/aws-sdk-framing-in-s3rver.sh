#!/usr/bin/env bash
# Over HTTP without TLS, the AWS SDK for Java frames each body in signed chunks (Content-Encoding: aws-chunked) and adds
# the checksum as a trailer. s3rver answers 200 and keeps the framing as part of the object, so that 9 bytes are read
# back as more than 170. The setting of the checksums alone does not help; chunkedEncodingEnabled(false) does.
# Seen with software.amazon.awssdk:s3 2.57.8 and s3rver 3.7.1. Needs a JDK, Maven and Node.js with npm.
set -euo pipefail
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" || true; rm -rf "$folder"' EXIT
cd "$folder"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
	<modelVersion>4.0.0</modelVersion>
	<groupId>finding</groupId>
	<artifactId>finding</artifactId>
	<version>1</version>
	<dependencies>
		<dependency>
			<groupId>software.amazon.awssdk</groupId>
			<artifactId>s3</artifactId>
			<version>2.57.8</version>
			<exclusions>
				<exclusion><groupId>software.amazon.awssdk</groupId><artifactId>netty-nio-client</artifactId></exclusion>
				<exclusion><groupId>software.amazon.awssdk</groupId><artifactId>apache-client</artifactId></exclusion>
			</exclusions>
		</dependency>
		<dependency>
			<groupId>software.amazon.awssdk</groupId>
			<artifactId>apache5-client</artifactId>
			<version>2.57.8</version>
		</dependency>
	</dependencies>
</project>
POM

cat > Put.java <<'JAVA'
import java.net.URI;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class Put {

	public static void main(String[] args) {
		put(args[0], RequestChecksumCalculation.WHEN_SUPPORTED, true);
		put(args[0], RequestChecksumCalculation.WHEN_REQUIRED, true);
		put(args[0], RequestChecksumCalculation.WHEN_REQUIRED, false);
	}

	private static void put(String address, RequestChecksumCalculation checksums, boolean chunks) {
		try (S3Client client = S3Client.builder()
			.endpointOverride(URI.create(address))
			.region(Region.US_EAST_1)
			.forcePathStyle(true)
			.requestChecksumCalculation(checksums)
			.serviceConfiguration((s3) -> s3.chunkedEncodingEnabled(chunks))
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("S3RVER", "S3RVER")))
			.build()) {
			client.putObject((request) -> request.bucket("tea").key("tea.txt"), RequestBody.fromString("Earl Grey"));
			String kept = client.getObjectAsBytes((request) -> request.bucket("tea").key("tea.txt")).asUtf8String();
			System.out.println(checksums + " " + (chunks ? "default" : "without chunks") + ": "
					+ kept.replaceAll("[0-9a-f]{64}", "SIGNATURE").replace("\r\n", "|"));
		}
	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath.txt
npm install --silent --no-audit --no-fund s3rver@3.7.1
port=$(node -e 'const server = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(server.address().port); server.close(); })')
node_modules/.bin/s3rver --directory ./data --address 127.0.0.1 --port "$port" --configure-bucket tea > s3rver.log 2>&1 &
server=$!
timeout 60 sh -c "until node -e 'require(\"net\").connect($port, \"127.0.0.1\").on(\"error\", () => process.exit(1)).on(\"connect\", () => process.exit(0))'; do sleep 0.2; done"

java -cp "$(cat classpath.txt)" Put.java "http://127.0.0.1:$port" 2> /dev/null | tee seen.txt
cat > expected.txt <<'TEXT'
WHEN_SUPPORTED default: 9;chunk-signature=SIGNATURE|Earl Grey|0;chunk-signature=SIGNATURE|x-amz-checksum-crc32:y6hZJA==|x-amz-trailer-signature:SIGNATURE||
WHEN_REQUIRED default: 9;chunk-signature=SIGNATURE|Earl Grey|0;chunk-signature=SIGNATURE||
WHEN_REQUIRED without chunks: Earl Grey
TEXT
diff expected.txt seen.txt && echo "As it was seen: AWS SDK 2.57.8, s3rver 3.7.1, node $(node --version), $(java -version 2>&1 | head -1)"
