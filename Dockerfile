# Builds Hubbub and an image of it:
#   docker build -t hubbub . && docker run -p 8080:8080 -p 61613:61613 -v hubbub:/var/lib/hubbub hubbub
# The jar is flat, because 130 jars start more slowly. The layers of an image are therefore the JRE, the jar, and the
# cache of what the JVM has learnt in a trial run (JEP 483 and 515), which only fits the same JVM and jar. The trial run has
# also unpacked the native library of SQLite.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -q package -Dmaven.test.skip=true

FROM eclipse-temurin:25-jre AS trial
WORKDIR /opt/hubbub
COPY --from=build /build/target/hubbub.jar .
COPY deploy/train.sh deploy/jvm.options ./
RUN ./train.sh

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/hubbub --create-home hubbub && \
    install -d -o hubbub /var/lib/hubbub-files
WORKDIR /opt/hubbub
COPY deploy/jvm.options deploy/healthy.sh ./
COPY --from=build /build/target/hubbub.jar .
COPY --from=trial /opt/hubbub/hubbub.aot /opt/hubbub/libsqlitejdbc.so ./
USER hubbub
ENV HUBBUB_DATA=/var/lib/hubbub
VOLUME /var/lib/hubbub
EXPOSE 8080 61613
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s CMD ["./healthy.sh"]
# exec form: SIGTERM reaches Hubbub, which then stops gracefully.
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=hubbub.aot", "-Dorg.sqlite.lib.path=.", "-jar", "hubbub.jar"]
