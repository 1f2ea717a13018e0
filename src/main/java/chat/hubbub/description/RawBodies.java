package chat.hubbub.description;

import java.util.Set;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * A method that reads the bytes of its body takes JSON, a text or a file. springdoc would
 * say that it takes Base64.
 */
final class RawBodies implements OperationCustomizer {

	private static final MediaType FILE = new MediaType()
		.schema(new Schema<>().types(Set.of("string")).format("binary"));

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		if (operation.getRequestBody() == null || operation.getRequestBody().getContent() == null) {
			return operation;
		}
		operation.getRequestBody().getContent().forEach((type, content) -> {
			if (isBytes(content)) {
				boolean isJson = type.equals(org.springframework.http.MediaType.APPLICATION_JSON_VALUE);
				content.setSchema(new Schema<>().types(Set.of(isJson ? "object" : "string")));
				if (takesEverything(handler)) {
					operation.getRequestBody().setContent(new Content().addMediaType("*/*", FILE));
				}
			}
		});
		return operation;
	}

	private static boolean isBytes(MediaType content) {
		return content.getSchema() != null && "byte".equals(content.getSchema().getFormat());
	}

	private static boolean takesEverything(HandlerMethod handler) {
		RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
		return mapping != null && mapping.consumes().length == 0;
	}

}
