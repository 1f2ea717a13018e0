package chat.hubbub.web;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import chat.hubbub.setting.ServerSettings;
import chat.hubbub.setting.Settings;
import chat.hubbub.words.Language;
import chat.hubbub.words.Phrase;
import chat.hubbub.words.RequestLanguage;

/**
 * The page as an app: its manifest, and the service worker that keeps it. Their addresses
 * are relative to that of the page, so that they follow its path.
 */
@Controller
class AppController {

	private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");

	private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json");

	private final PageBuild build;

	private final PageFiles files;

	private final Settings settings;

	AppController(PageBuild build, PageFiles files, Settings settings) {
		this.build = build;
		this.files = files;
		this.settings = settings;
	}

	/**
	 * The worker may control the folder of its own address, which is that of the page.
	 */
	@GetMapping("/worker.js")
	ResponseEntity<byte[]> worker(HttpServletRequest request) {
		return this.build.worker(RequestLanguage.of(request))
			.map((script) -> fresh(SCRIPT).body(script))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	/** The manifest (W3C, Web Application Manifest). */
	@GetMapping("/manifest.webmanifest")
	ResponseEntity<Map<String, Object>> manifest(HttpServletRequest request) {
		Language language = RequestLanguage.of(request);
		ServerSettings server = this.settings.now();
		return fresh(MANIFEST).body(Map.ofEntries(Map.entry("id", "./"), Map.entry("name", server.name()),
				Map.entry("short_name", server.name()),
				Map.entry("description", Phrase.of("page.description").with("0", server.name()).in(language)),
				Map.entry("lang", language.lang()), Map.entry("start_url", "./"), Map.entry("scope", "./"),
				Map.entry("display", "standalone"), Map.entry("background_color", "#f4f1ea"),
				Map.entry("theme_color", "#f4f1ea"), Map.entry("icons", icons(server)),
				Map.entry("share_target", share())));
	}

	private List<Map<String, String>> icons(ServerSettings server) {
		if (server.icon() != null) {
			return List.of(icon(PageIcon.form(server, "192"), "192x192", "any"),
					icon(PageIcon.form(server, "512"), "512x512", "any"),
					icon(PageIcon.form(server, "512-maskable"), "512x512", "maskable"));
		}
		return List.of(icon(address(PageBuild.ICON), "192x192", "any"), icon(address("icon-512.png"), "512x512", "any"),
				icon(address("icon-maskable.png"), "512x512", "maskable"));
	}

	private String address(String name) {
		return this.files.of(name).get(0).address();
	}

	private static Map<String, String> icon(String address, String sizes, String purpose) {
		return Map.of("src", address, "sizes", sizes, "type", "image/png", "purpose", purpose);
	}

	/** The page puts shared texts into its composer. */
	private static Map<String, Object> share() {
		return Map.of("action", "./", "method", "GET", "params",
				Map.of("title", "share-title", "text", "share-text", "url", "share-url"));
	}

	private static ResponseEntity.BodyBuilder fresh(MediaType type) {
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.noCache())
			.header(HttpHeaders.VARY, RequestLanguage.VARY);
	}

}
