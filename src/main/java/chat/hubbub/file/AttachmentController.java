package chat.hubbub.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Visitor;
import chat.hubbub.file.FileRows.Named;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/**
 * Sends the files of messages to users who may read their topic now. Nothing in them can
 * run: a browser shows only safe types, and no file has an origin.
 */
@RestController
class AttachmentController {

	private final Topics topics;

	private final FileRows rows;

	private final Vault vault;

	AttachmentController(Topics topics, FileRows rows, Vault vault) {
		this.topics = topics;
		this.rows = rows;
		this.vault = vault;
	}

	/** The name at the end is for people, and for programs that keep the file. */
	@GetMapping("/files/{topic}/{seq}/{place}/{name}")
	@Parameter(name = "name", in = ParameterIn.PATH, schema = @Schema(type = "string"))
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
	ResponseEntity<Resource> file(@PathVariable String topic, @PathVariable long seq, @PathVariable int place,
			HttpServletRequest request, @Nullable Principal principal) {
		Named named = find(topic, seq, place, principal);
		return answer(request, named, named.file().type(), this.vault.bytes(named.file()), "");
	}

	@GetMapping("/files/{topic}/{seq}/{place}/thumbnail")
	@ApiResponse(responseCode = "200",
			content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
	ResponseEntity<Resource> thumbnail(@PathVariable String topic, @PathVariable long seq, @PathVariable int place,
			HttpServletRequest request, @Nullable Principal principal) {
		Named named = find(topic, seq, place, principal);
		String type = named.file().thumbnail();
		if (type == null) {
			throw FileRefused.unknown();
		}
		return answer(request, named, type, this.vault.thumbnail(named.file()), "thumbnail");
	}

	private Named find(String topic, long seq, int place, @Nullable Principal principal) {
		TopicName name = this.topics.readable(Visitor.of(principal), new TopicName(topic));
		return this.rows.ofMessage(name, seq, place).orElseThrow(FileRefused::unknown);
	}

	private static ResponseEntity<Resource> answer(HttpServletRequest request, Named named, String type, Resource bytes,
			String form) {
		if (!bytes.exists()) {
			throw FileRefused.unavailable();
		}
		String tag = tag(named.file().name() + form);
		try {
			long length = bytes.contentLength();
			return switch (Wanted.by(request, tag, bytes)) {
				case HEADERS -> head(named, type, tag).contentLength(length).build();
				case WHOLE -> head(named, type, tag).contentLength(length).body(new InputStreamResource(bytes));
				case RANGES -> head(named, type, tag).body(bytes);
				case NOTHING -> ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
					.header(HttpHeaders.CONTENT_RANGE, "bytes */" + length)
					.build();
			};
		}
		catch (IOException ex) {
			throw FileRefused.unavailable();
		}
	}

	/**
	 * The answer is asked for again each time, because the right to it may end, and
	 * several people may use a browser.
	 */
	private static BodyBuilder head(Named named, String type, String tag) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(ContentType.served(type)))
			.cacheControl(CacheControl.noCache().cachePrivate())
			.eTag(tag)
			.header(HttpHeaders.ACCEPT_RANGES, "bytes")
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition(named.name(), type))
			.header("Content-Security-Policy", "default-src 'none'; sandbox")
			.header("Cross-Origin-Resource-Policy", "same-origin");
	}

	private static String disposition(String name, String type) {
		return (ContentType.isSafe(type) ? ContentDisposition.inline() : ContentDisposition.attachment())
			.filename(name, StandardCharsets.UTF_8)
			.build()
			.toString();
	}

	/** It tells nothing of the bytes. */
	private static String tag(String name) {
		return "\"" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + "\"";
	}

}
