package chat.hubbub.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import com.microsoft.playwright.Locator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * The views of the page. A view that is listed here is checked for barriers and for its
 * size in every window ({@link ViewsIntegrationTests}), and is photographed
 * ({@link Screenshots}).
 */
enum View {

	ENTRANCE(Stage::stranger),

	SIGN_IN((stage) -> stage.stranger().button("Sign in").click()),

	SIGN_UP((stage) -> {
		Person stranger = stage.stranger();
		stranger.button("Create an account").click();
		stranger.field("Your name").fill("hedy");
		stranger.field("Password").fill("short");
		stranger.button("Create account").click();
		assertThat(stranger.page().locator("#sign-in-error")).not().isEmpty();
	}),

	START((stage) -> {
		stage.firstAdmin().button("Next").click();
		assertThat(stage.page().locator("#start-step")).hasText("Step 2 of 3");
	}),

	CHAT(Stage::chat),

	MESSAGE_ACTS((stage) -> {
		stage.chat();
		assertThat(stage.act("twice as fast", "reply")).isVisible();
	}),

	REPLY((stage) -> {
		stage.chat();
		stage.act("twice as fast", "reply").click();
		assertThat(stage.page().locator("#composer-task")).isVisible();
	}),

	EMOJI((stage) -> {
		stage.quiet().button("Emoji").click();
		assertThat(stage.shown().button("grinning face")).isVisible();
	}),

	COMPLETION((stage) -> {
		stage.quiet().composer().pressSequentially(":hear");
		assertThat(stage.page().locator("#completion")).isVisible();
	}, (stage) -> stage.shown().composer().fill("")),

	DELETION((stage) -> {
		stage.chat();
		stage.act("twice as fast", "delete").click();
		assertThat(stage.page().locator("#message-dialog")).isVisible();
	}),

	OFFLINE((stage) -> {
		stage.quiet().offline(true);
		assertThat(stage.shown().linkState()).hasText("Offline");
	}, (stage) -> {
		stage.shown().offline(false);
		stage.shown().connected();
	}),

	EMPTY_TOPIC(Stage::quiet),

	LONG_WORDS((stage) -> {
		stage.topic("long", Cast.LONG);
		assertThat(stage.page().locator(".message__text pre")).isVisible();
	}),

	FILES((stage) -> {
		stage.topic("plans", "Plans");
		assertThat(stage.page().locator(".picture img").first()).hasJSProperty("complete", true);
		assertThat(stage.page().locator("#people-badge")).hasText("1");
	}),

	PICTURE((stage) -> {
		stage.topic("plans", "Plans").button("Open garden.png").click();
		assertThat(stage.page().locator("#viewer-picture")).hasJSProperty("complete", true);
	}),

	PREVIEW((stage) -> {
		stage.topic("reading", "Reading list");
		assertThat(stage.page().locator("a.preview img")).hasJSProperty("naturalWidth", 320);
		assertThat(stage.page().locator("#people-badge")).hasText("1");
	}),

	NO_TOPIC((stage) -> {
		stage.atRest("#/nowhere");
		assertThat(stage.page().locator("#absent")).isVisible();
	}),

	TOPICS(Stage::sidebar),

	PEOPLE(Stage::people),

	PERSON((stage) -> person(stage)),

	BAN((stage) -> {
		person(stage);
		stage.shown().button("Ban…").click();
		assertThat(stage.page().locator("#sanction-dialog")).isVisible();
	}),

	SWITCHER((stage) -> {
		stage.quiet().page().keyboard().press("Control+k");
		assertThat(stage.page().locator("#switcher")).isVisible();
	}),

	SEARCH((stage) -> {
		stage.quiet().page().keyboard().press("/");
		stage.page().locator("#search-query").fill("fast");
		assertThat(stage.page().locator("#search mark").first()).isVisible();
	}),

	KEYS((stage) -> {
		stage.quiet().page().keyboard().press("Control+/");
		assertThat(stage.page().locator("#keys-dialog")).isVisible();
	}),

