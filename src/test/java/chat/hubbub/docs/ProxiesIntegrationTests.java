package chat.hubbub.docs;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import chat.hubbub.docs.ProxyGuest.Talk;
import chat.hubbub.fixture.SelfSigned;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The configurations of proxies in README.md, run as they are written except for ports
 * and files, each before the same server. Meanwhile silent connections are open for the
 * seconds in {@code HUBBUB_TESTS_IDLE_SECONDS}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProxiesIntegrationTests {

	private static final Markdown README = new Markdown("README.md");

	private static final Duration IDLE = Duration
		.ofSeconds(Long.parseLong(System.getenv().getOrDefault("HUBBUB_TESTS_IDLE_SECONDS", "0")));

	private static final SelfSigned CERTIFICATE = new SelfSigned("proxy");

	private static final Map<Proxy, RunningProxy> PROXIES = new EnumMap<>(Proxy.class);

	private static final Map<Proxy, List<Talk>> SILENT = new EnumMap<>(Proxy.class);

	private static final Map<Proxy, LiveStream> STREAMS = new EnumMap<>(Proxy.class);

	@TempDir
	private static Path folder;

	private static RunningServer server;

	private static Instant silentSince;

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		server = RunningServer.start(folder.resolve("data"), "--hubbub.trusted-proxies=127.0.0.1",
				"--hubbub.limits.address-connections=0");
		for (Proxy proxy : Proxy.values()) {
			if (RunningProxy.isInstalled(proxy, folder)) {
				PROXIES.put(proxy, start(proxy, README.block(proxy.title(), server), "talk"));
				ProxyGuest guest = guest(proxy);
				SILENT.put(proxy, List.of(guest.plain(), guest.stomp(false), guest.stomp(true)));
				STREAMS.put(proxy, guest.stream("silent-" + proxy.title()));
			}
		}
		silentSince = Instant.now();
	}

	@AfterAll
	static void stop() {
		PROXIES.values().forEach(RunningProxy::close);
		server.close();
	}

	@ParameterizedTest
	@EnumSource
	void showsThePageAtAPath(Proxy proxy) throws IOException, InterruptedException {
		ProxyGuest guest = visit(proxy);
		HttpResponse<String> page = guest.get("/talk/");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty()
			.allMatch((cookie) -> cookie.contains("; Path=/talk; Secure"));
		assertThat(guest.get("/talk").headers().firstValue("Location").orElse("")).endsWith("/talk/");
		assertThat(guest.get("/talk/admin").headers().firstValue("Location")).hasValue("/talk/");
		assertThat(guest.get("/talk/api/topics/lobby").statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource
	void keepsForgedHeadersFromTheServer(Proxy proxy) throws IOException, InterruptedException {
		assertThat(visit(proxy).forged("/talk/admin")).containsIgnoringCase("\r\nLocation: /talk/\r\n");
	}

	@ParameterizedTest
	@EnumSource
	void carriesWebSockets(Proxy proxy) throws InterruptedException {
		ProxyGuest guest = visit(proxy);
		Talk stomp = guest.stomp(false);
		Talk plain = guest.plain();
		String text = "over a WebSocket through " + proxy;
		plain.say(text);
		stomp.await(text);
		plain.await(text);
	}

	@ParameterizedTest
	@EnumSource
	void carriesStreamsOfSockJsAsTheyCome(Proxy proxy) throws IOException, InterruptedException {
		ProxyGuest guest = visit(proxy);
		LiveStream stream = guest.stream("live-" + proxy.title());
		for (int i = 1; i <= 3; i++) {
			String text = "message " + i + " of a stream through " + proxy;
			guest.plain().say(text);
			stream.await(text);
		}
	}

	@ParameterizedTest
	@EnumSource
	void showsThePageAtTheRootToo(Proxy proxy) throws IOException, InterruptedException {
		RunningProxy.need(proxy, folder);
		String snippet = README.block(proxy.title(), server).replaceAll("(?im)^.*redir.*\n", "").replace("/talk", "");
		try (RunningProxy root = start(proxy, snippet, "root")) {
			ProxyGuest guest = new ProxyGuest(root.port(), "", CERTIFICATE);
			assertThat(guest.get("/").statusCode()).isEqualTo(200);
			assertThat(guest.get("/admin").headers().firstValue("Location")).hasValue("/");
			guest.stomp(false);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Order(Integer.MAX_VALUE)
	void keepsConnectionsThatSayNothing(Proxy proxy) throws InterruptedException {
		visit(proxy);
		await().atMost(IDLE.plusMinutes(1)).until(() -> Instant.now().isAfter(silentSince.plus(IDLE)));
		String text = "after a silence, through " + proxy;
		SILENT.get(proxy).get(0).say(text);
		SILENT.get(proxy).forEach((silent) -> silent.await(text));
		STREAMS.get(proxy).await(text);
	}

	private static ProxyGuest visit(Proxy proxy) throws InterruptedException {
		RunningProxy.need(proxy, folder);
		return guest(proxy);
	}

	private static ProxyGuest guest(Proxy proxy) {
		return new ProxyGuest(PROXIES.get(proxy).port(), "/talk", CERTIFICATE);
	}

	private static RunningProxy start(Proxy proxy, String snippet, String name) throws IOException {
		Path own = folder.resolve(proxy.title() + "-" + name);
		return RunningProxy.start(proxy, snippet, own,
				Map.of("/etc/ssl/chat.pem", CERTIFICATE.pem(folder.resolve("chat.pem")).toString()));
	}

}
