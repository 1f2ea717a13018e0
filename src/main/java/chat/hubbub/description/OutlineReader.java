package chat.hubbub.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import chat.hubbub.description.Outline.Action;
import chat.hubbub.description.Outline.Chapter;
import chat.hubbub.description.Outline.Field;
import chat.hubbub.description.Outline.Model;

/** Reads a document of OpenAPI 3.1. */
final class OutlineReader {

	private static final String MODELS = "#/components/schemas/";

	private static final String DESCRIPTION = "description";

	private static final String SCHEMA = "schema";

	private final JsonNode document;

	OutlineReader(JsonNode document) {
		this.document = document;
	}

	Outline read() {
		SortedMap<String, List<Action>> chapters = new TreeMap<>();
		for (Map.Entry<String, JsonNode> path : this.document.path("paths").properties()) {
			for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
				chapters.computeIfAbsent(operation.getValue().at("/tags/0").asString(), (name) -> new ArrayList<>())
					.add(action(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
			}
		}
		return new Outline(chapters.entrySet()
			.stream()
			.map((chapter) -> new Chapter(chapter.getKey(), chapter.getValue()))
			.toList(), models());
	}

	private static Action action(String method, String path, JsonNode operation) {
		List<Field> parameters = new ArrayList<>();
		for (JsonNode parameter : operation.path("parameters")) {
			parameters
				.add(field(parameter.path("name").asString(), parameter.path("in").asString(), parameter.path(SCHEMA),
						parameter.path("required").asBoolean(false), parameter.path(DESCRIPTION).asString("")));
		}
		List<Field> answers = new ArrayList<>();
		for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
			if (!answer.getKey().equals("default")) {
				answers.addAll(bodies(answer.getKey(), answer.getValue()));
			}
		}
		return new Action(method, path, operation.path("summary").asString(""), parameters,
				bodies("", operation.path("requestBody")), answers);
	}

	/** The body for each content type; without a content, one field for the status. */
	private static List<Field> bodies(String status, JsonNode body) {
		List<Field> fields = new ArrayList<>();
		for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
			fields.add(field(status, content.getKey(), content.getValue().path(SCHEMA), false, ""));
		}
		if (fields.isEmpty() && !status.isEmpty()) {
			fields.add(field(status, "", body.path(SCHEMA), false, ""));
		}
		return fields;
	}

	private List<Model> models() {
		List<Model> models = new ArrayList<>();
		for (Map.Entry<String, JsonNode> schema : this.document.at("/components/schemas").properties()) {
			Set<String> required = new TreeSet<>();
			schema.getValue().path("required").forEach((name) -> required.add(name.asString()));
			List<Field> fields = new ArrayList<>();
			for (Map.Entry<String, JsonNode> property : schema.getValue().path("properties").properties()) {
				fields.add(field(property.getKey(), "", property.getValue(), required.contains(property.getKey()),
						property.getValue().path(DESCRIPTION).asString("")));
			}
			models.add(new Model(schema.getKey(), fields));
		}
		return models;
	}

	private static Field field(String name, String place, JsonNode schema, boolean required, String text) {
		return new Field(name, place, type(schema), model(schema), required, text);
	}

	private static String type(JsonNode schema) {
		if (schema.has("$ref")) {
			return String.valueOf(model(schema));
		}
		if (schema.has("items")) {
			return type(schema.path("items")) + "[]";
		}
		if (schema.path("additionalProperties").isObject()) {
			return "{ name: " + type(schema.path("additionalProperties")) + " }";
		}
		JsonNode type = schema.path("type");
		List<String> names = new ArrayList<>();
		type.forEach((name) -> names.add(name.asString()));
		String base = names.isEmpty() ? type.asString("") : String.join(" | ", names);
		return schema.has("format") ? base + " (" + schema.path("format").asString() + ")" : base;
	}

	private static @Nullable String model(JsonNode schema) {
		if (schema.has("$ref")) {
			return schema.path("$ref").asString().replace(MODELS, "");
		}
		return schema.has("items") ? model(schema.path("items")) : null;
	}

}
