package chat.hubbub.draft;

import java.security.Principal;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Visitor;
import chat.hubbub.topic.TopicName;

/** The unsent texts of one's own account over HTTP. */
@RestController
@RequestMapping("/api/drafts")
class DraftController {

	private final Drafts drafts;

	DraftController(Drafts drafts) {
		this.drafts = drafts;
	}

	@GetMapping
	List<UnsentText> all(@Nullable Principal principal) {
		return this.drafts.of(Visitor.of(principal));
	}

	@PutMapping("/{topic}")
	@ApiResponse(responseCode = "204")
	CompletableFuture<ResponseEntity<Void>> keep(@PathVariable String topic, @RequestBody Change change,
			@Nullable Principal principal) {
		return this.drafts.keep(Visitor.of(principal), new TopicName(topic), change.text())
			.thenApply((unused) -> ResponseEntity.noContent().build());
	}

	/**
	 * The new text.
	 *
	 * @param text the text; {@code null} or blank deletes the former one
	 */
	record Change(@Nullable String text) {

	}

}
