#!/usr/bin/env bash
# The WebP reader of TwelveMonkeys ImageIO reads an alpha channel as opaque if it is not compressed (RFC 9649, 2.7.1.2), with
# no more than a warning to a listener. The reference encoder leaves the channel like that if compression makes it larger, or
# with -alpha_method 0. The right half of both pictures is transparent; the same channel is read well if it is compressed.
# Seen with imageio-webp 3.15.0. Needs a JDK and Maven.
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
		<dependency><groupId>com.twelvemonkeys.imageio</groupId><artifactId>imageio-webp</artifactId><version>3.15.0</version></dependency>
	</dependencies>
</project>
POM

cat > Alpha.java <<'JAVA'
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

class Alpha {

	public static void main(String[] args) throws IOException {
		print("compressed", "UklGRmIAAABXRUJQVlA4WAoAAAAQAAAABwAABwAAQUxQSAsAAAABDzD/ERGiDxH9DwBWUDggMAAAANABAJ0BKggACAACADQloAJ0ugH4"
				+ "AAOwAP7wxAv/ILlhdcjX/yA/5Af8gP/48gAAAA==");
		print("not compressed", "UklGRpgAAABXRUJQVlA4WAoAAAAQAAAABwAABwAAQUxQSEEAAAAA/////wAAAAD/////AAAAAP////8AAAAA/////wAAAAD/////"
				+ "AAAAAP////8AAAAA/////wAAAAD/////AAAAAABWUDggMAAAANABAJ0BKggACAACADQloAJ0ugH4AAOwAP7wxAv/ILlhdcjX/yA/5Af8gP/48gAAAA==");
	}

	private static void print(String name, String file) throws IOException {
		BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(file)));
		System.out.println(name + ": alpha " + (picture.getRGB(1, 4) >>> 24) + " on the left, " + (picture.getRGB(6, 4) >>> 24)
				+ " on the right");
	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath.txt
java -cp "$(cat classpath.txt)" Alpha.java 2> errors.txt | tee seen.txt || cat errors.txt
cat > expected.txt <<'TEXT'
compressed: alpha 255 on the left, 0 on the right
not compressed: alpha 255 on the left, 255 on the right
TEXT
diff expected.txt seen.txt && echo "As it was seen: imageio-webp 3.15.0, $(java -version 2>&1 | head -1)"
