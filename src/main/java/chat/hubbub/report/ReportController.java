package chat.hubbub.report;

import java.security.Principal;
import java.util.List;

import chat.hubbub.account.User;
import chat.hubbub.account.Visitor;
import chat.hubbub.topic.TopicName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports of messages over HTTP: readers report, admins read and dismiss. */
@RestController
class ReportController {

	private static final int MAX_LIMIT = 200;

	private final Reports reports;

	ReportController(Reports reports) {
		this.reports = reports;
	}

	@PostMapping("/api/topics/{topic}/messages/{seq}/report")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void report(@PathVariable String topic, @PathVariable long seq, @RequestBody(required = false) @Nullable Wish wish,
			@Nullable Principal principal) {
		String reason = (wish != null && wish.reason() != null) ? wish.reason() : "";
		this.reports.add(Visitor.of(principal), new TopicName(topic), seq, reason);
	}

	@GetMapping("/api/reports")
	List<Report> page(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
			@RequestParam(defaultValue = "100") int limit) {
		return this.reports.before(before, Math.max(1, Math.min(limit, MAX_LIMIT)));
	}

	@DeleteMapping("/api/reports/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void dismiss(@PathVariable long id, @AuthenticationPrincipal User admin) {
		this.reports.dismiss(admin, id);
	}

	/**
	 * The request to report a message.
	 *
	 * @param reason the reason, or {@code null}
	 */
	record Wish(@Nullable String reason) {

	}

}
