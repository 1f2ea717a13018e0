package chat.hubbub.audit;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over HTTP, for admins, in pages by {@code id}. */
@RestController
class AuditController {

	private static final int MAX_LIMIT = 200;

	private final AuditStore store;

	AuditController(AuditStore store) {
		this.store = store;
	}

	@GetMapping("/api/audit")
	List<AuditRow> page(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
			@RequestParam(defaultValue = "100") int limit) {
		return this.store.before(before, Math.max(1, Math.min(limit, MAX_LIMIT)));
	}

}
