package chat.hubbub.search;

import java.security.Principal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Visitor;

/** The search over HTTP. */
@RestController
class SearchController {

	/** The header of an answer that may lack messages. */
	private static final String STATE = "Hubbub-Search";

	private final Search search;

	SearchController(Search search) {
		this.search = search;
	}

	@GetMapping("/api/search")
	ResponseEntity<List<Hit>> find(@RequestParam @Nullable String q, @RequestParam @Nullable String limit,
			@RequestParam @Nullable String before, @RequestParam @Nullable String sort,
			@RequestParam @Nullable String zone, @Nullable Principal principal) {
		List<Hit> hits = this.search.find(Visitor.of(principal), SearchRequest.of(q, limit, before, sort, zone));
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (!this.search.isComplete()) {
			answer.header(STATE, "incomplete");
		}
		return answer.body(hits);
	}

}
