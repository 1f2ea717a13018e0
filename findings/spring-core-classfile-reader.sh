#!/usr/bin/env bash
# From JDK 24 on, spring-core reads the annotations of classes with the JDK's ClassFile API in place of its own copy of ASM
# (META-INF/versions/24 in its jar). A program that has just started, which is when a component scan runs, takes more CPU time
# with it: the API is large, and none of it is compiled yet. The same jar without its classes for newer JDKs reads with ASM.
# Seen with spring-core 7.0.10 on Temurin 25: the reader of a class has another name, and 300 classes take 1.5 times as long.
# Needs Maven, and a JDK 24 or newer in JAVA_HOME.
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
		<dependency><groupId>org.springframework</groupId><artifactId>spring-context</artifactId><version>7.0.10</version></dependency>
	</dependencies>
</project>
POM

cat > Scan.java <<'JAVA'
import java.lang.management.ManagementFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

public class Scan {

	public static void main(String[] args) throws Exception {
		Resource[] classes = new PathMatchingResourcePatternResolver().getResources("classpath*:org/springframework/context/**/*.class");
		MetadataReaderFactory factory = MetadataReaderFactory.create(Scan.class.getClassLoader());
		var threads = ManagementFactory.getThreadMXBean();
		long begun = threads.getCurrentThreadCpuTime();
		int annotated = 0;
		MetadataReader reader = null;
		for (int at = 0; at < 300; at++) {
			reader = factory.getMetadataReader(classes[at]);
			annotated += reader.getAnnotationMetadata().getAnnotationTypes().size();
		}
		System.out.println(reader.getClass().getSimpleName() + " " + (threads.getCurrentThreadCpuTime() - begun) / 1_000_000 + " " + annotated);
	}

}
JAVA

mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath.txt 2> maven.txt || { cat maven.txt; exit 1; }
"$JAVA_HOME/bin/javac" -cp "$(cat classpath.txt)" Scan.java
for run in 1 2 3 4 5; do
	"$JAVA_HOME/bin/java" -cp "$(cat classpath.txt):." Scan >>default.txt
	"$JAVA_HOME/bin/java" -Djdk.util.jar.enableMultiRelease=false -cp "$(cat classpath.txt):." Scan >>asm.txt
done
median() { sort -k2 -n "$1" | sed -n 3p; }
read -r reader time annotations <<<"$(median default.txt)"
read -r own own_time own_annotations <<<"$(median asm.txt)"
echo "$reader: $time ms of CPU time, $own: $own_time ms, for 300 classes with $annotations and $own_annotations annotations"
[ "$reader" = ClassFileMetadataReader ] && [ "$own" = SimpleMetadataReader ] && [ "$annotations" = "$own_annotations" ] &&
	[ "$time" -gt $((own_time * 12 / 10)) ] && echo "As it was seen: spring-core 7.0.10, $("$JAVA_HOME/bin/java" -version 2>&1 | head -1)"
