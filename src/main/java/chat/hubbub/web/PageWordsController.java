package chat.hubbub.web;

import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the words of the pages' scripts. */
@Controller
class PageWordsController {

	private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");

	private static final Duration FOR_EVER = Duration.ofDays(365);

	private final PageWords words;

	PageWordsController(PageWords words) {
		this.words = words;
	}

	@GetMapping("/words/{name}")
	ResponseEntity<byte[]> script(@PathVariable String name) {
		byte[] script = this.words.script(name);
		return (script == null) ? ResponseEntity.notFound().build()
				: ResponseEntity.ok()
					.contentType(SCRIPT)
					.cacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
					.body(script);
	}

}
