package chat.hubbub.setting;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.imageio.ImageIO;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.account.invite.Invites;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The first admin chooses the settings of the server, and changes them later. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettingsIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.limits.enabled=false");

	/** They need a server without an admin. */
	@Test
	@Order(1)
	void theFirstAdminChoosesThemTogetherWithAnAccountOnce() throws Exception {
		String secret = server.bean(Invites.class).inviteFirstAdmin().orElseThrow();
		assertThat(firstAdmin("olga", "no-such-secret", "Tea house").code()).isEqualTo("invite.invalid");
		assertThat(firstAdmin("olga", "", "Tea house").code()).isEqualTo("invite.invalid");
		assertThat(firstAdmin("olga", secret, "two\\nlines").code()).isEqualTo("server.name");
		assertThat(server.api().signUp("mallory", PASSWORD).status()).isEqualTo(201);
		assertThat(server.bean(Settings.class).now().name()).isEqualTo("Hubbub");
		List<Answer> answers = atOnce(() -> firstAdmin("olga", secret, "Tea house"),
				() -> firstAdmin("otto", secret, "Coffee house"));
		assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 403);
		boolean olga = answers.get(0).status() == 201;
		assertThat(answers.get(olga ? 1 : 0).code()).isEqualTo("invite.invalid");
		assertThat(server.bean(Settings.class).now())
			.isEqualTo(new ServerSettings(olga ? "Tea house" : "Coffee house", true, SignUp.INVITE, null));
		assertThat(firstAdmin("late", secret, "Late house").code()).isEqualTo("invite.invalid");
		assertThat(server.bean(Accounts.class).hasAdmin()).isTrue();
	}

	@Test
	void nobodyElseChoosesThem() {
		Api admin = admin();
		assertThat(admin.patch("/api/admin/settings", "{\"signUp\":\"open\"}").status()).isEqualTo(200);
		String invite = admin.post("/api/invites", "{}").json().path("link").asString().replaceFirst(".*#", "");
		assertThat(firstAdmin("eve", invite, "Eve's").code()).isEqualTo("right.missing");
		Api eve = server.api();
		assertThat(eve.signUp("eve", PASSWORD).status()).as("The invitation and the name are free").isEqualTo(201);
		assertThat(eve.patch("/api/admin/settings", "{\"name\":\"Eve's\"}").code()).isEqualTo("right.missing");
		assertThat(eve.get("/api/admin/settings").code()).isEqualTo("right.missing");
		assertThat(server.api().get("/api/admin/settings").code()).isEqualTo("sign-in.required");
	}

	@Test
	void guestsWhoAreNoLongerAllowedLeaveAtOnce() {
		Api admin = admin();
		Api guest = server.api();
		guest.enter("visitor");
		StompClient inBrowser = server.connectWithCookie(guest.cookie());
		StompClient program = server.connect("program");
		StompClient member = server.connectWithCookie(admin.cookie());
		Answer changed = admin.patch("/api/admin/settings", "{\"guests\":false}");
		assertThat(changed.json().path("guests").asBoolean()).isFalse();
		assertThat(inBrowser.take("ERROR").code()).isEqualTo("sign-in.required");
		assertThat(program.take("ERROR").code()).isEqualTo("sign-in.required");
		assertThat(guest.get("/api/topics").code()).isEqualTo("sign-in.required");
		assertThat(guest.get("/api/session").json().path("name").isNull()).isTrue();
		assertThat(server.api().enter("another").code()).isEqualTo("sign-in.required");
		assertThat(admin.get("/api/topics").status()).isEqualTo(200);
		assertThat(admin.patch("/api/admin/settings", "{\"guests\":true}").status()).isEqualTo(200);
		assertThat(server.api().get("/api/topics").status()).isEqualTo(200);
		server.connect("program");
		member.subscribe("/topic/chat");
	}

	@Test
	void signUpClosesAtOnce() {
		Api admin = admin();
		admin.patch("/api/admin/settings", "{\"signUp\":\"closed\"}");
		assertThat(server.api().signUp("late", PASSWORD).code()).isEqualTo("sign-up.closed");
		assertThat(server.api().get("/").body()).contains("data-sign-up=\"closed\"");
		admin.patch("/api/admin/settings", "{\"signUp\":\"open\"}");
		assertThat(server.api().signUp("late", PASSWORD).status()).isEqualTo(201);
	}

	@Test
	void aNameIsShownAsText() {
		Api admin = admin();
		admin.patch("/api/admin/settings", "{\"name\":\"<b>&\\\"'\"}");
		assertThat(server.api().get("/").body()).contains("<title>&lt;b&gt;&amp;&quot;&#39;</title>")
			.contains("Welcome to &lt;b&gt;&amp;&quot;&#39;")
			.doesNotContain("<b>&");
	}

	@Test
	void theIconIsForEverybody() throws IOException {
		Api admin = admin();
		String first = icon(admin);
		Answer page = server.api().get("/");
		assertThat(page.body()).contains("href=\"icons/" + first + "/32.png\"",
				"data-news=\"icons/" + first + "/32-new.png\"");
		assertThat(server.api().get("/manifest.webmanifest").json().path("icons"))
			.extracting((form) -> form.path("src").asString())
			.containsExactly("icons/" + first + "/192.png", "icons/" + first + "/512.png",
					"icons/" + first + "/512-maskable.png");
		Answer image = server.api().get("/icons/" + first + "/512.png");
		assertThat(image.status()).isEqualTo(200);
		assertThat(image.type()).isEqualTo("image/png");
		assertThat(image.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
		assertThat(image.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(image.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
		assertThat(server.api().get("/icons/" + first + "/513.png").code()).isEqualTo("icon.unknown");
		String second = icon(admin);
		assertThat(server.api().get("/icons/" + first + "/32.png").code()).isEqualTo("icon.unknown");
		assertThat(server.api().get("/icons/" + second + "/32.png").status()).isEqualTo(200);
		assertThat(admin.delete("/api/admin/icon").status()).isEqualTo(204);
		assertThat(admin.delete("/api/admin/icon").status()).isEqualTo(204);
		assertThat(server.api().get("/icons/" + second + "/32.png").code()).isEqualTo("icon.unknown");
		assertThat(server.api().get("/").body()).contains("logo").doesNotContain("icons/" + second);
		assertThat(admin.get("/api/audit?limit=3").list()).extracting((act) -> act.path("act").asString())
			.containsExactly("icon.removed", "icon.changed", "icon.changed");
	}

	@Test
	void openPagesAreToldOfANewNameAndANewIcon() throws IOException {
		Api admin = admin();
		admin.delete("/api/admin/icon");
		StompClient page = server.connectWithCookie(admin.cookie()).subscribe("/topic/server");
		admin.patch("/api/admin/settings", "{\"name\":\"Milk bar\"}");
		assertThat(page.takeMessage("/topic/server").toString()).isEqualTo("{\"name\":\"Milk bar\"}");
		admin.patch("/api/admin/settings", "{\"name\":\"Milk bar\",\"signUp\":\"invite\"}");
		String face = "{\"name\":\"Milk bar\",\"icon\":\"" + icon(admin) + "\"}";
		assertThat(page.takeMessage("/topic/server").toString()).isEqualTo(face);
		assertThat(server.api().get("/api/session").body())
			.isEqualTo("{\"name\":null,\"role\":null,\"server\":" + face + "}");
		admin.delete("/api/admin/icon");
		assertThat(page.takeMessage("/topic/server").toString()).isEqualTo("{\"name\":\"Milk bar\"}");
		admin.patch("/api/admin/settings", "{\"signUp\":\"open\"}");
	}

	@Test
	void onlyAdminsChangeTheIconAndOnlyToAPicture() throws IOException {
		Api guest = server.api();
		guest.enter("painter");
		assertThat(guest.putBytes("/api/admin/icon", picture()).code()).isEqualTo("right.missing");
		assertThat(guest.delete("/api/admin/icon").code()).isEqualTo("right.missing");
		Api admin = admin();
		assertThat(admin.putBytes("/api/admin/icon", "<svg/>".getBytes()).code()).isEqualTo("icon.unreadable");
		assertThat(admin.putBytes("/api/admin/icon", new byte[2 * 1024 * 1024]).status()).isEqualTo(413);
	}

	private static String icon(Api admin) throws IOException {
		Answer answer = admin.putBytes("/api/admin/icon", picture());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json().path("icon").asString();
	}

	private static byte[] picture() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
		return bytes.toByteArray();
	}

	@Test
	void whatIsNoSettingIsRefused() {
		Api admin = admin();
		assertThat(admin.patch("/api/admin/settings", "{\"guests\":\"perhaps\"}").code())
			.isEqualTo("request.malformed");
		assertThat(admin.patch("/api/admin/settings", "[]").code()).isEqualTo("request.malformed");
		assertThat(admin.patch("/api/admin/settings", "{\"signUp\":\"all\"}").code()).isEqualTo("server.sign-up");
		assertThat(admin.patch("/api/admin/settings", "{}").status()).isEqualTo(200);
	}

	private static Answer firstAdmin(String name, String secret, String serverName) {
		return server.api()
			.post("/api/accounts", "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"invite\":\"" + secret
					+ "\",\"server\":{\"name\":\"" + serverName + "\",\"guests\":true,\"signUp\":\"invite\"}}");
	}

	private static Api admin() {
		Accounts accounts = server.bean(Accounts.class);
		if (accounts.find(new Username("admin")).isEmpty()) {
			People.signUp(accounts, "admin", Role.ADMIN);
		}
		Api admin = server.api();
		assertThat(admin.signIn("admin", People.passwordOf("admin")).status()).isEqualTo(200);
		return admin;
	}

	private static List<Answer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<Answer>> answers = threads.invokeAll(List.of(one, other));
			return List.of(answers.get(0).get(), answers.get(1).get());
		}
		finally {
			threads.shutdownNow();
		}
	}

}
