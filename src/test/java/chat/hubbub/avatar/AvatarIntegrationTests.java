package chat.hubbub.avatar;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** People upload pictures, and others get them. */
class AvatarIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.limits.enabled=true",
			"--hubbub.limits.avatars=1/h burst 3", "--hubbub.limits.address-sign-ups=0", "--hubbub.limits.changes=0");

	@Test
	void othersSeeAPictureAndItsChangesWhileTheyAreThere() throws IOException {
		Api ada = signedUp("ada");
		StompClient eve = server.connect("eve").subscribe("/topic/avatars");
		String first = put(ada);
		assertThat(told(eve, "ada").path("avatar").asString()).isEqualTo(first);
		assertThat(of("ada", "nobody", "-bad name-").toString()).isEqualTo("{\"ada\":\"" + first + "\"}");
		Answer image = server.api().get("/api/avatars/" + first);
		assertThat(image.status()).isEqualTo(200);
		assertThat(image.type()).isEqualTo("image/jpeg");
		assertThat(image.header("Cache-Control")).isEqualTo("max-age=31536000, private, immutable");
		assertThat(image.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(image.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
		String second = put(ada);
		assertThat(second).isNotEqualTo(first);
		assertThat(told(eve, "ada").path("avatar").asString()).isEqualTo(second);
		assertThat(server.api().get("/api/avatars/" + first).code()).isEqualTo("avatar.unknown");
		assertThat(ada.delete("/api/account/avatar").status()).isEqualTo(204);
		assertThat(told(eve, "ada").has("avatar")).isFalse();
		assertThat(of("ada").isEmpty()).isTrue();
	}

	@Test
	void aPictureOutlivesARestartAndNotItsAccount() throws IOException {
		Api grace = signedUp("grace");
		String address = put(grace);
		server.restart();
		assertThat(of("grace").path("grace").asString()).isEqualTo(address);
		assertThat(
				grace.at(server.port()).post("/api/account/deletion", "{\"password\":\"" + PASSWORD + "\"}").status())
			.isEqualTo(204);
		assertThat(of("grace").isEmpty()).isTrue();
		await().untilAsserted(
				() -> assertThat(server.api().get("/api/avatars/" + address).code()).isEqualTo("avatar.unknown"));
	}

	@Test
	void anAdminRemovesAPictureAndItIsRecorded() throws IOException {
		People.signUp(server.bean(Accounts.class), "olga", Role.ADMIN);
		Api olga = server.api();
		olga.signIn("olga", People.passwordOf("olga"));
		Api linus = signedUp("linus");
		String address = put(linus);
		assertThat(linus.delete("/api/avatars/" + address).code()).isEqualTo("right.missing");
		assertThat(server.api().delete("/api/avatars/" + address).code()).isEqualTo("sign-in.required");
		assertThat(olga.delete("/api/avatars/" + address).status()).isEqualTo(204);
		assertThat(of("linus").isEmpty()).isTrue();
		assertThat(olga.delete("/api/avatars/" + address).code()).isEqualTo("avatar.unknown");
		JsonNode act = olga.get("/api/audit?limit=1").list().get(0);
		assertThat(act.path("act").asString()).isEqualTo("avatar.removed");
		assertThat(act.path("actor").asString()).isEqualTo("olga");
		assertThat(act.path("subject").asString()).isEqualTo("linus");
	}

	@Test
	void refusesWhatIsNoPictureAndTooMany() {
		Api vera = signedUp("vera");
		assertThat(vera.putBytes("/api/account/avatar", "no picture".getBytes()).code()).isEqualTo("avatar.unreadable");
		assertThat(vera.putBytes("/api/account/avatar", new byte[2 * 1024 * 1024]).status()).isEqualTo(413);
		assertThat(vera.putBytes("/api/account/avatar", new byte[1]).code()).isEqualTo("avatar.unreadable");
		assertThat(vera.putBytes("/api/account/avatar", new byte[1]).code()).isEqualTo("avatar.unreadable");
		assertThat(vera.putBytes("/api/account/avatar", new byte[1]).code()).isEqualTo("rate.limited");
	}

	@Test
	void guestsHaveNone() throws IOException {
		Api guest = server.api();
		guest.enter("visitor");
		assertThat(guest.putBytes("/api/account/avatar", picture()).code()).isEqualTo("right.missing");
		assertThat(server.api().putBytes("/api/account/avatar", picture()).code()).isEqualTo("sign-in.required");
	}

	/** A program may have a picture too. */
	@Test
	void aTokenIsEnough() throws IOException {
		Api bot = signedUp("weather");
		String token = bot.token("weather bot");
		Answer answer = server.api().putBytes("/api/account/avatar", picture(), "Authorization", "Bearer " + token);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(of("weather").path("weather").asString()).isEqualTo(answer.json().path("avatar").asString());
	}

	private static Api signedUp(String name) {
		Api api = server.api();
		assertThat(api.signUp(name, PASSWORD).status()).isEqualTo(201);
		return api;
	}

	private static String put(Api api) throws IOException {
		Answer answer = api.putBytes("/api/account/avatar", picture());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json().path("avatar").asString();
	}

	private static JsonNode of(String... names) {
		return server.api().get("/api/avatars?name=" + String.join("&name=", names).replace(" ", "%20")).json();
	}

	private static JsonNode told(StompClient client, String name) {
		JsonNode news = client.takeMessage("/topic/avatars");
		assertThat(news.path("name").asString()).isEqualTo(name);
		return news;
	}

	private static byte[] picture() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
		return bytes.toByteArray();
	}

}
