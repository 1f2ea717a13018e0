package chat.hubbub.icon;

import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.picture.Darkroom;

/** The icon of the server over HTTP: for everybody, and its changes for admins. */
@RestController
class IconController {

	private static final Duration FOR_EVER = Duration.ofDays(365);

	private static final int WAITING = 2;

	private final Icons icons;

	private final Darkroom darkroom = new Darkroom("icons", WAITING, IconRefused::busy);

	IconController(Icons icons) {
		this.icons = icons;
	}

	/** No script can run in it. */
	@GetMapping("/icons/{address}/{form}.png")
	@ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.IMAGE_PNG_VALUE,
			schema = @Schema(type = "string", format = "binary")))
	ResponseEntity<byte[]> image(@PathVariable String address, @PathVariable String form) {
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_PNG)
			.cacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.header("Cross-Origin-Resource-Policy", "same-origin")
			.body(this.icons.at(address, form));
	}

	@PutMapping("/api/admin/icon")
	CompletableFuture<Address> put(@RequestBody byte[] file, Principal admin) {
		String name = admin.getName();
		return this.darkroom.inTurn(() -> new Address(this.icons.put(IconPictures.of(file), name)));
	}

	@DeleteMapping("/api/admin/icon")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(Principal admin) {
		this.icons.remove(admin.getName());
	}

	/**
	 * The answer to an upload.
	 *
	 * @param icon the address of the new icon
	 */
	record Address(String icon) {

	}

}
