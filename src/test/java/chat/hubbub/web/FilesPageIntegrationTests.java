package chat.hubbub.web;

import java.awt.Color;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Files and pictures in messages: how they are added, shown and looked at. */
class FilesPageIntegrationTests {

	@RegisterExtension
	static final PageServer server = new PageServer("--hubbub.files.guests=true", "--hubbub.files.max-size=2MB",
			"--hubbub.limits.enabled=false", "--hubbub.previews.enabled=true", "--hubbub.outgoing.networks=127.0.0.1");

	@TempDir
	Path folder;

	@Test
	void showsEachFileAsWhatItIsToEverybody() {
		Person ada = server.person("ada").join().create("Files");
		Person grace = server.person("grace", Person.NARROW, ColorScheme.DARK).join().open("#/files");
		choose(ada, TestFiles.picture("wide.png", 1600, 400, Color.ORANGE), TestFiles.text("notes.txt", "tea at four"),
				TestFiles.sound("bell.wav"), TestFiles.picture("small.png", 60, 50, Color.BLUE));
		assertThat(done(ada)).hasCount(4);
		ada.write("Look");
		assertThat(grace.page().locator(".files > *")).hasCount(4);
		assertThat(uploads(ada)).hasCount(0);
		Locator wide = grace.page().locator(".picture img").first();
		assertThat(wide).hasJSProperty("complete", true);
		assertThat(wide).hasAttribute("width", "384");
		assertThat(wide).hasAttribute("height", "96");
		assertThat(grace.button("Open small.png").locator("img")).hasAttribute("width", "60");
		assertThat(grace.page().locator("audio")).hasAttribute("preload", "none");
		assertThat(grace.page().locator("audio").evaluate("audio => audio.play().then(() => audio.duration)"))
			.isEqualTo(1);
		assertThat(grace.page().locator("a.file").filter(has("notes.txt"))).containsText("11 bytes");
		assertThat(grace.page()
			.waitForDownload(() -> grace.page().locator("a.file").filter(has("notes.txt")).click())
			.suggestedFilename()).isEqualTo("notes.txt");
		Axe.verify(grace, "files");
		assertThat(ada.complaints()).isEmpty();
		assertThat(grace.complaints()).isEmpty();
	}

