package chat.hubbub.cluster;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import chat.hubbub.account.BrowserMember;
import chat.hubbub.bus.StoredFact;
import chat.hubbub.topic.TopicName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

import static org.assertj.core.api.Assertions.assertThat;

/** All facts that the table of changes may hold. */
class StoredFactsTests {

	private static final Map<Class<?>, Object> VALUES = Map.of(long.class, 7L, int.class, 7, String.class, "rosa",
			TopicName.class, new TopicName("tea"), BrowserMember.class, new BrowserMember(7, 1, "secret"));

	@ParameterizedTest
	@MethodSource("kinds")
	void areTheSameAfterTheirWayThroughTheStore(Class<?> kind) throws Exception {
		RecordComponent[] parts = kind.getRecordComponents();
		Constructor<?> constructor = kind
			.getDeclaredConstructor(Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
		constructor.setAccessible(true);
		Object fact = constructor
			.newInstance(Stream.of(parts).map((part) -> Objects.requireNonNull(VALUES.get(part.getType()))).toArray());
		JsonMapper json = new JsonMapper();
		assertThat((Object) json.readValue(json.writeValueAsString(fact), kind)).isEqualTo(fact);
	}

	static Stream<Class<?>> kinds() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(StoredFact.class));
		return scanner.findCandidateComponents("chat.hubbub")
			.stream()
			.<Class<?>>map((found) -> type(String.valueOf(found.getBeanClassName())))
			.filter((kind) -> kind.getEnclosingClass() == null);
	}

	private static Class<?> type(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
