package chat.hubbub.docs;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** The description of the HTTP API says what the server does. */
class OpenApiIntegrationTests {

	private static final Pattern OURS = Pattern.compile("/(api|hooks|files|icons)/.*");

	private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)[^}]*}");

	/**
	 * The status, the method, the path as described and as asked, and the body. HOOK
	 * stands for the secret of the last webhook.
	 */
	private static final String CALLS = """
			201 POST /api/accounts /api/accounts {"name":"linus","password":"correct horse"}
			204 DELETE /api/session /api/session
			200 GET /api/session /api/session
			200 POST /api/session /api/session {"name":"ada","password":"ada has a password"}
			200 GET /api/session /api/session
			201 POST /api/topics /api/topics {"name":"tea","title":"Tea","access":"members"}
			200 GET /api/topics /api/topics
			200 GET /api/topics/{topic} /api/topics/tea
			200 PATCH /api/topics/{topic} /api/topics/tea {"title":"Green tea"}
			200 PUT /api/topics/{topic}/members/{name} /api/topics/tea/members/eve {"moderator":true}
			200 GET /api/topics/{topic}/members /api/topics/tea/members
			201 POST /api/topics/{topic}/incoming-hooks /api/topics/tea/incoming-hooks {"name":"builds"}
			200 GET /api/topics/{topic}/incoming-hooks /api/topics/tea/incoming-hooks
			200 POST /hooks/{token} /hooks/HOOK {"text":"one @ada"}
			200 POST /hooks/{token} /hooks/HOOK {"text":"two"}
			200 GET /api/topics/{topic}/messages /api/topics/tea/messages?limit=10
			200 GET /api/search /api/search?q=one
			204 POST /api/topics/{topic}/messages/{seq}/report /api/topics/tea/messages/1/report {"reason":"dull"}
			200 GET /api/reports /api/reports
			204 DELETE /api/reports/{id} /api/reports/1
			204 DELETE /api/topics/{topic}/messages/{seq} /api/topics/tea/messages/1
			200 GET /api/topics/{topic}/messages /api/topics/tea/messages?after=0
			204 DELETE /api/topics/{topic}/incoming-hooks/{id} /api/topics/tea/incoming-hooks/1
			201 POST /api/topics/{topic}/outgoing-hooks /api/topics/tea/outgoing-hooks {"url":"http://127.0.0.1:9/"}
			200 GET /api/topics/{topic}/outgoing-hooks /api/topics/tea/outgoing-hooks
			204 POST /api/topics/{topic}/outgoing-hooks/{id}/resume /api/topics/tea/outgoing-hooks/1/resume
			204 DELETE /api/topics/{topic}/outgoing-hooks/{id} /api/topics/tea/outgoing-hooks/1
			201 POST /api/accounts/{name}/outgoing-hooks /api/accounts/eve/outgoing-hooks {"url":"http://127.0.0.1:9/"}
			200 GET /api/accounts/{name}/outgoing-hooks /api/accounts/eve/outgoing-hooks
			204 POST /api/accounts/{name}/outgoing-hooks/{id}/resume /api/accounts/eve/outgoing-hooks/2/resume
			204 DELETE /api/accounts/{name}/outgoing-hooks/{id} /api/accounts/eve/outgoing-hooks/2
			201 POST /api/topics/{topic}/{measures} /api/topics/tea/mutes {"username":"eve","minutes":5,"reason":"loud"}
			200 GET /api/topics/{topic}/{measures} /api/topics/tea/mutes
			204 DELETE /api/topics/{topic}/{measures}/{id} /api/topics/tea/mutes/1
			201 POST /api/{measures} /api/bans {"username":"troll"}
			200 GET /api/{measures} /api/bans
			204 DELETE /api/{measures}/{id} /api/bans/2
			204 DELETE /api/topics/{topic}/members/{name} /api/topics/tea/members/eve
			200 GET /api/conversations /api/conversations
			200 POST /api/conversations /api/conversations {"people":["eve"]}
			200 GET /api/conversations /api/conversations
			204 PUT /api/drafts/{topic} /api/drafts/tea {"text":"half a"}
			200 GET /api/drafts /api/drafts
			204 PUT /api/blocks/{name} /api/blocks/eve
			200 GET /api/blocks /api/blocks
			204 DELETE /api/blocks/{name} /api/blocks/eve
			200 GET /api/people /api/people?q=e
			200 GET /api/avatars /api/avatars?name=ada&name=eve
			201 POST /api/tokens /api/tokens {"name":"weather"}
			200 GET /api/tokens /api/tokens
			200 GET /api/admin/tokens /api/admin/tokens
			204 DELETE /api/tokens/{id} /api/tokens/1
			201 POST /api/invites /api/invites {"days":3}
			200 GET /api/invites /api/invites
			204 DELETE /api/invites/{id} /api/invites/1
			200 GET /api/admin/users /api/admin/users?limit=10
			204 PUT /api/admin/users/{id}/role /api/admin/users/2/role {"role":"admin"}
			200 GET /api/admin/settings /api/admin/settings
			200 PATCH /api/admin/settings /api/admin/settings {"guests":true}
			204 PUT /api/account/language /api/account/language {"language":"zh"}
			200 GET /api/audit /api/audit
			204 POST /api/origin /api/origin
			200 GET /api/asyncapi.json /api/asyncapi.json""";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.limits.enabled=false",
			"--hubbub.outgoing.networks=127.0.0.0/8,::1/128");

	private static OpenApi description;

	@BeforeAll
	static void read() {
		description = new OpenApi(server.api().get("/api/openapi.json").json());
	}

	@Test
	void describesEveryAddressWithItsParameters() {
		Map<String, Set<String>> mapped = new TreeMap<>();
		server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.forEach((mapping, method) -> mapping.getPatternValues()
				.stream()
				.filter((path) -> isOurs(method) && OURS.matcher(path).matches())
				.forEach((path) -> mapping.getMethodsCondition()
					.getMethods()
					.forEach((verb) -> mapped
						.computeIfAbsent(verb + " " + VARIABLE.matcher(path).replaceAll("{$1}"),
								(address) -> new TreeSet<>())
						.addAll(parameters(path, method)))));
		assertThat(mapped).containsKeys("POST /hooks/{token}", "PATCH /api/topics/{topic}/messages/{seq}",
				"GET /api/topics/{topic}/{measures}");
		// One is read from the query itself, and the other is a field of a form.
		mapped.get("POST /api/topics/{topic}/uploads").add("query name");
		mapped.get("POST /hooks/{token}").remove("query payload");
		assertThat(description.parameters()).isEqualTo(mapped);
	}

	/** A method that a developer adds is described like the server's own. */
	@Test
	void describesTheMethodsOfDevelopers() {
		JsonNode operation = description.operation("GET /api/dice");
		assertThat(operation.path("summary").asString()).isEqualTo("The least and the greatest sum of some dice");
		assertThat(operation.at("/parameters/0/schema/type").asString()).isEqualTo("integer");
		description.verify("GET /api/dice", server.api().get("/api/dice?dice=2"), 200);
		description.verifyRefusal("GET /api/dice", server.api().get("/api/dice?dice=two"));
	}

	@Test
	void saysOfEachOperationWhatItDoes() {
		for (String address : description.addresses()) {
			assertThat(description.operation(address).path("summary").asString(""))
				.as("the sentence in api/operations.properties for %s", address)
				.isNotEmpty();
			for (JsonNode parameter : description.operation(address).path("parameters")) {
				assertThat(parameter.path("description").asString("")).as(address + parameter)
					.matches((text) -> !text.isEmpty() || address.equals("GET /api/dice"));
			}
		}
	}

	@Test
	void hasNoSentencesOfMethodsThatAreGone() throws IOException {
		Set<String> methods = new TreeSet<>();
		Set<String> controllers = new TreeSet<>();
		for (HandlerMethod method : server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
			.getHandlerMethods()
			.values()) {
			controllers.add(method.getBeanType().getSimpleName());
			methods.add(method.getBeanType().getSimpleName() + "." + method.getMethod().getName());
		}
		assertThat(PropertiesLoaderUtils.loadAllProperties("api/operations.properties").stringPropertyNames())
			.filteredOn((key) -> controllers.contains(key.substring(0, key.indexOf('.'))))
			.isNotEmpty()
			.allMatch((key) -> methods.contains(key.replaceFirst("^(\\w+\\.\\w+)\\..*", "$1")));
	}

	/** Each answers with a status that it names, or with a problem that has a code. */
	@Test
	void refusesAsItSays() {
		Api stranger = server.api();
		for (String address : description.addresses()) {
			Answer answer = ask(stranger, address.replaceAll("\\{[^}]*}", "1"), "[]");
			if (answer.status() >= 400) {
				description.verifyRefusal(address, answer);
			}
			else {
				description.verify(address, answer, answer.status());
			}
		}
	}

	@Test
	void answersAsItSays() {
		Api ada = server.api();
		People.signUp(server.bean(Accounts.class), "ada", Role.ADMIN);
		People.signUp(server.bean(Accounts.class), "eve", Role.MEMBER);
		Set<String> asked = new TreeSet<>();
		String hook = "";
		for (String line : CALLS.lines().toList()) {
			String[] parts = line.split(" ", 5);
			String address = parts[1] + " " + parts[2];
			Answer answer = ask(ada, parts[1] + " " + parts[3].replace("HOOK", hook),
					(parts.length > 4) ? parts[4] : "");
			description.verify(address, answer, Integer.parseInt(parts[0]));
			if (address.equals("POST /api/topics/{topic}/incoming-hooks")) {
				hook = answer.json().path("token").asString();
			}
			asked.add(address);
		}
		assertThat(asked).hasSizeGreaterThan(50);
	}

	private static Answer ask(Api api, String request, String body) {
		String method = request.substring(0, request.indexOf(' '));
		String path = request.substring(request.indexOf(' ') + 1);
		return switch (method.toUpperCase(Locale.ROOT)) {
			case "GET" -> api.get(path);
			case "POST" -> api.post(path, body);
			case "PUT" -> api.put(path, body);
			case "PATCH" -> api.patch(path, body);
			default -> api.delete(path);
		};
	}

	private static Set<String> parameters(String path, HandlerMethod method) {
		Set<String> parameters = new TreeSet<>();
		VARIABLE.matcher(path).results().forEach((found) -> parameters.add("path " + found.group(1)));
		for (Parameter parameter : method.getMethod().getParameters()) {
			RequestParam query = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
			RequestHeader header = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestHeader.class);
			if (query != null) {
				parameters.add("query " + (query.name().isEmpty() ? parameter.getName() : query.name()));
			}
			if (header != null) {
				parameters.add("header " + header.name());
			}
		}
		return parameters;
	}

	/** Other libraries and springdoc itself have addresses too. */
	private static boolean isOurs(HandlerMethod method) {
		return method.getBeanType().getName().startsWith("chat.hubbub.");
	}

}
