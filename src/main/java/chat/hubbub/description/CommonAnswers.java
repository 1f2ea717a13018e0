package chat.hubbub.description;

import java.util.Set;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds what all operations have in common: how they refuse, and who may ask. */
final class CommonAnswers implements OpenApiCustomizer {

	private static final String REFUSAL = "Refusal";

	private static final String TOKEN = "token";

	private static final String SESSION = "session";

	/** The cookie of Spring Session. */
	private static final String COOKIE = "SESSION";

	@Override
	public void customise(OpenAPI api) {
		Components components = (api.getComponents() != null) ? api.getComponents() : new Components();
		api.setComponents(components);
		components.addSchemas(REFUSAL, schema());
		components.addResponses(REFUSAL, response());
		components.addSecuritySchemes(TOKEN,
				new SecurityScheme().type(SecurityScheme.Type.HTTP)
					.scheme("bearer")
					.description("An access token of an account"));
		components.addSecuritySchemes(SESSION,
				new SecurityScheme().type(SecurityScheme.Type.APIKEY)
					.in(SecurityScheme.In.COOKIE)
					.name(COOKIE)
					.description("A browser's session"));
		api.getPaths().forEach((path, item) -> complete(path, item));
	}

	private static void complete(String path, PathItem item) {
		for (Operation operation : item.readOperations()) {
			operation.getResponses().putIfAbsent(ApiResponses.DEFAULT, new ApiResponse().$ref(REFUSAL));
			if (operation.getSecurity() == null && path.startsWith("/api/")) {
				operation.addSecurityItem(new SecurityRequirement().addList(TOKEN))
					.addSecurityItem(new SecurityRequirement().addList(SESSION))
					.addSecurityItem(new SecurityRequirement());
			}
		}
	}

	private static ApiResponse response() {
		Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + REFUSAL);
		return new ApiResponse().description("A refusal with a code and a sentence (RFC 9457)")
			.addHeaderObject("Retry-After",
					new Header().description("Seconds until the next attempt").schema(type("integer")))
			.content(new Content().addMediaType("application/problem+json", new MediaType().schema(reference)));
	}

	private static Schema<?> schema() {
		return type("object").addProperty("type", type("string"))
			.addProperty("title", type("string").description("The name of the status"))
			.addProperty("status", type("integer").description("The status, from 400 to 599"))
			.addProperty("detail", type("string").description("One sentence for people, in their language"))
			.addProperty("instance", type("string").description("The path of the request"))
			.addProperty("code", type("string").description("A stable code for programs, such as topic.unknown"))
			.addProperty("retryAfter", type("integer").description("Seconds until the next attempt"))
			.addRequiredItem("status")
			.addRequiredItem("detail")
			.addRequiredItem("code");
	}

	/** A schema of OpenAPI 3.1, which has a list of types. */
	private static Schema<?> type(String name) {
		return new Schema<>().types(Set.of(name));
	}

}
