package chat.hubbub.docs;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import chat.hubbub.fixture.Api.Answer;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A document of OpenAPI 3.1, which answers are compared with. */
final class OpenApi {

	private final JsonNode document;

	private final Map<String, JsonNode> operations = new TreeMap<>();

	OpenApi(JsonNode document) {
		this.document = document;
		close(document.at("/components/schemas"));
		for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
			path.getValue()
				.properties()
				.forEach((operation) -> this.operations
					.put(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue()));
		}
	}

	/** A field that is not described is a fault. */
	private static void close(JsonNode schema) {
		if (schema.path("properties").isObject()) {
			((ObjectNode) schema).put("additionalProperties", false);
		}
		schema.forEach(OpenApi::close);
	}

	Set<String> addresses() {
		return this.operations.keySet();
	}

	JsonNode operation(String address) {
		assertThat(this.operations).containsKey(address);
		return this.operations.get(address);
	}

	/** The places and names of the parameters of each operation. */
	Map<String, Set<String>> parameters() {
		Map<String, Set<String>> parameters = new TreeMap<>();
		this.operations.forEach((address, operation) -> {
			Set<String> names = new TreeSet<>();
			operation.path("parameters")
				.forEach((parameter) -> names
					.add(parameter.path("in").asString() + " " + parameter.path("name").asString()));
			parameters.put(address, names);
		});
		return parameters;
	}

	/**
	 * The answer has a status that its operation names, and the body that belongs to it.
	 */
	void verify(String address, Answer answer, int status) {
		assertThat(answer.status()).as(address + " " + answer.body()).isEqualTo(status);
		JsonNode described = operation(address).path("responses").path(Integer.toString(status));
		assertThat(described.isObject()).as("%s %s is described", address, status).isTrue();
		JsonNode content = described.path("content");
		if (content.isEmpty()) {
			assertThat(answer.body()).as(address).isEmpty();
			return;
		}
		String type = answer.type().replaceAll(";.*", "");
		JsonNode schema = content.has(type) ? content.path(type).path("schema") : content.path("*/*").path("schema");
		assertThat(schema.isObject()).as("%s answers with %s", address, type).isTrue();
		if (type.endsWith("json")) {
			verify(address, schema, answer.json());
		}
	}

	/** The answer is the problem that every operation names. */
	void verifyRefusal(String address, Answer answer) {
		JsonNode response = operation(address).path("responses").path("default");
		assertThat(response.path("$ref").asString()).isEqualTo("#/components/responses/Refusal");
		JsonNode schema = this.document.at("/components/responses/Refusal/content/application~1problem+json/schema");
		assertThat(answer.type()).as(address + " " + answer.status()).isEqualTo("application/problem+json");
		verify(address, schema, answer.json());
	}

	private void verify(String address, JsonNode schema, JsonNode value) {
		assertThat(schema.isEmpty()).as("the schema of %s", address).isFalse();
		ObjectNode whole = JsonMapper.shared().createObjectNode();
		whole.setAll((ObjectNode) schema);
		whole.set("components", this.document.path("components"));
		assertThat(
				SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole).validate(value))
			.as(address + " " + value)
			.isEmpty();
	}

}
