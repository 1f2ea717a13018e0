package chat.hubbub.description;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Adds the sentences of {@code api/operations.properties}. An extension writes its own by
 * the annotations of OpenAPI.
 */
final class OperationTexts implements OperationCustomizer {

	private static final String SUFFIX = "-controller";

	private final Properties texts;

	OperationTexts() {
		try {
			this.texts = PropertiesLoaderUtils.loadProperties(new ClassPathResource("api/operations.properties"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		String key = handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
		if (operation.getSummary() == null) {
			operation.setSummary(this.texts.getProperty(key));
		}
		if (operation.getParameters() != null) {
			operation.getParameters()
				.stream()
				.filter((parameter) -> parameter.getDescription() == null)
				.forEach((parameter) -> parameter.setDescription(text(key, parameter)));
		}
		if (operation.getTags() != null) {
			operation.setTags(operation.getTags().stream().map(OperationTexts::tag).toList());
		}
		return operation;
	}

	private @Nullable String text(String key, Parameter parameter) {
		String name = parameter.getName();
		return this.texts.getProperty(key + "." + name, this.texts.getProperty("any." + name));
	}

	/** springdoc's own tag is {@code outgoing-hook-controller}. */
	private static String tag(String tag) {
		return tag.endsWith(SUFFIX) ? tag.substring(0, tag.length() - SUFFIX.length()).replace('-', ' ') : tag;
	}

}
