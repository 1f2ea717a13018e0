package chat.hubbub.description;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Gives each record a schema of its own, and tells which of its fields are always there.
 * By itself, springdoc names a schema by the simple name of its class, so that all nested
 * records {@code Wanted} would be one; and no field would be required. springdoc calls it
 * under a lock.
 */
final class RecordSchemas implements ModelConverter {

	private static final String CONTROLLER = "Controller$";

	private final Map<String, Class<?>> names = new HashMap<>();

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
		String name = raw.isRecord() ? nameOf(raw) : null;
		if (name != null) {
			type.setName(name);
		}
		Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		if (name != null) {
			Schema<?> model = context.getDefinedModels().get(name);
			if (model != null && model.getProperties() != null) {
				complete(raw, model);
			}
		}
		return schema;
	}

	/** A nested record is named after the class around it too. */
	private String nameOf(Class<?> type) {
		Class<?> outer = type.getEnclosingClass();
		String name = ((outer != null) ? outer.getSimpleName().replaceFirst(CONTROLLER, "") : "")
				+ type.getSimpleName();
		String unique = name;
		for (int number = 2; this.names.putIfAbsent(unique, type) != null && this.names.get(unique) != type; number++) {
			unique = name + number;
		}
		return unique;
	}

	/** Only code that says what may be null says what may not. */
	private static void complete(Class<?> type, Schema<?> model) {
		if (!type.getPackage().isAnnotationPresent(NullMarked.class)) {
			return;
		}
		JsonInclude ofType = type.getAnnotation(JsonInclude.class);
		for (RecordComponent component : type.getRecordComponents()) {
			Schema<?> property = model.getProperties().get(component.getName());
			if (property == null) {
				continue;
			}
			JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
			JsonInclude include = (own != null) ? own : ofType;
			boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
			if (!nullable && !omitsValues(include)) {
				require(model, component.getName());
			}
			else if (nullable && include == null) {
				allowNull(property);
			}
		}
	}

	private static void require(Schema<?> model, String name) {
		if (model.getRequired() == null || !model.getRequired().contains(name)) {
			model.addRequiredItem(name);
		}
	}

	/** In OpenAPI 3.1 that is a further type. */
	private static void allowNull(Schema<?> property) {
		if (property.getType() != null) {
			property.addType(property.getType());
		}
		if (property.getTypes() != null) {
			property.addType("null");
		}
	}

	/** Whether a value that is not null may be missing. */
	private static boolean omitsValues(@Nullable JsonInclude include) {
		return include != null && include.value() != JsonInclude.Include.NON_NULL;
	}

}
