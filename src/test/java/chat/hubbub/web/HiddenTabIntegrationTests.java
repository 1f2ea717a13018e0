package chat.hubbub.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import chat.hubbub.docs.Needs;
import chat.hubbub.fixture.HubbubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.web.socket.messaging.SessionDisconnectEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * About a minute after a tab was hidden, Chromium runs its timers once a minute. To see
 * that takes minutes, so it has a step of its own in {@code .ci/run}.
 */
@EnabledIfEnvironmentVariable(named = "HUBBUB_TESTS_HIDDEN_TAB", matches = "true",
		disabledReason = "This takes four minutes; it is enabled by"
				+ " `HUBBUB_TESTS_HIDDEN_TAB=true ./mvnw verify -Dit.test=HiddenTabIntegrationTests`")
class HiddenTabIntegrationTests {

	private static final int MINUTES = 4;

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	@TempDir
	private Path folder;

	@Test
	void staysConnected() throws Exception {
		Needs.success("apt-get install xvfb", this.folder, "Xvfb", "-help");
		Needs.success("apt-get install chromium", this.folder, "chromium", "--version");
		CountDownLatch dropped = new CountDownLatch(1);
		server.bean(ApplicationEventMulticaster.class)
			.addApplicationListener((ApplicationListener<SessionDisconnectEvent>) (event) -> dropped.countDown());
		try (HeadedChromium chromium = new HeadedChromium(Path.of("chromium"), this.folder.resolve("profile"))) {
			URI tab = chromium.open("http://localhost:" + server.port() + "/");
			chromium.await(tab, "String(document.querySelector('#sign-in')?.inert)", "false");
			chromium.evaluate(tab, """
					document.querySelector('#sign-in-name').value = 'ada';
					document.querySelector('#sign-in-submit').click();""");
			chromium.await(tab, "document.querySelector('.link-state__text')?.textContent", "Connected");
			chromium.open("about:blank");
			chromium.await(tab, "String(document.hidden)", "true");
			assertThat(dropped.await(MINUTES, TimeUnit.MINUTES)).as("dropped").isFalse();
			assertThat(chromium.evaluate(tab, "String(document.hidden)")).isEqualTo("true");
			assertThat(chromium.evaluate(tab, "document.querySelector('.link-state__text').textContent"))
				.isEqualTo("Connected");
		}
	}

}
