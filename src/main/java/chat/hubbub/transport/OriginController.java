package chat.hubbub.transport;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a page whether it may connect, because browsers hide the reason why a WebSocket
 * was refused. {@link OriginCheck} has already refused a page that may not.
 */
@RestController
class OriginController {

	static final String PATH = "/api/origin";

	@PostMapping(PATH)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void allow() {
	}

}
