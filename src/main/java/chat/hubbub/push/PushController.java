package chat.hubbub.push;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import chat.hubbub.account.Visitor;
import chat.hubbub.words.RequestLanguage;

/** The subscriptions of one's own browsers over HTTP. */
@RestController
@RequestMapping("/api/push")
class PushController {

	private final Subscriptions subscriptions;

	private final Vapid vapid;

	private final PushProperties settings;

	PushController(Subscriptions subscriptions, Vapid vapid, PushProperties settings) {
		this.subscriptions = subscriptions;
		this.vapid = vapid;
		this.settings = settings;
	}

	/** The key with which a browser subscribes. */
	@GetMapping
	Key key() {
		requireOn();
		return new Key(this.vapid.key());
	}

	@PutMapping
	Added add(@RequestBody Wanted wanted, @Nullable Principal principal, HttpServletRequest request) {
		requireOn();
		String page = ServletUriComponentsBuilder.fromRequest(request)
			.replacePath(null)
			.replaceQuery(null)
			.toUriString();
		return new Added(
				this.subscriptions.add(Visitor.of(principal), wanted, RequestLanguage.of(request).tag(), page));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void end(@PathVariable String id, @Nullable Principal principal) {
		this.subscriptions.end(Visitor.of(principal), id);
	}

	private void requireOn() {
		if (!this.settings.enabled()) {
			throw new PushOff();
		}
	}

	/**
	 * The public key of this server.
	 *
	 * @param key an uncompressed point of P-256 in base64url
	 */
	record Key(String key) {

	}

	/**
	 * A subscription.
	 *
	 * @param id its id, to end it
	 */
	record Added(String id) {

	}

}
