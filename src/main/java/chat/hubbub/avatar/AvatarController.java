package chat.hubbub.avatar;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.account.Visitor;
import chat.hubbub.picture.Darkroom;

/** The pictures of people over HTTP. */
@RestController
class AvatarController {

	/** The maximum number of names in a request. */
	private static final int NAMES = 100;

	private static final Duration FOR_EVER = Duration.ofDays(365);

	private final Avatars avatars;

	private final Darkroom darkroom;

	AvatarController(Avatars avatars, @Qualifier("avatarDarkroom") Darkroom darkroom) {
		this.avatars = avatars;
		this.darkroom = darkroom;
	}

	/** The addresses of people's pictures, by name; only of those who have one. */
	@GetMapping("/api/avatars")
	Map<String, String> of(@RequestParam(name = "name", defaultValue = "") List<String> names) {
		return this.avatars.of(names.stream().limit(NAMES).toList());
	}

	/** The picture at an address, which never changes. No script can run in it. */
	@GetMapping("/api/avatars/{address}")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
	ResponseEntity<byte[]> image(@PathVariable String address) {
		Avatar avatar = this.avatars.at(address);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(avatar.type()))
			.cacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.body(avatar.image());
	}

	@PutMapping("/api/account/avatar")
	CompletableFuture<Own> put(@RequestBody byte[] file, @Nullable Principal principal) {
		long account = account(principal);
		return this.darkroom.inTurn(() -> new Own(this.avatars.put(account, Pictures.of(file))));
	}

	@DeleteMapping("/api/account/avatar")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@Nullable Principal principal) {
		this.avatars.remove(account(principal));
	}

	/** An admin removes the picture of a user. */
	@DeleteMapping("/api/avatars/{address}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String address, @Nullable Principal principal) {
		this.avatars.remove(address, Visitor.of(principal));
	}

	private static long account(@Nullable Principal principal) {
		User user = Visitor.of(principal);
		Long account = user.account();
		if (account == null) {
			throw new SignInRequired();
		}
		return account;
	}

	/**
	 * The answer to an upload.
	 *
	 * @param avatar the address of the new picture
	 */
	record Own(String avatar) {
	}

}
