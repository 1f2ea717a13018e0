package chat.hubbub.account;

import java.util.List;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Only admins manage accounts over HTTP. */
class UserAdminIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.limits.enabled=false");

	private final Accounts accounts = server.bean(Accounts.class);

	private final Api olga = admin("olga");

	private final Api browser = server.api();

	@Test
	void listsUsersInPages() {
		this.browser.signUp("ada", PASSWORD);
		List<JsonNode> all = this.olga.get("/api/admin/users").list();
		JsonNode ada = all.get(all.size() - 1);
		assertThat(ada.propertyNames()).containsExactlyInAnyOrder("id", "username", "role", "createdAt");
		assertThat(ada.path("username").asString()).isEqualTo("ada");
		assertThat(ada.path("role").asString()).isEqualTo("member");
		assertThat(ada.path("createdAt").asString()).matches("20\\d\\d-.*Z");
		assertThat(this.olga.get("/api/admin/users?limit=1").list()).containsExactly(all.get(0));
		assertThat(this.olga.get("/api/admin/users?limit=1&after=" + all.get(0).path("id").asLong()).list())
			.containsExactly(all.get(1));
		assertThat(this.olga.get("/api/admin/users?limit=-5").list()).hasSize(1);
		assertThat(this.olga.get("/api/admin/users?after=x").status()).isEqualTo(400);
	}

	@Test
	void makesAnAdminOfAMember() {
		this.browser.signUp("grace", PASSWORD);
		assertThat(this.browser.get("/api/admin/users").code()).isEqualTo("right.missing");
		assertThat(changeRole(this.olga, "grace", "ADMIN").status()).isEqualTo(204);
		assertThat(this.browser.who()).isEqualTo("grace, admin");
		assertThat(this.browser.get("/api/admin/users").status()).isEqualTo(200);
	}

	@Test
	void takesTheRightAtOnce() {
		Api former = admin("linus");
		StompClient page = server.connectWithCookie(former.cookie());
		assertThat(former.get("/admin").status()).isEqualTo(200);
		assertThat(changeRole(this.olga, "linus", "member").status()).isEqualTo(204);
		assertThat(page.take("ERROR").code()).isEqualTo("session.ended");
		page.awaitClose();
		assertThat(former.get("/api/admin/users").code()).isEqualTo("right.missing");
		assertThat(former.get("/api/invites").code()).isEqualTo("right.missing");
		assertThat(changeRole(former, "linus", "admin").code()).isEqualTo("right.missing");
		assertThat(former.get("/admin").status()).isEqualTo(302);
		assertThat(former.who()).isEqualTo("linus, member");
	}

	@Test
	void refusesEverybodyElse() {
		this.browser.enter("a guest");
		Api member = server.api();
		member.signUp("radia", PASSWORD);
		for (Answer answer : List.of(server.api().get("/api/admin/users"),
				changeRole(server.api(), "radia", "admin"))) {
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.code()).isEqualTo("sign-in.required");
		}
		for (Api someone : List.of(this.browser, member)) {
			assertThat(someone.get("/api/admin/users").code()).isEqualTo("right.missing");
			assertThat(changeRole(someone, "radia", "admin").code()).isEqualTo("right.missing");
		}
		assertThat(member.who()).isEqualTo("radia, member");
	}

	@Test
	void refusesRolesThatNoAccountHas() {
		this.browser.signUp("hedy", PASSWORD);
		for (String role : List.of("guest", "root", "")) {
			assertThat(changeRole(this.olga, "hedy", role).code()).isEqualTo("role.ill-formed");
		}
		assertThat(this.olga.put("/api/admin/users/" + id("hedy") + "/role", "{}").code()).isEqualTo("role.ill-formed");
		assertThat(this.olga.put("/api/admin/users/999/role", "{\"role\":\"admin\"}").code())
			.isEqualTo("account.unknown");
		assertThat(this.browser.who()).isEqualTo("hedy, member");
	}

	@Test
	void keepsTheLastAdmin() {
		admins().stream().filter((id) -> id != id("olga")).forEach((id) -> this.accounts.changeRole(id, Role.MEMBER));
		assertThat(changeRole(this.olga, "olga", "member").code()).isEqualTo("admin.last");
		assertThat(this.olga.post("/api/account/deletion", "{\"password\":\"" + PASSWORD + "\"}").code())
			.isEqualTo("admin.last");
		assertThat(this.olga.who()).isEqualTo("olga, admin");
	}

	@Test
	void sendsWhoIsNoAdminToTheChat() {
		this.browser.enter("somebody");
		for (Api nobody : List.of(this.browser, server.api())) {
			Answer answer = nobody.get("/admin");
			assertThat(answer.status()).isEqualTo(302);
			assertThat(answer.header("Location")).endsWith("/");
			assertThat(answer.body()).isEmpty();
		}
	}

	@Test
	void hasThePageKeptNowhere() {
		Answer page = this.olga.get("/admin");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(page.body()).contains("Administration");
	}

	private Api admin(String name) {
		Api browser = server.api();
		if (browser.signIn(name, PASSWORD).status() != 200) {
			browser.signUp(name, PASSWORD);
			this.accounts.changeRole(id(name), Role.ADMIN);
		}
		return browser;
	}

	private Answer changeRole(Api by, String name, String role) {
		return by.put("/api/admin/users/" + id(name) + "/role", "{\"role\":\"" + role + "\"}");
	}

	private long id(String name) {
		return this.accounts.find(new Username(name)).orElseThrow().id();
	}

	private List<Long> admins() {
		return this.accounts.page(0, 200)
			.stream()
			.filter((account) -> account.role().equals("admin"))
			.map(Registered::id)
			.toList();
	}

}
