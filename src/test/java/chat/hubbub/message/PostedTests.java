package chat.hubbub.message;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PostedTests {

	private static final Instant FIVE_O_CLOCK = Instant.parse("2026-01-02T17:00:00.120Z");

	@Test
	void isThatJson() {
		Posted posted = Posted.of(Posts.ada("Hello \"you\"", "my-id"), 7, FIVE_O_CLOCK, List.of());
		assertThat(new JsonMapper().writeValueAsString(posted)).isEqualTo("""
				{"type":"posted","topic":"tea","seq":7,"id":"my-id","sender":"ada","text":"Hello \\"you\\"",\
				"sentAt":"2026-01-02T17:00:00.120Z"}""");
	}

	@Test
	void hasAnIdAlsoWhenTheClientGaveNone() {
		assertThat(Posted.of(Posts.ada("Hello"), 7, FIVE_O_CLOCK, List.of()).id()).isEqualTo("tea-7");
	}

}