	ME((stage) -> {
		stage.sidebar().page().locator("#me").click();
		assertThat(stage.shown().button("Sign out")).isVisible();
	}),

	ACCOUNT((stage) -> account(stage)),

	ACCOUNT_DELETION((stage) -> {
		account(stage);
		stage.shown().button("Delete account…").click();
		assertThat(stage.page().locator("#deletion-dialog")).isVisible();
	}),

	NEW_TOPIC((stage) -> {
		stage.sidebar().button("New topic").click();
		assertThat(stage.page().locator("#topic-dialog")).isVisible();
	}),

	TOPIC_PREFERENCES((stage) -> {
		stage.sidebar().page().locator("#topics a").first().hover();
		stage.shown().page().locator("#topics .topics__more").first().click();
		assertThat(stage.page().locator("#topic-menu")).isVisible();
	}),

	CONVERSATION((stage) -> {
		stage.sidebar()
			.page()
			.locator("#conversations a")
			.filter(new Locator.FilterOptions().setHasText("grace"))
			.click();
		assertThat(stage.page().locator(".message[data-for-me]")).isVisible();
	}),

	NEW_CONVERSATION((stage) -> {
		stage.sidebar().button("New direct message").click();
		stage.page().locator("#addressees-query").pressSequentially("gra");
		assertThat(stage.page().locator("#addressees-list [aria-selected=true]")).isVisible();
	}),

	TOPIC_SETTINGS((stage) -> {
		stage.chat().button("Topic settings").click();
		assertThat(stage.page().locator("#members bdi")).hasText(new String[] { "ada", "grace" });
	}),

	WEBHOOKS((stage) -> {
		stage.chat().button("Topic settings").click();
		stage.shown().button("Webhooks…").click();
		assertThat(stage.page().locator("#outgoing-hooks .listing__state")).hasText("There are none.");
	}),

	LEAVING((stage) -> {
		stage.topic("plans", "Plans").button("Leave topic").click();
		assertThat(stage.page().locator("#confirm-dialog")).isVisible();
	}),

	ADMIN_USERS((stage) -> stage.admin("users")),

	ADMIN_QUESTION((stage) -> {
		stage.admin("users").button("Make an admin: grace").click();
		assertThat(stage.page().locator("#confirm-dialog")).isVisible();
	}),

	ADMIN_TOKENS((stage) -> stage.admin("tokens")),

	ADMIN_INVITATIONS((stage) -> stage.admin("invites")),

	ADMIN_BANS((stage) -> {
		stage.admin("bans").button("Ban or mute").click();
		assertThat(stage.page().locator("#ban-error")).not().isEmpty();
	}),

	ADMIN_AUDIT((stage) -> stage.admin("audit")),

	API((stage) -> {
		stage.stranger().open("api");
		stage.page().locator("summary").first().click();
		assertThat(stage.page().locator("details[open] h3").first()).isVisible();
	});

	private final Consumer<Stage> opening;

	private final Consumer<Stage> closing;

	View(Consumer<Stage> opening) {
		this(opening, (stage) -> {
		});
	}

	View(Consumer<Stage> opening, Consumer<Stage> closing) {
		this.opening = opening;
		this.closing = closing;
	}

	/** The views that a look has. Beside the chat, at a desk, two are always open. */
	static List<View> of(Look look) {
		return Arrays.stream(values()).filter((view) -> look.isNarrow() || (view != TOPICS && view != PEOPLE)).toList();
	}

	/** Opens it, does something with it and closes what the next view would not. */
	void show(Stage stage, Runnable act) {
		this.opening.accept(stage);
		act.run();
		this.closing.accept(stage);
	}

	/** A part of the name of a file. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static void person(Stage stage) {
		stage.people()
			.page()
			.locator("#people-list button")
			.filter(new Locator.FilterOptions().setHasText("linus"))
			.click();
		assertThat(stage.shown().button("Mute…")).isVisible();
	}

	private static void account(Stage stage) {
		stage.sidebar().choose("Account");
		assertThat(stage.page().locator("#own-tokens .entry").first()).isVisible();
	}

}