	/** The card comes later than the message, which stays where it is. */
	@Test
	void showsThePreviewOfALink() throws IOException {
		HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		web.createContext("/", (exchange) -> {
			boolean page = exchange.getRequestURI().getPath().equals("/tea");
			byte[] body = page ? "<title>How to make tea</title><meta property=og:image content=/pot.png>".getBytes()
					: TestFiles.picture("pot.png", 400, 300, Color.ORANGE).buffer;
			exchange.getResponseHeaders().add("Content-Type", page ? "text/html" : "image/png");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		web.start();
		try {
			Person ada = server.person("ada").join().create("Links");
			Person grace = server.person("grace", Person.NARROW, ColorScheme.DARK).join().open("#/links");
			String link = "http://127.0.0.1:" + web.getAddress().getPort() + "/tea";
			ada.write("See " + link);
			Locator card = grace.page().locator("a.preview");
			assertThat(card).hasText("127.0.0.1:" + web.getAddress().getPort() + "How to make tea");
			assertThat(card).hasAttribute("href", link);
			assertThat(card).hasAttribute("rel", Pattern.compile("noopener noreferrer"));
			assertThat(card.locator("img")).hasJSProperty("naturalWidth", 320);
			assertThat(card.locator("img")).hasCSS("height", "80px");
			Axe.verify(grace, "preview");
			ada.page().locator(".message").last().hover();
			ada.page().locator(".message__more").last().click();
			ada.button("Remove the preview").click();
			assertThat(card).hasCount(0);
			assertThat(grace.complaints()).isEmpty();
		}
		finally {
			web.stop(0);
		}
	}

	@Test
	void takesFilesFromAPaste() {
		Person ada = server.person("ada").join().create("Pasted");
		ada.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
		ada.page()
			.evaluate(
					"""
							async () => {
								const canvas = new OffscreenCanvas(80, 40);
								canvas.getContext('2d').fillRect(0, 0, 40, 40);
								await navigator.clipboard.write([new ClipboardItem({ 'image/png': canvas.convertToBlob({ type: 'image/png' }) })]);
							}""");
		ada.composer().focus();
		ada.page().keyboard().press("Control+v");
		assertThat(done(ada)).hasCount(1);
		assertThat(uploads(ada)).containsText("image.png");
		assertThat(ada.composer()).hasValue("");
		ada.composer().press("Enter");
		assertThat(ada.page().locator(".message[data-state=stored] .picture img")).hasAttribute("width", "80");
		assertThat(ada.page().locator(".message__text")).hasCount(0);
	}

	@Test
	void takesFilesThatAreDropped() throws IOException {
		Person ada = server.person("ada").join().create("Dropped");
		Path notes = Files.writeString(this.folder.resolve("notes.txt"), "one");
		Path list = Files.writeString(this.folder.resolve("list.txt"), "two");
		drag(ada, "dragEnter", notes, list);
		drag(ada, "dragOver", notes, list);
		assertThat(ada.page().locator("#drop")).hasText("Drop files here to add them to your message in Dropped");
		drag(ada, "drop", notes, list);
		assertThat(ada.page().locator("#drop")).isHidden();
		assertThat(names(ada)).hasText(new String[] { "notes.txt", "list.txt" });
		drag(ada, "dragEnter", this.folder);
		drag(ada, "dragOver", this.folder);
		drag(ada, "drop", this.folder);
		assertThat(ada.page().locator("#notice"))
			.containsText("Folders cannot be added to a message. Add the files in them.");
		assertThat(names(ada)).hasCount(2);
	}

	@Test
	void sendsAMessageWhenItsFilesHaveCome() {
		Person ada = server.person("ada").join().create("Slow");
		CDPSession network = slow(ada, 150_000);
		choose(ada, TestFiles.large("slow.bin", 600_000), TestFiles.large("unwanted.bin", 600_000));
		assertThat(ada.page().locator(".upload progress").first()).not().hasJSProperty("value", 0);
		ada.button("Cancel unwanted.bin").click();
		assertThat(names(ada)).hasText(new String[] { "slow.bin" });
		ada.write("with a file");
		Locator waiting = ada.page().locator(".message[data-state=uploading]");
		assertThat(waiting.locator("progress")).hasCount(1);
		assertThat(uploads(ada)).hasCount(0);
		ada.write("meanwhile");
		assertThat(ada.page().locator(".message[data-state=stored]")).hasText(Pattern.compile("meanwhile"));
		fast(network);
		assertThat(ada.page().locator(".message[data-state=stored] .file")).hasCount(1);
		ada.sees("meanwhile", "with a file");
	}

	@Test
	void keepsWhatFailedWithItsReasonAndWhereItWasAdded() {
		Person ada = server.person("ada").join().create("One");
		ada.create("Two");
		choose(ada, TestFiles.large("large.bin", 2_100_000), TestFiles.text("empty.txt", ""));
		assertThat(ada.page().locator(".upload__reason"))
			.hasText(new String[] { "Files may have up to 2 MB.", "This file is empty." });
		ada.button("Remove large.bin").click();
		assertThat(ada.button("Remove empty.txt")).isFocused();
		ada.button("Remove empty.txt").click();
		assertThat(ada.composer()).isFocused();
		Canned canned = new Canned(ada.page()).refuse("POST /api/topics/two/uploads?name=a.txt", 503, "files.full",
				"The server has no room.");
		choose(ada, TestFiles.text("a.txt", "a"), TestFiles.text("b.txt", "b"));
		assertThat(ada.page().locator(".upload[data-state=failed]")).containsText("The server has no room.");
		ada.write("not yet");
		assertThat(ada.button("Try again: a.txt")).isFocused();
		ada.go("One");
		assertThat(uploads(ada)).hasCount(0);
		ada.go("Two");
		assertThat(names(ada)).hasText(new String[] { "a.txt", "b.txt" });
		ada.page().unrouteAll();
		ada.button("Try again: a.txt").click();
		assertThat(done(ada)).hasCount(2);
		ada.composer().press("Enter");
		assertThat(ada.page().locator(".message[data-state=stored] .file__name"))
			.hasText(new String[] { "a.txt", "b.txt" });
		assertThat(canned.asked()).hasSize(1);
	}

	@Test
	void aMessageWithoutATextIsNamedByItsFile() {
		Person ada = server.person("ada").join().create("Named");
		Person grace = server.person("grace").join().go("Named");
		choose(ada, TestFiles.text("report\u202Efdp.txt", "x"));
		assertThat(done(ada)).hasCount(1);
		ada.composer().press("Enter");
		Locator message = grace.page().locator(".message[data-state=stored]");
		assertThat(message.locator(".file__name")).hasText("reportfdp.txt");
		message.hover();
		grace.button("Reply to ada").click();
		assertThat(grace.page().locator("#composer-task-line")).hasText("reportfdp.txt");
		grace.write("thanks");
		assertThat(ada.page().locator(".message__quote")).containsText("reportfdp.txt");
		ada.page().locator(".message").first().hover();
		ada.button("Delete message from ada").click();
		ada.page().locator("#message-dialog button[type=submit]").click();
		assertThat(grace.page().locator(".files")).hasCount(0);
		assertThat(grace.page().locator(".message__tombstone")).hasCount(1);
	}

	@Test
	void looksAtPicturesInLarge() {
		Person ada = server.person("ada").join().create("Pictures");
		choose(ada, TestFiles.picture("one.png", 900, 600, Color.RED),
				TestFiles.picture("two.png", 600, 900, Color.GREEN));
		assertThat(done(ada)).hasCount(2);
		ada.write("two of them");
		assertThat(ada.page().locator(".message[data-state=stored] .picture")).hasCount(2);
		choose(ada, TestFiles.picture("three.png", 50, 50, Color.BLUE));
		assertThat(done(ada)).hasCount(1);
		ada.composer().press("Enter");
		assertThat(ada.page().locator(".message[data-state=stored] .picture")).hasCount(3);
		ada.button("Open two.png").press("Enter");
		Locator name = ada.page().locator("#viewer-name");
		assertThat(name).hasText("two.png");
		assertThat(ada.page().locator("#viewer-about")).containsText("2 of 3");
		assertThat(ada.page().locator("#viewer-picture")).hasJSProperty("naturalWidth", 600);
		ada.page().keyboard().press("ArrowRight");
		assertThat(name).hasText("three.png");
		ada.page().keyboard().press("ArrowRight");
		assertThat(name).hasText("three.png");
		ada.page().keyboard().press("Home");
		assertThat(name).hasText("one.png");
		assertThat(ada.page().waitForDownload(() -> ada.page().locator("#viewer-download").click()).suggestedFilename())
			.isEqualTo("one.png");
		ada.page().keyboard().press("Escape");
		assertThat(ada.page().locator("#viewer")).isHidden();
		assertThat(ada.button("Open two.png")).isFocused();
		assertThat(ada.complaints()).isEmpty();
	}

	@Test
	void aSwipeLeadsToTheNextPicture() {
		Person ada = server.person("ada", Look.PHONE.options()).join();
		choose(ada, TestFiles.picture("one.png", 300, 200, Color.RED),
				TestFiles.picture("two.png", 300, 200, Color.GREEN));
		assertThat(done(ada)).hasCount(2);
		ada.composer().press("Enter");
		ada.button("Open one.png").tap();
		assertThat(ada.page().locator("#viewer-name")).hasText("one.png");
		swipe(ada, 300, 100);
		assertThat(ada.page().locator("#viewer-name")).hasText("two.png");
		swipe(ada, 100, 300);
		assertThat(ada.page().locator("#viewer-name")).hasText("one.png");
		ada.button("Close").click();
		assertThat(ada.page().locator("#viewer")).isHidden();
	}

	private static void choose(Person person, FilePayload... files) {
		person.page().locator("#composer-files").setInputFiles(files);
	}

	private static Locator uploads(Person person) {
		return person.page().locator(".upload");
	}

	private static Locator done(Person person) {
		return person.page().locator(".upload[data-state=done]");
	}

	private static Locator names(Person person) {
		return person.page().locator(".upload .file__name");
	}

	private static Locator.FilterOptions has(String text) {
		return new Locator.FilterOptions().setHasText(text);
	}

	/** Drags files of the disk, as a person does from another window. */
	private static void drag(Person person, String type, Path... files) {
		JsonObject data = new JsonObject();
		data.add("items", new Gson().toJsonTree(List.of()));
		data.add("files", new Gson().toJsonTree(List.of(files).stream().map(Path::toString).toList()));
		data.addProperty("dragOperationsMask", 1);
		JsonObject event = new JsonObject();
		event.addProperty("type", type);
		event.addProperty("x", 700);
		event.addProperty("y", 400);
		event.add("data", data);
		session(person.page()).send("Input.dispatchDragEvent", event);
	}

	private static void swipe(Person person, int from, int to) {
		CDPSession session = session(person.page());
		touch(session, "touchStart", from);
		touch(session, "touchMove", (from + to) / 2);
		touch(session, "touchMove", to);
		touch(session, "touchEnd", -1);
	}

	private static void touch(CDPSession session, String type, int x) {
		JsonObject event = new JsonObject();
		event.addProperty("type", type);
		event.add("touchPoints", new Gson().toJsonTree((x >= 0) ? List.of(Map.of("x", x, "y", 400)) : List.of()));
		session.send("Input.dispatchTouchEvent", event);
	}

	/** Lets the browser send so many bytes a second. */
	private static CDPSession slow(Person person, int bytes) {
		CDPSession session = session(person.page());
		session.send("Network.enable");
		throttle(session, bytes);
		return session;
	}

	private static void fast(CDPSession session) {
		throttle(session, -1);
	}

	private static void throttle(CDPSession session, int bytes) {
		JsonObject conditions = new JsonObject();
		conditions.addProperty("offline", false);
		conditions.addProperty("latency", 0);
		conditions.addProperty("downloadThroughput", -1);
		conditions.addProperty("uploadThroughput", bytes);
		session.send("Network.emulateNetworkConditions", conditions);
	}

	private static CDPSession session(Page page) {
		return page.context().newCDPSession(page);
	}

}
