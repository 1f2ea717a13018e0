package chat.hubbub.file;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import chat.hubbub.account.Visitor;
import chat.hubbub.net.RemoteAddress;
import chat.hubbub.topic.TopicName;

/**
 * Receives files over HTTP. The body of a request is the file, whatever its type says.
 */
@RestController
class UploadController {

	private static final Logger logger = LoggerFactory.getLogger(UploadController.class);

	private static final String NAME = "name=";

	private final Uploads uploads;

	UploadController(Uploads uploads) {
		this.uploads = uploads;
	}

	@PostMapping("/api/topics/{topic}/uploads")
	@ResponseStatus(HttpStatus.CREATED)
	@Parameter(name = "name", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
	@RequestBody(required = true,
			content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
	Uploaded upload(@PathVariable String topic, HttpServletRequest request, @Nullable Principal principal) {
		try {
			return this.uploads.receive(new TopicName(topic), Visitor.of(principal), RemoteAddress.of(request),
					name(request.getQueryString()), request.getContentLengthLong(), request.getInputStream());
		}
		catch (IOException ex) {
			logger.warn("A file could not be kept: {}", ex.toString());
			throw FileRefused.unavailable();
		}
	}

	/** Servlets would read a body with the type of a form for the parameters. */
	private static @Nullable String name(@Nullable String query) {
		try {
			return Stream.of(((query != null) ? query : "").split("&"))
				.filter((part) -> part.startsWith(NAME))
				.map((part) -> URLDecoder.decode(part.substring(NAME.length()), StandardCharsets.UTF_8))
				.findFirst()
				.orElse(null);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	@DeleteMapping("/api/uploads/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void cancel(@PathVariable String id, @Nullable Principal principal) {
		this.uploads.cancel(id, Visitor.of(principal));
	}

}
