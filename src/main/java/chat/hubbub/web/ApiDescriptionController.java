package chat.hubbub.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the server's destinations for programs. */
@RestController
class ApiDescriptionController {

	/** The destinations of STOMP, in the form of AsyncAPI. */
	@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
	@GetMapping(path = "/api/asyncapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
	Resource asyncApi() {
		return new ClassPathResource("api/asyncapi.json");
	}

}
