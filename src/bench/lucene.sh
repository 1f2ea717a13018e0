#!/usr/bin/env bash
# The control of the search benchmark: the same messages and queries in Lucene, which needs a JDK of 21 or newer in JAVA_HOME.
#   src/bench/lucene.sh 1000000
set -euo pipefail
cd "$(dirname "$0")/../.."
out=target/lucene
mkdir -p "$out"
./mvnw -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact=org.apache.lucene:lucene-core:10.3.2 -DoutputDirectory="$out"
"$JAVA_HOME/bin/javac" -cp "$out/*" -d "$out/classes" src/bench/java/chat/bench/search/Corpus.java src/bench/lucene/LuceneControl.java
"$JAVA_HOME/bin/java" -cp "$out/*:$out/classes" LuceneControl "$1" "$out"
rm -rf "$out"/lucene-*/
